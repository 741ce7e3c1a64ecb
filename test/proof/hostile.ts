import { gzipSync } from "node:zlib";
import { canary, mischief, otherNames, otherTypes, unreadable } from "./hostile-values.ts";
import { placesIn, type Schema, type Step, withAt } from "./json-schema.ts";
import type { Seeded } from "./seeded.ts";

/** A request nobody in good faith sends. */
export interface Hostile {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The only statuses that are right, where only some are. */
  readonly wanted?: readonly number[];
}

/** A route that takes JSON: its schema and a body it would take. */
export interface JsonRoute {
  /** POST or PUT. */
  readonly method: string;
  readonly path: string;
  readonly schema: Schema;
  readonly example: unknown;
}

const json = { "content-type": "application/json" };
let keys = 0;
const aKey = () => {
  keys += 1;
  return { "idempotency-key": `hostile-key-${String(keys).padStart(8, "0")}` };
};

const posted = (route: JsonRoute, what: string, body: string | Buffer, wanted?: readonly number[]): Hostile => ({
  what: `${route.path} ${what}`,
  method: route.method,
  path: route.path,
  headers: { ...json, ...aKey() },
  body: Buffer.from(body),
  ...(wanted === undefined ? {} : { wanted }),
});

const here = "@@here@@";
/** The body with JSON text put in at a place, since not every text can be written from a value. */
const withText = (value: unknown, path: readonly Step[], text: string): string =>
  JSON.stringify(withAt(value, path, here)).replace(`"${here}"`, () => text);

/** A JSON string of any code units, half characters among them. */
const quoted = (text: string): string => JSON.stringify(text);
/** The same string with every character outside ASCII written as its number. */
const escaped = (text: string): string =>
  quoted(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const lengths = (most: number): readonly string[] =>
  [most - 1, most, most + 1, most * 4].flatMap((length) => [
    "å".repeat(Math.max(0, length)),
    "😀".repeat(Math.max(0, length)),
  ]);

/** One thing wrong at one place, for every place of the schema and every thing that can be wrong there. */
export function oneByOne(route: JsonRoute): readonly Hostile[] {
  const { schema, example } = route;
  const put = (what: string, path: readonly Step[], text: string, wanted?: readonly number[]) =>
    posted(route, `${what} at /${path.join("/")}`, withText(example, path, text), wanted);
  return placesIn(schema).flatMap((place) => {
    const { path, schema: part } = place;
    const isText = part.type === "string" && part.enum === undefined;
    const names = part.properties === undefined ? [] : otherNames.filter((name) => !(name in (part.properties ?? {})));
    return [
      ...otherTypes.map((text) => put(`${text} as value`, path, text)),
      ...(path.length === 0 ? [] : unreadable.map((text) => put("unreadable", path, escaped(text), refusals(route)))),
      ...(isText ? mischief.map((text) => put("mischief", path, quoted(text))) : []),
      ...(isText && part.maxLength !== undefined
        ? lengths(part.maxLength).map((text) => put(`${text.length} units`, path, quoted(text)))
        : []),
      ...(part.enum === undefined
        ? []
        : part.enum.map((code) => put("shouted code", path, quoted(` ${String(code).toUpperCase()}`), [400]))),
      ...(part.type === "array" ? [0, 1, 20, 21, 5_000].map((length) => repeated(route, path, length)) : []),
      ...names.map((name) => unknownName(route, path, name)),
      ...(path.length === 0 ? [] : [twice(route, path, false), twice(route, path, true)]),
    ];
  });
}

/** How unreadable text is refused. The assessment keeps nothing and reads none of its texts, so it may take any. */
const refusals = ({ path }: JsonRoute): readonly number[] =>
  path.endsWith("/breach-assessments") ? [200, 400] : path.endsWith("/request-status") ? [404] : [400];

function repeated(route: JsonRoute, path: readonly Step[], length: number): Hostile {
  const item = JSON.stringify(path.reduce<unknown>((value, step) => memberOf(value, step), route.example) ?? [0])
    .replace(/^\[/, "")
    .replace(/\]$/, "");
  return posted(route, `${length} items`, withText(route.example, path, `[${Array(length).fill(item).join(",")}]`));
}

const memberOf = (value: unknown, step: Step): unknown =>
  typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === String(step))?.[1]
    : undefined;

/** A member that the schema does not name, in an object that it does. */
function unknownName(route: JsonRoute, path: readonly Step[], name: string): Hostile {
  const at = path.reduce<unknown>((value, step) => memberOf(value, step), route.example) ?? {};
  const whole = JSON.stringify(at);
  const text = `${whole.slice(0, -1)}${whole === "{}" ? "" : ","}${escaped(name)}:${quoted(canary)}}`;
  return posted(route, `unknown ${quoted(name)} in /${path.join("/")}`, withText(route.example, path, text), [400]);
}

/** A member named twice, the second time with its name written in numbers or not. */
function twice(route: JsonRoute, path: readonly Step[], isHidden: boolean): Hostile {
  const text = JSON.stringify(withAt(route.example, path, here));
  const name = path.findLast((step) => typeof step === "string") ?? "";
  const again = isHidden
    ? `"\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}"`
    : JSON.stringify(name);
  const body = text.replace(`"${name}":`, () => `${again}:"${canary}","${name}":`).replace(here, () => canary);
  return posted(route, `${name} twice`, body, [400]);
}

const limit = 256 * 1024;
/** What a body that can be read is answered with: by a route for staff, that it does not say who is asking. */
const taken = [200, 201, 401, 404];

/** The same body in every wrapping that is not JSON in UTF-8 of at most 256 KB. */
export function wrappings(route: JsonRoute, chance: Seeded): readonly Hostile[] {
  const text = JSON.stringify(route.example);
  const bytes = Buffer.from(text);
  const ofLength = (length: number) => Buffer.concat([bytes, Buffer.alloc(length - bytes.length, " ")]);
  const as = (what: string, headers: Record<string, string>, body: string | Buffer, wanted: readonly number[]) => ({
    ...posted(route, what, body, wanted),
    headers: { ...aKey(), ...headers },
  });
  const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}0${close.repeat(depth)}`;
  const types = [
    "",
    "text/plain",
    "text/html",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/merge-patch+json",
    "application/json; charset=utf-16",
    "application/json; charset=utf-7",
    "application/json; charset=iso-8859-1",
    "application/jsonp",
    "applicatiön/json",
    `application/${canary}`,
    "application/json, text/html",
    "*/*",
  ];
  const encodings = ["gzip", "br", "deflate", "zstd", "gzip, gzip", canary];
  const broken = Array.from({ length: 60 }, () => text.slice(0, chance.below(text.length - 1)));
  const flipped = Array.from({ length: 120 }, () => {
    const body = Buffer.from(bytes);
    const at = chance.below(body.length);
    body[at] = (body[at] ?? 0) ^ (1 << chance.below(8));
    return body;
  });
  const notUtf8 = [
    [0xff],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
    [0x80],
    [0xfe, 0xff],
    [0xc3],
  ].map((bad) => {
    const at = text.lastIndexOf('"');
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(bad), bytes.subarray(at)]);
  });
  return [
    ...[limit - 1, limit].map((length) => as(`${length} bytes`, json, ofLength(length), taken)),
    ...[limit + 1, 2 * limit, 5_000_000].map((length) => as(`${length} bytes`, json, ofLength(length), [413])),
    as("eleven megabytes", json, Buffer.alloc(11 * 1024 * 1024, " "), [413]),
    ...types.map((type) => as(`as ${type}`, type === "" ? {} : { "content-type": type }, text, [415])),
    ...encodings.map((encoding) => as(`in ${encoding}`, { ...json, "content-encoding": encoding }, text, [415])),
    as("really compressed", { ...json, "content-encoding": "gzip" }, gzipSync(bytes), [415]),
    as("compressed without saying so", json, gzipSync(bytes), [400]),
    as("a compressed bomb", json, gzipSync(Buffer.alloc(50_000_000)), [400]),
    as("UTF-16", json, Buffer.from(text, "utf16le"), [400]),
    as("a byte order mark", json, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]), [400]),
    ...broken.map((body) => as("cut off", json, body, [400])),
    ...flipped.map((body) => as("a flipped bit", json, body, [...taken, 400, 422])),
    ...notUtf8.map((body) => as("not UTF-8", json, body, [400])),
    ...[9, 100, 20_000, 120_000].flatMap((depth) => [
      as(`${depth} lists`, json, nested(depth, "[", "]"), [400, 413]),
      as(`${depth} objects`, json, nested(depth, '{"a":', "}"), [400, 413]),
      as(`${depth} unclosed`, json, "[".repeat(depth), [400, 413]),
    ]),
    as("many members", json, `{${Array.from({ length: 20_000 }, (_, index) => `"a${index}":0`).join(",")}}`, [400]),
    as("two bodies", json, text + text, [400]),
    as("a comment", json, `${text}//${canary}`, [400]),
    as("one quote", json, '"', [400]),
    as("nothing", json, "", [400]),
  ];
}

/** Several things wrong at once, drawn by chance. */
export function muddles(route: JsonRoute, count: number, chance: Seeded): readonly Hostile[] {
  const places = placesIn(route.schema).filter(({ path }) => path.length > 0);
  const texts = [...unreadable, ...mischief].map(escaped);
  return Array.from({ length: count }, () => {
    let body = route.example;
    const marks = Array.from({ length: 1 + chance.below(5) }, (_, index) => `@@${index}@@`);
    for (const mark of marks) body = withAt(body, chance.pick(places).path, mark);
    const text = marks.reduce(
      (written, mark) => written.replace(`"${mark}"`, () => chance.pick([...texts, ...otherTypes])),
      JSON.stringify(body),
    );
    return posted(route, "a muddle", text);
  });
}
