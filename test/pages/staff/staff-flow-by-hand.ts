import { stockholm } from "../../../shared/cities/stockholm/index.ts";
import type { FlowResult, FlowState, FlowTools } from "../../../shared/pages/form-flow.ts";
import { type StaffFormName, staffFlow } from "../../../shared/pages/staff/staff-flows.tsx";
import { attributeOf, type Typed, tagsOf } from "../flow-by-hand.ts";
import { frameFor, now, units } from "./staff-frame.ts";

/** The seal of these tests is a wrapping anyone can open: sealing is another room's matter. */
export const tools: FlowTools = {
  city: stockholm,
  seal: (state) => Buffer.from(JSON.stringify(state)).toString("base64url"),
  open: (sealed) => {
    try {
      return JSON.parse(Buffer.from(sealed, "base64url").toString()) as FlowState; // sealed by these tests
    } catch {
      return undefined;
    }
  },
  newKey: () => "a-key-born-with-the-first-page",
  now,
};

/** What a colleague answers, page by page; the dates are before the tests' own now. */
export const answersTo: Readonly<Record<StaffFormName, readonly Typed[]>> = {
  incident: [
    { whatHappened: "sent-by-mistake", description: "Ett påhittat brev hamnade fel." },
    {
      "detectedAt.year": "2026",
      "detectedAt.month": "11",
      "detectedAt.day": "25",
      "detectedAt.clock": "10.30",
      discoveredBy: "employee",
    },
    {},
    { personGroups: ["clients", "children"], personsAbout: "1 200" },
    { dataKinds: ["health"], effect: ["confidentiality"] },
    { stopped: "yes" },
    { "manager.name": "Prov Chefsson", "manager.email": "chef@intag.example", drill: "yes" },
  ],
  consultation: [{ kind: "dpia", subject: "Ett påhittat system", description: "Behöver vi göra en bedömning?" }],
  registration: [
    { channel: "post", "receivedAt.year": "2026", "receivedAt.month": "11", "receivedAt.day": "20" },
    { right: "access" },
    { onBehalfOf: "self" },
    { protectedIdentity: "no" },
    { service: ["kultur-bibliotek"] },
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
  ],
};

/** A colleague at a form: sees one page at a time, fills it in and presses a button. */
export class Colleague {
  html: string;
  status = 200;
  private readonly flow: ReturnType<typeof staffFlow>;

  constructor(name: StaffFormName) {
    this.flow = staffFlow(name, { frame: frameFor("coordinator"), city: stockholm, units }, tools);
    const redirect = this.flow.get("sv", undefined);
    const first = redirect.kind === "redirect" ? this.flow.get("sv", redirect.to.split("/").at(-1)) : redirect;
    if (first.kind !== "page") throw new Error("the first step should be a page");
    this.html = first.html;
  }

  get heading(): string {
    return (/<h1[^>]*>(.*?)<\/h1>/.exec(this.html)?.[1] ?? "").replace(/<[^>]+>/g, "");
  }

  get errors(): readonly string[] {
    const list = /govuk-error-summary__list">(.*?)<\/ul>/.exec(this.html)?.[1] ?? "";
    return [...list.matchAll(/<a[^>]*>(.*?)<\/a>/g)].map(([, text = ""]) => text.replace(/<[^>]+>/g, ""));
  }

  press(action: string, typed: Typed = {}): FlowResult {
    const form = tagsOf(this.html, "form").find((tag) => attributeOf(tag, "id") === "answers") ?? "";
    const slug = attributeOf(form, "action")?.split("/").at(-1) ?? "";
    const state = tagsOf(this.html, "input").find((tag) => attributeOf(tag, "name") === "state") ?? "";
    const returns = tagsOf(this.html, "input").some((tag) => attributeOf(tag, "name") === "return");
    const fields = new Map<string, readonly string[]>([
      ...(returns ? ([["return", ["check"]]] as const) : []),
      ["state", [attributeOf(state, "value") ?? ""]],
      ["csrf", ["sealed-for-this-person"]],
      ["action", [action]],
      ...Object.entries(typed).map(([name, value]) => [name, [value].flat()] as const),
    ]);
    const result = this.flow.post("sv", slug, fields);
    if (result.kind === "page") {
      this.html = result.html;
      this.status = result.status;
    }
    return result;
  }
}

/** Every page of a form: as it is first shown, where it can be with what is missing told, and before sending. */
export function everyStep(name: StaffFormName): ReadonlyMap<string, string> {
  const colleague = new Colleague(name);
  const pages = new Map<string, string>();
  for (const [index, typed] of answersTo[name].entries()) {
    pages.set(`page ${index + 1}`, colleague.html);
    const empty = new Colleague(name);
    for (const before of answersTo[name].slice(0, index)) empty.press("next", before);
    empty.press("next", { action: "next" });
    if (empty.status === 400) pages.set(`page ${index + 1} with errors`, empty.html);
    colleague.press("next", typed);
    if (colleague.errors.length > 0) throw new Error(`${name} ${index + 1}: ${colleague.errors.join("; ")}`);
  }
  pages.set("check", colleague.html);
  return pages;
}
