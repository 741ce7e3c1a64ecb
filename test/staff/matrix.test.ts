import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { type Role, roles } from "../../shared/domain/casework/case-history.ts";
import { caseReference, formatReference } from "../../shared/domain/reference.ts";
import { type StaffRoute, staffRoutes } from "../../shared/domain/sight/staff-routes.ts";
import type { Who } from "../../shared/domain/who.ts";
import { breachIn, consultationIn, requestIn } from "../casework/a-case.ts";
import { aSubmission } from "../fixtures.ts";
import {
  aConsultation,
  aKey,
  anIncident,
  aRegistration,
  type Desk,
  desk,
  farsta,
  jarva,
  person,
  placed,
  type Told,
} from "./desk.ts";

/** Every state a case can be in, as far as sight goes: of Farsta, where the people of these tests work, and of others. */
const files = {
  "own request": placed(1, requestIn("received", { unit: farsta })),
  "own closed request": placed(2, requestIn("closed", { unit: farsta })),
  "own protected request": placed(3, requestIn("received", { unit: farsta, protectedIdentity: true })),
  "other request": placed(4, requestIn("received", { unit: jarva })),
  "other protected request": placed(5, requestIn("received", { unit: jarva, protectedIdentity: true })),
  "request forwarded away": placed(
    6,
    requestIn("received", {
      unit: jarva,
      countedUnit: farsta,
      forwarded: [{ at: aSubmission(6).receivedAt, from: farsta, to: jarva }],
    }),
  ),
  "request nobody has": placed(7, requestIn("triage")),
  "own breach": placed(8, breachIn("reported", { unit: farsta, reportedBy: "somebody-else" })),
  "own closed breach": placed(9, breachIn("closed", { unit: farsta, reportedBy: "somebody-else" })),
  "other breach": placed(10, breachIn("reported", { unit: jarva, reportedBy: "somebody-else" })),
  "reported breach": placed(11, breachIn("reported", { unit: jarva, reportedBy: `employee@${farsta}` })),
  "own consultation": placed(12, { ...consultationIn("received"), unit: farsta, reportedBy: "somebody-else" }),
  "other consultation": placed(13, { ...consultationIn("received"), unit: jarva, reportedBy: "somebody-else" }),
  "asked consultation": placed(14, { ...consultationIn("received"), unit: jarva, reportedBy: `employee@${farsta}` }),
} as const satisfies Readonly<Record<string, CaseFile>>;
type State = keyof typeof files;
// The object's own keys.
const states = Object.keys(files) as readonly State[];

const people: Readonly<Record<string, Who>> = {
  ...Object.fromEntries(roles.map((role) => [role, person(role, farsta)])),
  "cleared coordinator": person("coordinator", farsta, { mayProtected: true }),
  "manager cleared in vain": person("manager", farsta, { mayProtected: true }),
  "coordinator who left the unit": person("coordinator"),
  "nobody in particular": person("employee", farsta, { sub: "a-newcomer" }),
  "nobody at all": person("employee", farsta, { roles: [] }),
};

/** What each may see, written out by hand from the contract and the decisions on roles. */
const seen: Readonly<Record<string, readonly State[] | "everything">> = {
  dpo: "everything",
  coordinator: ["own request", "own closed request", "own breach", "own closed breach", "own consultation"],
  "cleared coordinator": [
    "own request",
    "own closed request",
    "own protected request",
    "own breach",
    "own closed breach",
    "own consultation",
  ],
  manager: ["own breach", "own closed breach"],
  "manager cleared in vain": ["own breach", "own closed breach"],
  security: ["own breach", "own closed breach", "other breach", "reported breach"],
  employee: ["reported breach", "asked consultation"],
  "nobody in particular": [],
  "coordinator who left the unit": [],
  central: [],
  "nobody at all": [],
};
const maySee = (name: string, state: State): boolean => {
  const theirs = seen[name];
  return theirs === "everything" || (theirs?.includes(state) ?? false);
};

const withFiles = (): Desk => {
  const open = desk();
  open.open(...Object.values(files));
  return open;
};

const missing = formatReference(caseReference(aSubmission(99).reference, 1));
const note = (file: CaseFile) => ({ command: "note", version: file.version, text: "En anteckning." });
const key = aKey();
/** An answer whole, as bytes: status, headers and body. */
const bytes = ({ status, headers, text }: Told): string => JSON.stringify([status, headers, text]);

/** The calls that concern one case. */
const calls = {
  "GET case": (at: Desk, who: Who, reference: string) => at.get(who, reference),
  "GET history": (at: Desk, who: Who, reference: string) => at.history(who, reference),
  "POST command": (at: Desk, who: Who, reference: string, file: CaseFile) =>
    at.command(who, reference, note(file), { key }),
} as const;

describe.each(Object.keys(people))("what there is for: %s", (name) => {
  const who = people[name] ?? person("central");
  const isLetIn = name !== "central" && name !== "nobody at all";

  it.each(Object.keys(calls))(
    "%s answers what is theirs, and says the same of what is not theirs as of what is not there",
    async (call) => {
      // The object's own keys.
      const asked = calls[call as keyof typeof calls];
      const nothing = bytes(await asked(withFiles(), who, missing, files["own request"]));
      expect(JSON.parse(nothing)[0]).toBe(isLetIn ? 404 : 403);
      for (const state of states) {
        const file = files[state];
        const at = withFiles();
        const told = await asked(at, who, formatReference(file.reference), file);
        if (maySee(name, state) && call === "POST command" && name === "employee" && file.kind === "consultation") {
          // They follow what they asked; notes on it are the unit's and the DPO's to write.
          expect({ state, status: told.status }).toEqual({ state, status: 403 });
          expect(at.files.get(`${file.submission}#${file.number}`)).toBe(file);
        } else if (maySee(name, state)) {
          expect({ state, status: told.status }).toEqual({ state, status: 200 });
          expect(at.looks.map(({ reference, sub }) => ({ reference, sub }))).toEqual([
            { reference: file.reference, sub: who.sub },
          ]);
        } else {
          expect({ state, answer: bytes(told) }).toEqual({ state, answer: nothing });
          expect(at.looks).toEqual([]);
          expect(at.files.get(`${file.submission}#${file.number}`)).toBe(file);
        }
      }
    },
  );

  it("the list holds just what is theirs, in pages of any size", async () => {
    const at = withFiles();
    if (!isLetIn) {
      expect((await at.list(who)).status).toBe(403);
      return;
    }
    for (const limit of ["100", "1", "3"]) {
      const references: string[] = [];
      let query: Record<string, string> = { limit };
      for (let more = true; more; ) {
        const told = await at.list(who, query);
        expect(told.status).toBe(200);
        references.push(...told.body.items.map(({ reference }: { reference: string }) => reference));
        more = told.body.next !== null;
        query = { limit, cursor: told.body.next };
      }
      const theirs = states
        .filter((state) => maySee(name, state))
        .map((state) => formatReference(files[state].reference));
      expect(references.toSorted()).toEqual(theirs.toSorted());
    }
  });

  it("the routes that are not for their role answer 403, whatever is asked", async () => {
    const allowed = (route: StaffRoute): boolean => {
      const row: readonly Role[] = staffRoutes[route];
      return who.roles.some((role) => row.includes(role));
    };
    const at = withFiles();
    const registered = await at.register(who, aRegistration());
    expect(registered.status).toBe(allowed("POST /api/v1/registrations") ? 201 : 403);
    const reported = await at.report(who, anIncident({ unit: farsta }));
    expect(reported.status).toBe(allowed("POST /api/v1/incidents") ? 201 : 403);
    const consulted = await at.consult(who, aConsultation());
    // Somebody without a unit has nobody to ask for.
    const expected = who.units.length === 0 ? 422 : 201;
    expect(consulted.status).toBe(allowed("POST /api/v1/consultations") ? expected : 403);
    for (const reference of [missing, formatReference(files["own request"].reference)])
      expect((await at.accessLog(who, { reference })).status).toBe(allowed("GET /api/v1/access-log") ? 200 : 403);
  });
});

describe("somebody unknown", () => {
  const at = withFiles();
  const own = formatReference(files["own request"].reference);
  it.each<[string, () => Promise<Told>]>([
    ["GET cases", () => at.list(null)],
    ["GET a case", () => at.get(null, own)],
    ["GET a history", () => at.history(null, own)],
    ["POST a command", () => at.command(null, own, note(files["own request"]))],
    ["POST an incident", () => at.report(null, anIncident())],
    ["POST a consultation", () => at.consult(null, aConsultation())],
    ["POST a registration", () => at.register(null, aRegistration())],
    ["GET the access log", () => at.accessLog(null, { reference: own })],
  ])("%s is answered 401 and told what to show", async (_, asked) => {
    const told = await asked();
    expect(told.status).toBe(401);
    expect(told.headers["www-authenticate"]).toContain("Bearer");
    expect(at.looks).toEqual([]);
    expect(at.submissions.size).toBe(0);
  });

  it("whose token has run out is told so, and whose token cannot be checked just now is asked to wait", async () => {
    expect((await at.get(null, own, { unknown: "expired" })).body.code).toBe("token-expired");
    expect((await at.get(null, own, { unknown: "invalid" })).body.code).toBe("token-refused");
    expect((await at.get(null, own, { unknown: "unavailable" })).status).toBe(503);
  });

  it("a browser's cookie opens no call of the API: it is sent along by whoever makes the browser ask", async () => {
    const coordinator = person("coordinator", farsta);
    expect((await at.get(coordinator, own, { via: "session" })).status).toBe(401);
    expect((await at.command(coordinator, own, note(files["own request"]), { via: "session" })).status).toBe(401);
  });
});
