import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import { aHouse, type House } from "../house.ts";
import { aColleague, type Colleague, formIn } from "./colleague.ts";
import { aConsultation, anIncident, aRegistration, farsta, jarva, kultur } from "./desk.ts";
import { ask, type Heard, tokenFor } from "./signed-in.ts";

/** Everybody who asks: those of Kulturnämnden, whose own cases these are, and those of the city. */
const people = {
  dpo: ["dpo"],
  security: ["security"],
  central: ["central"],
  coordinator: ["coordinator", kultur],
  "cleared coordinator": ["coordinator", kultur, true],
  "coordinator elsewhere": ["coordinator", farsta],
  manager: ["manager", kultur],
  "manager elsewhere": ["manager", farsta],
  employee: ["employee", kultur],
  "employee elsewhere": ["employee", farsta],
} as const satisfies Readonly<Record<string, readonly [role: Role, unit?: string, mayProtected?: true]>>;
type Name = keyof typeof people;
// The object's own keys.
const names = Object.keys(people) as readonly Name[];

/** Each state a case can be in, and who then may see it. Written out by hand from the contract. */
const seenBy = {
  "own request": ["dpo", "coordinator", "cleared coordinator"],
  "own closed request": ["dpo", "coordinator", "cleared coordinator"],
  "own protected request": ["dpo", "cleared coordinator"],
  "request of another unit": ["dpo"],
  "request forwarded away": ["dpo", "coordinator elsewhere"],
  "request nobody has": ["dpo"],
  "own breach": ["dpo", "security", "coordinator", "cleared coordinator", "manager", "employee"],
  "own closed breach": ["dpo", "security", "coordinator", "cleared coordinator", "manager", "employee"],
  "breach of another unit": ["dpo", "security", "coordinator elsewhere", "manager elsewhere", "employee"],
  "own consultation": ["dpo", "coordinator", "cleared coordinator", "employee"],
  "consultation of another unit": ["dpo", "coordinator elsewhere", "employee elsewhere"],
} as const satisfies Readonly<Record<string, readonly Name[]>>;
type State = keyof typeof seenBy;
// The object's own keys.
const states = Object.keys(seenBy) as readonly State[];

let house: House;
const tokens = new Map<Name, string>();
/** The same people at their browsers, and the proof that their forms carry. */
const browsers = new Map<Name, { readonly colleague: Colleague; readonly csrf: string }>();
const references = new Map<State, string>();
let missing = "";

const token = (name: Name): string => tokens.get(name) ?? "";
const made = async (told: Promise<Heard>): Promise<string> => {
  const { status, body, text } = await told;
  if (status !== 201) throw new Error(text);
  return body.reference;
};
const done = async (reference: string, ...bodies: readonly Readonly<Record<string, unknown>>[]): Promise<string> => {
  for (const [n, body] of bodies.entries()) {
    const told = await ask(house, token("dpo"), `POST cases/${reference}/commands`, { version: n + 1, ...body });
    if (told.status !== 200) throw new Error(told.text);
  }
  return reference;
};

beforeAll(async () => {
  house = await aHouse();
  for (const name of names) {
    const [role, unit, mayProtected] = people[name] as readonly [Role, string?, true?];
    tokens.set(name, await tokenFor(house, role, unit, mayProtected));
    const person = ["local", role, unit, mayProtected && "protected"].filter(Boolean).join(".");
    const colleague = await aColleague(house, person);
    const { fields } = formIn((await colleague.get("/personal")).html, () => true);
    browsers.set(name, { colleague, csrf: new Map(fields).get("csrf") ?? "" });
  }
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  const register = async (parts: Readonly<Record<string, unknown>> = {}) =>
    `${await made(ask(house, token("dpo"), "POST registrations", aRegistration(parts)))}-1`;
  const report = (parts: Readonly<Record<string, unknown>> = {}) =>
    made(
      ask(house, token("employee"), "POST incidents", anIncident({ detectedAt: hourAgo, awareAt: hourAgo, ...parts })),
    );
  const consult = (by: Name) => made(ask(house, token(by), "POST consultations", aConsultation()));
  const person = { givenName: "Exempel", familyName: "Exempelsson", personalIdentityNumber: "19900101-2385" };

  references.set("own request", await register());
  references.set("own closed request", await register());
  references.set("own protected request", await register({ protectedIdentity: true, delivery: "pick-up", person }));
  references.set(
    "request of another unit",
    await register({ concerns: [{ service: "soc-ekonomiskt-bistand", place: "Husby" }] }),
  );
  references.set("request forwarded away", await register());
  references.set("request nobody has", await register({ right: "complaint" }));
  references.set("own breach", await report());
  references.set("own closed breach", await report());
  references.set("breach of another unit", await report({ unit: farsta }));
  references.set("own consultation", await consult("employee"));
  references.set("consultation of another unit", await consult("employee elsewhere"));
  const gone = await register();
  missing = gone.replace(/-1$/, "-9");
  await house.idle();
  const of = (state: State): string => references.get(state) ?? "";
  await done(of("own closed request"), { command: "withdraw" });
  await done(of("own closed breach"), { command: "dismiss", explanation: "Inga personuppgifter." });
  await done(of("request forwarded away"), { command: "forward", toUnit: farsta, reason: "Fel enhet." });
  // One case more, which lies in a unit that nobody here belongs to.
  await done(gone, { command: "forward", toUnit: jarva, reason: "Fel enhet." });
});
afterAll(() => house.close());

const caseAt = (reference: string) => `/personal/arenden/${reference}`;

/** A page as an answer. The proof in its forms is new each time and tells nothing of what was asked for. */
async function paged(
  name: Name,
  at: (browser: NonNullable<ReturnType<typeof browsers.get>>) => Promise<Awaited<ReturnType<Colleague["get"]>>>,
): Promise<Heard> {
  const browser = browsers.get(name);
  if (browser === undefined) throw new Error(`${name} has no browser`);
  const { status, html, headers } = await at(browser);
  return { status, text: html.replaceAll(/name="csrf" value="[^"]*"/g, ""), body: undefined, headers };
}

const calls = {
  "GET case": (name: Name, reference: string) => ask(house, token(name), `GET cases/${reference}`),
  "GET history": (name: Name, reference: string) => ask(house, token(name), `GET cases/${reference}/history`),
  // On a version that is never the right one, so that nothing changes while all ask.
  "POST command": (name: Name, reference: string) =>
    ask(house, token(name), `POST cases/${reference}/commands`, { command: "note", version: 900, text: "Nej." }),
  "GET the page": (name: Name, reference: string) => paged(name, ({ colleague }) => colleague.get(caseAt(reference))),
  "POST the page": (name: Name, reference: string) =>
    paged(name, ({ colleague, csrf }) =>
      colleague.post(
        caseAt(reference),
        new URLSearchParams({ csrf, key: "a-key-of-the-matrix", version: "900", command: "note", text: "Nej." }),
      ),
    ),
} as const;

/** An answer as bytes, without what differs from one moment to the next. */
const bytes = ({ status, text, headers }: Heard): string =>
  JSON.stringify([status, text, [...headers].filter(([name]) => name !== "date").toSorted()]);

let compared = 0;

describe.each(names)("%s", (name) => {
  it.each(Object.keys(calls))(
    "%s: what is theirs, and the same nothing for what is not theirs and what is not there",
    async (call) => {
      // The object's own keys.
      const asked = calls[call as keyof typeof calls];
      const nothing = await asked(name, missing);
      expect(nothing.status).toBe(name === "central" ? 403 : 404);
      for (const state of states) {
        const told = await asked(name, references.get(state) ?? "");
        compared += 1;
        const row: readonly Name[] = seenBy[state];
        if (!row.includes(name)) expect({ state, answer: bytes(told) }).toEqual({ state, answer: bytes(nothing) });
        else if (!call.startsWith("POST")) expect({ state, status: told.status }).toEqual({ state, status: 200 });
        else {
          // Whoever asked a question follows it, and writes no notes on it; everybody else is told that theirs is stale.
          const isFollowed = name.startsWith("employee") && state.includes("consultation");
          expect({ state, status: told.status }).toEqual({ state, status: isFollowed ? 403 : 409 });
        }
      }
    },
  );

  it("the list on its page: what is theirs of what is to be done, and nothing else", async () => {
    const open = await paged(name, ({ colleague }) => colleague.get("/personal/arenden"));
    expect(open.status).toBe(name === "central" ? 403 : 200);
    const ended = await paged(name, ({ colleague }) => colleague.get("/personal/arenden?status=closed"));
    const dismissed = await paged(name, ({ colleague }) => colleague.get("/personal/arenden?status=dismissed"));
    for (const state of states) {
      const row: readonly Name[] = seenBy[state];
      const listed = (state === "own closed request" ? ended : state === "own closed breach" ? dismissed : open).text;
      expect({ state, listed: listed.includes(references.get(state) ?? "?") }).toEqual({
        state,
        listed: row.includes(name),
      });
      const others = state.includes("closed") ? open.text : ended.text + dismissed.text;
      expect({ state, elsewhere: others.includes(references.get(state) ?? "?") }).toEqual({ state, elsewhere: false });
    }
  });

  it("the answers for IMY, of a breach that they see with its assessment", async () => {
    for (const file of ["", ".txt"]) {
      const at = (state: State) =>
        paged(name, ({ colleague }) => colleague.get(`${caseAt(references.get(state) ?? "")}/svar-till-imy${file}`));
      const isAssessing = !name.startsWith("employee") && name !== "central";
      const nothing = await paged(name, ({ colleague }) => colleague.get(`${caseAt(missing)}/svar-till-imy${file}`));
      expect(nothing.status).toBe(isAssessing ? 404 : 403);
      for (const state of states) {
        const row: readonly Name[] = seenBy[state];
        const told = await at(state);
        if (isAssessing && state.includes("breach") && row.includes(name)) expect(told.status).toBe(200);
        else expect({ state, answer: bytes(told) }).toEqual({ state, answer: bytes(nothing) });
      }
    }
  });

  it("GET cases: what is theirs, and nothing else", async () => {
    const list = await ask(house, token(name), "GET cases?limit=100");
    if (name === "central") return expect(list.status).toBe(403);
    const theirs = states.filter((state) => (seenBy[state] as readonly Name[]).includes(name));
    const listed = new Set(list.body.items.map(({ reference }: { reference: string }) => reference));
    for (const state of states)
      expect({ state, listed: listed.has(references.get(state)) }).toEqual({ state, listed: theirs.includes(state) });
  });
});

it("nobody, no call and no state of a case was left out", () => {
  expect(compared).toBe(names.length * Object.keys(calls).length * states.length);
  console.log(
    `people ${names.length}, calls ${Object.keys(calls).length}, states ${states.length}, answers ${compared}, wrong 0`,
  );
});
