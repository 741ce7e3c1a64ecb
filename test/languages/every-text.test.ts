import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "vite";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = globSync("{shared,forms,functions}/**/*.{ts,tsx}", { cwd: root });

interface Found {
  readonly where: string;
  /** The text in each language, undefined where the language is missing or its text is made by a function. */
  readonly sv: string | undefined;
  readonly en: string | undefined;
  readonly languages: readonly string[];
}

const isNode = (value: unknown): value is Record<string, unknown> & { readonly type: string } =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** A literal's text; a template's, with its parts that are filled in left as `…`. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return undefined;
  return node.quasis.map((part: { value: { cooked: string } }) => part.value.cooked).join("…");
}

function* nodesIn(node: unknown): Generator<Record<string, unknown> & { readonly type: string }> {
  if (Array.isArray(node)) {
    for (const each of node) yield* nodesIn(each);
    return;
  }
  if (!isNode(node)) return;
  yield node;
  for (const value of Object.values(node)) if (typeof value === "object") yield* nodesIn(value);
}

const keyOf = (property: unknown): string | undefined => {
  if (!isNode(property) || property.type !== "Property" || !isNode(property.key)) return undefined;
  const { name, value } = property.key;
  return typeof name === "string" ? name : typeof value === "string" ? value : undefined;
};

/** Every object in the source that has a text in Swedish or in English: found in the code itself, so none is forgotten. */
function* textsIn(file: string): Generator<Found> {
  const source = readFileSync(join(root, file), "utf8");
  const lang = file.endsWith(".tsx") ? "tsx" : "ts";
  for (const node of nodesIn(parseAst(source, { lang }).body)) {
    if (node.type !== "ObjectExpression" || !Array.isArray(node.properties)) continue;
    const said = new Map(node.properties.map((property) => [keyOf(property), property.value]));
    const languages = ["sv", "en", "fi"].filter((language) => said.has(language));
    if (languages.length === 0) continue;
    const line = source.slice(0, Number(node.start)).split("\n").length;
    yield { where: `${file}:${line}`, sv: textOf(said.get("sv")), en: textOf(said.get("en")), languages };
  }
}

const texts = files.flatMap((file) => [...textsIn(file)]);
/** Sentences, labels and headings, without the parts of addresses. */
const words = texts.filter(({ sv }) => sv !== undefined && !/^[/a-z0-9-]*$/.test(sv));

/** Names that are the same in both languages. */
const names: readonly string[] = ["CSV", "JSON"];
const isSameInBoth = (text: string): boolean => names.includes(text) || !/\p{L}/u.test(text);

describe("Texts for people", () => {
  it("are many, in every room that speaks to them", () => {
    expect(words.length).toBeGreaterThan(1_000);
    for (const room of ["forms", "shared/pages", "shared/domain", "shared/cities", "shared/lambda", "shared/mail"])
      expect(
        texts.some(({ where }) => where.startsWith(`${room}/`)),
        room,
      ).toBe(true);
  });

  it("are there in both languages", () => {
    expect(texts.filter(({ languages }) => !languages.includes("sv") || !languages.includes("en"))).toEqual([]);
  });

  it("say something in both", () => {
    const empty = texts.filter(
      ({ sv, en }) => (sv !== undefined && sv.trim() === "") || (en !== undefined && en.trim() === ""),
    );
    expect(empty).toEqual([]);
  });

  it("are not the one language's in the other's place", () => {
    const untranslated = words.filter(({ sv, en }) => sv === en && !isSameInBoth(sv ?? ""));
    expect(untranslated.map(({ where, sv }) => `${where} ${sv}`)).toEqual([]);
  });

  it("ask, list and refer to the same number of things in both", () => {
    const filledIn = (text: string) => (text.match(/\{[a-z]+\}|…/gi) ?? []).toSorted();
    const unlike = words.filter(
      ({ sv, en }) => en !== undefined && String(filledIn(sv ?? "")) !== String(filledIn(en)),
    );
    expect(unlike.map(({ where, sv, en }) => `${where} ${sv} | ${en}`)).toEqual([]);
  });

  it("have no space at an end and no two in a row", () => {
    const careless = texts
      .flatMap(({ where, sv, en }) => [sv, en].map((text) => ({ where, text: text ?? "" })))
      .filter(({ text }) => /^\s|\s$|[^\n] {2}/.test(text));
    expect(careless).toEqual([]);
  });

  it("in Swedish use none of the words we do not use", () => {
    expect(words.filter(({ sv }) => /\bsession|obligatorisk|ogiltig|validering/i.test(sv ?? ""))).toEqual([]);
  });
});
