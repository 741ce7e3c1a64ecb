import type { Hostile } from "./hostile.ts";
import { canary, mischief, unreadable } from "./hostile-values.ts";
import type { Seeded } from "./seeded.ts";

const nothing = Buffer.alloc(0);
const asked = (method: string, path: string, what: string, headers: Record<string, string> = {}): Hostile => ({
  what: `${method} ${what}`,
  method,
  path,
  headers,
  body: nothing,
});

const spellings = (path: string): readonly string[] => [
  `/${path}`,
  `${path}/`,
  `${path}//`,
  path.toUpperCase(),
  path.replace(/\/([a-z])/, (_, letter: string) => `/${letter.toUpperCase()}`),
  `${path};${canary}=1`,
  `${path}%20`,
  `${path}%00`,
  `${path}%2f`,
  `${path}%ff`,
  `${path}%`,
  `${path}.json`,
  `${path}/..`,
  `${path}/.`,
  `${path}/%2e%2e/%2e%2e/${canary}`,
  `/..${path}`,
  `/./${path}`,
  `/%2e${path}`,
  path.replaceAll("/", "%2F"),
  path.replaceAll("/", "\\"),
  `${path}#${canary}`,
  `http://${canary}.example${path}`,
];

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "QUERY"];

/** Every route of the table under every method and in every spelling that some reader takes for the same. */
export function waysIn(routeKeys: readonly string[]): readonly Hostile[] {
  const paths = new Set(
    routeKeys.filter((key) => key.includes(" ")).map((key) => key.replace(/^[A-Z]+ /, "").replace(/\{[^}]+\}/, canary)),
  );
  return [...paths].flatMap((path) => [
    ...methods.map((method) => asked(method, path, path)),
    ...spellings(path).flatMap((spelling) => [asked("GET", spelling, spelling), asked("POST", spelling, spelling)]),
  ]);
}

const texts = [...unreadable, ...mischief];

/** Hostile values in every parameter of the catalogue, in the parts of addresses and in the headers. */
export function parameters(chance: Seeded): readonly Hostile[] {
  const values = [
    ...texts.filter((text) => text.isWellFormed()).map(encodeURIComponent),
    "%ff",
    "%",
    "%u0000",
    "+",
    canary.repeat(500),
    "2019-02-30",
    "9999-12-31",
    "-000001-01-01",
    "+275760-09-13T00:00:00Z",
    "2026-11-22T10:00:00",
    "2026-11-22T24:00:00Z",
    "0000-01-01",
    "1e3",
    "0x10",
    "-1",
    "1.5",
    "Infinity",
  ];
  const queries = [
    "/api/v1/units?asOf=",
    "/api/v1/units?limit=",
    "/api/v1/units?limit=2&cursor=",
    "/api/v1/services?limit=",
    "/api/v1/services?cursor=",
    "/api/v1/forms?cursor=",
    "/api/v1/deadlines?kind=",
    "/api/v1/deadlines?kind=request&receivedAt=",
    "/api/v1/deadlines?kind=breach&awareAt=",
    `/api/v1/units?${canary}=`,
    "/sv/begaran/vad?step=",
    "/sv/begaran/",
    "/en/request/",
    "/assets/",
    "/api/v1/forms/",
    "/api/v1/",
    "/",
  ];
  const headers: readonly (readonly [string, string])[] = [
    ["host", `${canary}.example`],
    ["x-forwarded-host", `${canary}.example`],
    ["x-forwarded-proto", "http"],
    ["forwarded", `host=${canary}.example`],
    ["x-original-url", `/${canary}`],
    ["x-rewrite-url", `/${canary}`],
    ["x-http-method-override", "DELETE"],
    ["origin", `https://${canary}.example`],
    ["referer", `https://${canary}.example/`],
    ["accept-language", `${"en;q=0.,".repeat(400)}sv`],
    ["accept-language", `${canary};q=NaN,<${canary}>`],
    ["accept-language", "en;q=1e400, *;q=-1"],
    ["accept", `text/${canary}`],
    ["cookie", `__Host-intag-receipt=${canary}`],
    ["cookie", `__Host-intag-receipt=k1.${"A".repeat(4_000)}`],
    ["cookie", `${"a=b;".repeat(1_000)}`],
    ["cookie", `__proto__=${canary}; constructor=${canary}`],
    ["authorization", `Bearer ${canary}`],
    ["range", "bytes=0-0,-1"],
    ["if-none-match", `"${canary}"`],
    ["expect", "100-continue"],
    ["te", "trailers"],
    ["x-filler", canary.repeat(800)],
    ["x-filler", canary.repeat(1_200)],
    ["content-length", "0"],
  ];
  const pages = [
    "/",
    "/en/case",
    "/sv/begaran/kvitto",
    "/sv/begaran/vad",
    "/api/v1/units",
    "/api/v1/nothing",
    "/health",
  ];
  return [
    ...queries.flatMap((query) => values.map((value) => asked("GET", `${query}${value}`, `${query}…`))),
    ...headers.flatMap(([name, value]) =>
      pages.map((path) => asked("GET", path, `${path} with ${name}`, { [name]: value })),
    ),
    asked("GET", `/api/v1/units?${"a=b&".repeat(1_500)}`, "a long query"),
    asked("GET", `/api/v1/units?${canary.repeat(1_500)}`, "a query too long"),
    ...Array.from({ length: 20 }, () =>
      asked("GET", `/api/v1/units?asOf=${chance.pick(values)}&asOf=${chance.pick(values)}`, "twice the same parameter"),
    ),
  ];
}

const form = { "content-type": "application/x-www-form-urlencoded" };
const steps = [
  "vad",
  "vem",
  "skyddade-uppgifter",
  "verksamheter",
  "var",
  "beskriv",
  "svar",
  "om-dig",
  "du-som-skickar",
  "kontrollera",
  "fragor",
  canary,
];

/** The pages' own posts: hostile fields, changed seals, unknown actions. `sealed` is a page that could be sent. */
export function pagePosts(
  sealed: string,
  otherSeal: string,
  fields: readonly string[],
  chance: Seeded,
): readonly Hostile[] {
  const post = (path: string, what: string, body: string | Buffer, wanted?: readonly number[]): Hostile => ({
    what: `page ${path} ${what}`,
    method: "POST",
    path,
    headers: form,
    body: Buffer.from(body),
    ...(wanted === undefined ? {} : { wanted }),
  });
  const encoded = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([name, value]) => `${encoded1(name)}=${encoded1(value)}`).join("&");
  const page = (slug: string, pairs: readonly (readonly [string, string])[]) =>
    post(`/sv/begaran/${slug}`, "with hostile fields", encoded([["state", sealed], ...pairs]));
  const seals = [
    "",
    ".",
    "k1.",
    `k9.${sealed.slice(3)}`,
    sealed.slice(0, -1),
    `${sealed}A`,
    sealed.toUpperCase(),
    otherSeal,
    `${sealed}.${sealed}`,
    canary.repeat(3_000),
    ...Array.from({ length: 30 }, () => {
      const at = 3 + chance.below(sealed.length - 4);
      return `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    }),
  ];
  const onStep = (slug: string) => [
    ...["", "stay", "back", "add-row", "send", "change:right", `change:${canary}`, "__proto__", canary].map((action) =>
      page(slug, [["action", action]]),
    ),
    post(`/sv/begaran/${slug}`, "without anything", "", [400, 404]),
    post(
      `/sv/begaran/${slug}`,
      "with two states",
      encoded([
        ["state", canary],
        ["state", sealed],
      ]),
      [400, 404],
    ),
    post(`/sv/begaran/${slug}`, "not UTF-8", Buffer.from([0x73, 0x3d, 0xff, 0xfe]), [400, 404]),
    post(`/sv/begaran/${slug}`, "percent signs", `state=${sealed}&details=%&person.givenName=%ff%fe&%=%`),
  ];
  return [
    ...steps.flatMap(onStep),
    ...seals.map((seal) => post("/sv/begaran/kontrollera", "changed seal", encoded([["state", seal]]), [400, 413])),
    ...fields.flatMap((field) =>
      chance
        .shuffled(texts)
        .slice(0, 12)
        .map((text) => page(chance.pick(steps.slice(0, 9)), [[field, text]])),
    ),
    ...[
      "state",
      "action",
      "return",
      "code",
      "__proto__",
      "constructor",
      "key",
      "reference",
      "language",
      canary,
    ].flatMap((name) => texts.slice(0, 10).map((text) => page("svar", [[name, text]]))),
    post("/sv/begaran/vad", "at the limit", `state=${sealed}&a=`.padEnd(256 * 1024, "a")),
    post("/sv/begaran/vad", "over the limit", `state=${sealed}&a=`.padEnd(256 * 1024 + 1, "a"), [413]),
    post("/sv/begaran/vad", "with many fields", `state=${sealed}&${"service=a&".repeat(20_000)}`),
    ...texts.flatMap((text) => [
      post(
        "/sv/arende",
        "looked up",
        encoded([
          ["reference", text],
          ["statusCode", text],
        ]),
        [404],
      ),
      post("/sv/fortsatt", "looked up", encoded([["code", text]]), [404]),
      post("/en/continue", "looked up", encoded([["code", text.repeat(50)]]), [404]),
      post(
        "/en/case",
        "looked up",
        encoded([
          ["reference", text.repeat(50)],
          ["statusCode", ""],
        ]),
        [404],
      ),
    ]),
  ];
}

/** Percent-encoding of any code units: half characters become what browsers make of them. */
const encoded1 = (text: string): string => encodeURIComponent(text.toWellFormed());
