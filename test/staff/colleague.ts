import type { House } from "../house.ts";
import { attributeOf } from "../pages/flow-by-hand.ts";
import { aVisitor, signedIn } from "../sign-in/visitor.ts";

export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** A page as a browser without scripts got it. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  /** Where it lies, after following redirects. */
  readonly path: string;
  readonly headers: Headers;
}

/** What a browser says of where a form was sent from. */
export const fromOurPage = (house: Pick<House, "url">) => ({ "sec-fetch-site": "same-origin", origin: house.url });

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** Every tag of a kind; a value may hold what looks like the end of one. */
const tagsIn = (html: string, name: string): readonly string[] =>
  html.match(new RegExp(`<${name}\\b(?:[^>"]|"[^"]*")*>`, "g")) ?? [];

/** A form of a page: where it is sent, and what it holds before anybody has typed. */
export function formIn(html: string, isIt: (form: string) => boolean) {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([whole]) => whole).find(isIt);
  if (form === undefined) throw new Error("there is no such form on the page");
  const [opening = ""] = tagsIn(form, "form");
  const fields = tagsIn(form, "input").flatMap((tag): [string, string][] => {
    const isChosen = !/type="(radio|checkbox)"/.test(tag) || /\schecked/.test(tag);
    const name = attributeOf(tag, "name");
    return name === undefined || !isChosen ? [] : [[name, unescaped(attributeOf(tag, "value") ?? "")]];
  });
  const texts = [...form.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g)].map(
    ([, attributes = "", text = ""]): [string, string] => [attributeOf(attributes, "name") ?? "", unescaped(text)],
  );
  const chosen = [...form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(
    ([, attributes = "", options = ""]): [string, string] => {
      const selected = tagsIn(options, "option").find((tag) => /\sselected/.test(tag)) ?? "";
      return [attributeOf(attributes, "name") ?? "", unescaped(attributeOf(selected, "value") ?? "")];
    },
  );
  return { action: unescaped(attributeOf(opening, "action") ?? ""), fields: [...fields, ...texts, ...chosen] };
}

const isCommand = (command: string) => (form: string) => form.includes(`name="command" value="${command}"`);
const isFlow = (form: string) => form.includes('id="answers"');

/** What stands in the page, without its marks. */
export const wordsOf = (html: string): string =>
  unescaped(html.replace(/<head>[\s\S]*?<\/head>/, "").replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");

export const headingOf = (html: string): string => wordsOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? "").trim();

/** Somebody signed in by a browser of their own, as the local provider knows them: `local.dpo`. */
export async function aColleague(house: Pick<House, "url">, person: string) {
  const visitor = aVisitor();
  await signedIn(visitor, house, person);

  const send = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const answer = await visitor.go(`${house.url}${path}`, init);
    const html = await answer.text();
    return { status: answer.status, html, path: answer.headers.get("location") ?? path, headers: answer.headers };
  };
  const get = (path: string) => send(path);
  /** Follows redirects as long as they stay here. */
  const open = async (path: string): Promise<Seen> => {
    const seen = await get(path);
    return seen.status === 303 ? open(seen.path) : seen;
  };
  const bodyOf = (fields: readonly (readonly [string, string])[], typed: Filled): URLSearchParams => {
    const body = new URLSearchParams(fields.filter(([name]) => typed[name] === undefined).map(([a, b]) => [a, b]));
    for (const [name, values] of Object.entries(typed)) for (const value of [values].flat()) body.append(name, value);
    return body;
  };
  const post = (path: string, body: URLSearchParams, headers: Record<string, string> = fromOurPage(house)) =>
    send(path, { method: "POST", body, headers });
  const fill = (html: string, isIt: (form: string) => boolean, typed: Filled) => {
    const { action, fields } = formIn(html, isIt);
    return { action, body: bodyOf(fields, typed) };
  };
  return {
    visitor,
    get,
    open,
    post,
    /** A command's form on a case's page, filled in. */
    command: (html: string, command: string, typed: Filled = {}) => fill(html, isCommand(command), typed),
    /** A form's page, filled in. */
    step: (html: string, typed: Filled = {}) => fill(html, isFlow, { action: "next", ...typed }),
    /** Opens a case, fills in a command's form and sends it; the page after. */
    give: async (path: string, command: string, typed: Filled = {}): Promise<Seen> => {
      const { html } = await open(path);
      const { action, body } = fill(html, isCommand(command), typed);
      const answer = await post(action, body);
      return answer.status === 303 ? open(answer.path) : answer;
    },
    /** Fills in a form page by page and sends it; the receipt, or the page where it stopped. */
    through: async (start: string, pages: readonly Filled[]): Promise<Seen> => {
      let seen = await open(start);
      for (const typed of [...pages, { action: "send" }]) {
        const { action, body } = fill(seen.html, isFlow, { action: "next", ...typed });
        seen = await post(action, body);
        if (seen.status !== 200) break;
      }
      return seen.status === 303 ? open(seen.path) : seen;
    },
  };
}
export type Colleague = Awaited<ReturnType<typeof aColleague>>;

/** The day and the time of an instant as they are typed, in Stockholm. */
export function typedTime(name: string, at: Date): Filled {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", dateStyle: "short", timeStyle: "short" })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    [`${name}.year`]: parts.year ?? "",
    [`${name}.month`]: parts.month ?? "",
    [`${name}.day`]: parts.day ?? "",
    [`${name}.clock`]: `${parts.hour}.${parts.minute}`,
  };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** An incident as an employee tells it, page by page. */
export const anIncidentByPages = (parts: { readonly description?: string } = {}): readonly Filled[] => [
  { whatHappened: "sent-by-mistake", description: parts.description ?? "Ett påhittat brev hamnade fel." },
  { ...typedTime("detectedAt", minutesAgo(30)), discoveredBy: "employee" },
  {},
  { personGroups: ["clients"], personsAbout: "12" },
  { dataKinds: ["health"], effect: ["confidentiality"] },
  { stopped: "yes" },
  { "manager.name": "Prov Chefsson", "manager.email": "chef@intag.example" },
];

/** A letter that came two days ago, page by page. */
export const aRegistrationByPages = (service = "kultur-bibliotek"): readonly Filled[] => {
  const { "receivedAt.clock": _, ...day } = typedTime("receivedAt", minutesAgo(2 * 24 * 60));
  return [
    { channel: "post", ...day },
    { right: "access" },
    { onBehalfOf: "self" },
    { protectedIdentity: "no" },
    { service: [service] },
    {},
    { delivery: "registered-address" },
    {
      "person.givenName": "Prov",
      "person.familyName": "Provsson",
      "person.personalIdentityNumber": "19900101-2385",
      "person.address.street": "Provgatan 1",
      "person.address.postalCode": "123 45",
      "person.address.city": "Provstad",
    },
  ];
};

export const aQuestionByPages: readonly Filled[] = [
  { kind: "dpia", subject: "Ett påhittat system", description: "Behöver vi göra en bedömning?" },
];

/** The number on a receipt. */
export const numberOn = (html: string): string =>
  /<strong class="intag-nowrap">([^<]+)<\/strong>/.exec(html)?.[1] ?? "";
