import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { type Instant, instantFromEpoch } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { type FlowDependencies, type FlowPage, type FlowState, requestFlow } from "../../shared/pages/request-flow.tsx";

export const instant = (text: string): Instant => instantFromEpoch(Date.parse(text));

/** The flow as the pages see it. The seal of these tests is a wrapping anyone can open: sealing is another room's matter. */
export const dependencies = (changes: Partial<FlowDependencies> = {}): FlowDependencies => ({
  city: stockholm,
  assets: { css: "/assets/intag.css", js: "/assets/intag.js" },
  seal: (state) => Buffer.from(JSON.stringify(state)).toString("base64url"),
  open: (sealed) => {
    try {
      return JSON.parse(Buffer.from(sealed, "base64url").toString()) as FlowState;
    } catch {
      return undefined;
    }
  },
  newKey: () => "a-key-born-with-the-first-page",
  now: instant("2026-11-22T12:00:00Z"),
  ...changes,
});

export type Typed = Readonly<Record<string, string | readonly string[]>>;

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
};

/** Every tag of a kind in a page. */
export const tagsOf = (html: string, name: string): readonly string[] =>
  html.match(new RegExp(`<${name}(?:\\s[^>]*)?>`, "g")) ?? [];

export const attributeOf = attribute;

/** What the page would send as it stands: hidden fields, what is typed and ticked in it. */
function filledIn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value];
  };
  for (const tag of tagsOf(html, "input")) {
    const type = attribute(tag, "type");
    const isChoice = type === "radio" || type === "checkbox";
    if (!isChoice || /\schecked/.test(tag)) add(attribute(tag, "name") ?? "", attribute(tag, "value") ?? "");
  }
  for (const [, tag = "", text = ""] of html.matchAll(/(<textarea[^>]*>)([^<]*)<\/textarea>/g)) {
    add(attribute(tag, "name") ?? "", text.replace(/^\n/, "").replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
  }
  return fields;
}

const isPage = (result: { readonly kind: string }): result is FlowPage => result.kind === "page";

/** A person at the pages: sees one page at a time, fills it in and presses a button. */
export class Visitor {
  page: FlowPage;
  readonly headings: string[] = [];
  private readonly deps: FlowDependencies;
  private slug: string;
  private language: Language;

  constructor(language: Language, deps = dependencies()) {
    this.deps = deps;
    this.language = language;
    this.slug = language === "sv" ? "vad" : "what";
    const first = requestFlow(deps).get(language, this.slug);
    if (!isPage(first)) throw new Error("the first step should be a page");
    this.page = first;
    this.headings.push(this.heading);
  }

  get heading(): string {
    const h1 = /<h1[^>]*>(.*?)<\/h1>/.exec(this.page.html)?.[1] ?? "";
    return h1.replace(/<[^>]+>/g, "");
  }

  get errors(): readonly string[] {
    const list = /govuk-error-summary__list">(.*?)<\/ul>/.exec(this.page.html)?.[1] ?? "";
    return [...list.matchAll(/<a[^>]*>(.*?)<\/a>/g)].map(([, text = ""]) => text.replace(/<[^>]+>/g, ""));
  }

  /** Fills in over what the page already holds and presses a button; the answer is the next page, or what is sent. */
  press(
    action: string,
    typed: Typed = {},
    at?: { readonly language: Language; readonly slug: string },
  ): ReturnType<ReturnType<typeof requestFlow>["post"]> {
    const fields = new Map<string, readonly string[]>(Object.entries(filledIn(this.page.html)));
    for (const [name, value] of Object.entries(typed)) fields.set(name, typeof value === "string" ? [value] : value);
    fields.set("action", [action]);
    const form = tagsOf(this.page.html, "form")[0] ?? "";
    const slug = at?.slug ?? attribute(form, "action")?.split("/").at(-1) ?? this.slug;
    if (at !== undefined) this.language = at.language;
    const result = requestFlow(this.deps).post(this.language, slug, fields);
    if (isPage(result)) {
      this.page = result;
      this.slug = slug;
      this.headings.push(this.heading);
    }
    return result;
  }

  /** Answers the page and goes on. */
  answer(typed: Typed = {}): this {
    this.press("next", typed);
    return this;
  }
}

/** A whole journey to the page before sending. */
export function visitorAtCheck(language: Language, deps = dependencies()): Visitor {
  return new Visitor(language, deps)
    .answer({ right: "access" })
    .answer({ onBehalfOf: "self" })
    .answer({ protectedIdentity: "no" })
    .answer({ service: ["soc-ekonomiskt-bistand", "kultur-bibliotek"] })
    .answer({ "place.1": "Aspudden", "from.1": "2019", "to.1": "2021" })
    .answer({ details: "Ett\nTvå" })
    .answer({ delivery: "registered-address", "contact.email": "prov@exempel.se" })
    .answer({
      "person.givenName": "Prov",
      "person.familyName": "Provsson",
      "person.personalIdentityNumber": "19900101-2385",
      "person.address.street": "Provgatan 1",
      "person.address.postalCode": "123 45",
      "person.address.city": "Provstad",
    });
}
