import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { type Role, roles } from "../../shared/domain/casework/case-history.ts";
import { permissions } from "../../shared/domain/casework/permission.ts";
import { queuesOf } from "../../shared/domain/casework/queue.ts";
import {
  actingRole,
  caseKinds,
  followsOnly,
  mayEverGive,
  maySee,
  queuesFor,
  seenAs,
  sight,
  stateOf,
  type Viewer,
} from "../../shared/domain/sight/sight.ts";
import { mayUse, type StaffPageRoute, type StaffRoute, staffRoutes } from "../../shared/domain/sight/staff-routes.ts";
import { breachIn, consultationIn, farsta, jarva, kultur, requestIn } from "../casework/a-case.ts";

const viewer = (held: readonly Role[], units: readonly string[] = [], more: Partial<Viewer> = {}): Viewer => ({
  sub: "somebody",
  roles: held,
  units,
  mayProtected: false,
  ...more,
});

const request = requestIn("received", { unit: farsta });
const secret = requestIn("received", { unit: farsta, protectedIdentity: true });
const triage = requestIn("triage");
const breach = breachIn("reported");
const consultation = consultationIn("received");

describe("who sees which case", () => {
  it.each<[string, Viewer, CaseFile, boolean]>([
    ["a coordinator sees the own unit's request", viewer(["coordinator"], [farsta]), request, true],
    ["a coordinator does not see another unit's request", viewer(["coordinator"], [jarva]), request, false],
    ["a coordinator without a unit sees no case", viewer(["coordinator"]), request, false],
    ["a coordinator sees nothing that nobody has yet", viewer(["coordinator"], [farsta]), triage, false],
    ["a coordinator sees the own unit's breach", viewer(["coordinator"], [farsta]), breach, true],
    ["a coordinator sees the own unit's consultation", viewer(["coordinator"], [farsta]), consultation, true],
    ["a manager sees the own unit's breach", viewer(["manager"], [farsta]), breach, true],
    ["a manager does not see another unit's breach", viewer(["manager"], [jarva]), breach, false],
    ["a manager sees no request", viewer(["manager"], [farsta]), request, false],
    ["a manager sees no consultation", viewer(["manager"], [farsta]), consultation, false],
    ["the DPO sees what nobody has yet", viewer(["dpo"]), triage, true],
    ["the DPO sees every request", viewer(["dpo"]), request, true],
    ["security sees every breach", viewer(["security"]), breach, true],
    ["security sees no request", viewer(["security"]), request, false],
    ["security sees no consultation", viewer(["security"]), consultation, false],
    ["the central function sees no case", viewer(["central"], [farsta]), breach, false],
    ["an employee sees the incident they reported", viewer(["employee"], [], { sub: "employee-1" }), breach, true],
    ["an employee does not see a colleague's report", viewer(["employee"], [farsta]), breach, false],
    ["an employee sees the question they asked", viewer(["employee"], [], { sub: "employee-1" }), consultation, true],
    ["an employee sees no request of the own unit", viewer(["employee"], [farsta]), request, false],
    ["somebody without a role sees nothing", viewer([], [farsta], { sub: "employee-1" }), breach, false],
  ])("%s", (_, who, file, expected) => {
    expect(maySee(who, file)).toBe(expected);
  });

  it("a person with protected identity is seen by the DPO and by coordinators cleared for it, in their own unit", () => {
    const coordinator = (unit: string, mayProtected: boolean) => viewer(["coordinator"], [unit], { mayProtected });
    expect(maySee(viewer(["dpo"]), secret)).toBe(true);
    expect(maySee(coordinator(farsta, false), secret)).toBe(false);
    expect(maySee(coordinator(farsta, true), secret)).toBe(true);
    expect(maySee(coordinator(jarva, true), secret)).toBe(false);
    for (const role of ["manager", "security", "employee", "central"] as const)
      expect(maySee(viewer([role], [farsta], { mayProtected: true }), secret)).toBe(false);
  });

  it("a case is seen in the role that sees most of it", () => {
    const who = viewer(["employee", "manager"], [farsta], { sub: "employee-1" });
    expect(seenAs(who, breach)).toBe("manager");
    expect(seenAs({ ...who, units: [] }, breach)).toBe("employee");
  });
});

describe("lists", () => {
  const files: readonly CaseFile[] = [farsta, jarva, kultur].flatMap((unit) => [
    ...(["received", "reviewing", "closed"] as const).flatMap((status) => [
      requestIn(status, { unit }),
      requestIn(status, { unit, protectedIdentity: true }),
    ]),
    ...(["reported", "decided", "closed", "dismissed"] as const).flatMap((status) => [
      breachIn(status, { unit }),
      breachIn(status, { unit, reportedBy: "somebody" }),
    ]),
    ...(["received", "answered", "closed"] as const).map((status) => ({ ...consultationIn(status), unit })),
    { ...consultationIn("received"), unit, reportedBy: "somebody" },
  ]);
  const everything = [...files, triage, requestIn("triage", { protectedIdentity: true })];

  /** Every set of roles, with and without units and clearance. */
  const viewers = Array.from({ length: 2 ** roles.length }, (_, bits) => roles.filter((_role, at) => bits & (1 << at)))
    .flatMap((held) => [[], [farsta], [farsta, kultur]].map((units) => viewer(held, units)))
    .flatMap((who) => [who, { ...who, mayProtected: true }]);

  it("hold every case that somebody may see, and no other", () => {
    for (const who of viewers)
      for (const file of everything) {
        const { unit, city, reporter } = queuesOf(file);
        const asked = queuesFor(who, { state: stateOf(file.status) });
        const listed = [unit, city, reporter].some((queue) => queue !== null && asked.includes(queue));
        expect({ who, file: file.reference, listed }).toEqual({ who, file: file.reference, listed: maySee(who, file) });
      }
  });

  it("of one unit hold that unit's cases, and nothing of a unit that is not theirs", () => {
    const coordinator = viewer(["coordinator"], [farsta, kultur]);
    const here = queuesFor(coordinator, { state: "open", unit: farsta, kind: "request" });
    expect(here).toEqual([queuesOf(requestIn("received", { unit: farsta })).unit]);
    expect(queuesFor(coordinator, { state: "open", unit: jarva })).toEqual([]);
    expect(queuesFor(viewer(["dpo"]), { state: "open", unit: jarva, kind: "breach" })).toEqual([
      queuesOf(breachIn("reported", { unit: jarva })).unit,
    ]);
  });

  it("of a role that sees the whole city are the city's, whatever other roles the person has", () => {
    const asked = { state: "open", kind: "breach" } as const;
    expect(queuesFor(viewer(["dpo", "coordinator", "employee"], [farsta]), asked)).toEqual(
      queuesFor(viewer(["dpo"]), asked),
    );
    expect(queuesFor(viewer(["coordinator", "employee"], [farsta]), asked)).toHaveLength(2);
  });

  it("of the central function are none", () => {
    expect(queuesFor(viewer(["central"], [farsta], { mayProtected: true }), { state: "open" })).toEqual([]);
  });
});

describe("in which role a command is given", () => {
  it("is one that both sees the case and may give the command", () => {
    const managerHere = viewer(["manager", "coordinator"], [farsta]);
    expect(actingRole(managerHere, "amend", breach)).toBe("manager");
    expect(actingRole(managerHere, "add-measure", breach)).toBe("coordinator");
    expect(actingRole(managerHere, "assess", breach)).toBeUndefined();
    expect(actingRole(viewer(["manager"], [farsta]), "answer", request)).toBeUndefined();
  });

  it("is an employee's when they only follow what they reported, and nobody else's", () => {
    expect(roles.filter(followsOnly)).toEqual(["employee"]);
  });

  it("is never one whose own sight does not reach the case", () => {
    // Security sees every breach and may write notes; the manager's measures hold in the own unit only.
    const who = viewer(["security", "manager"], [jarva]);
    expect(actingRole(who, "note", breach)).toBe("security");
    expect(actingRole(who, "add-measure", breach)).toBeUndefined();
  });

  it("whether it may ever be given follows from the roles alone", () => {
    expect(mayEverGive(viewer(["central"]), "note")).toBe(false);
    expect(mayEverGive(viewer(["employee"]), "take")).toBe(false);
    expect(mayEverGive(viewer(["employee"]), "note")).toBe(true);
    expect(mayEverGive(viewer(["employee", "central"]), "note")).toBe(true);
    expect(mayEverGive(viewer([]), "note")).toBe(false);
    expect(mayEverGive(viewer(["coordinator"]), "assess")).toBe(false);
    expect(mayEverGive(viewer(["coordinator"]), "no-such-command")).toBe(false);
    expect(mayEverGive(viewer(["coordinator"]), "toString")).toBe(false);
  });

  it("every role that may give a command to a kind of case sees cases of that kind", () => {
    for (const kind of caseKinds)
      for (const [command, may] of Object.entries<readonly Role[]>(permissions[kind]))
        for (const role of may)
          expect({ kind, command, role, reach: sight[role][kind] }).not.toMatchObject({ reach: "none" });
  });
});

describe("which roles use which page", () => {
  const everybody = "central coordinator dpo employee manager security";
  const thoseWithCases = "coordinator dpo employee manager security";
  const written: Readonly<Record<StaffPageRoute, string>> = {
    "GET /personal": everybody,
    "GET /personal/arenden": thoseWithCases,
    "GET /personal/arenden/{reference}": thoseWithCases,
    "POST /personal/arenden/{reference}": thoseWithCases,
    "GET /personal/arenden/{reference}/svar-till-imy": "coordinator dpo manager security",
    "GET /personal/arenden/{reference}/svar-till-imy.txt": "coordinator dpo manager security",
    "GET /personal/arenden/{reference}/svarsfiler": "coordinator dpo",
    "POST /personal/arenden/{reference}/svarsfiler": "coordinator dpo",
    "GET /personal/arenden/{reference}/svarsfiler/{file}": "coordinator dpo",
    "GET /personal/arenden/{reference}/underlag/{file}": "coordinator dpo",
    "GET /personal/arenden/{reference}/brev": "coordinator dpo",
    "GET /personal/kvitto/{reference}": everybody,
    "GET /personal/incident": everybody,
    "GET /personal/incident/{step}": everybody,
    "POST /personal/incident/{step}": everybody,
    "GET /personal/fraga": everybody,
    "GET /personal/fraga/{step}": everybody,
    "POST /personal/fraga/{step}": everybody,
    "GET /personal/registrera": "coordinator dpo",
    "GET /personal/registrera/{step}": "coordinator dpo",
    "POST /personal/registrera/{step}": "coordinator dpo",
    "GET /personal/statistik": "central coordinator dpo",
    "GET /personal/statistik/{year}": "central coordinator dpo",
    "GET /personal/statistik/{year}/arenden": "coordinator dpo",
    "GET /personal/statistik/{year}/filer/{name}": "dpo",
    "POST /personal/statistik/{year}/sammanstallningar": "dpo",
    "GET /personal/statistik/{year}/sammanstallningar/{id}": "dpo",
    "GET /personal/statistik/{year}/las": "dpo",
    "POST /personal/statistik/{year}/las": "dpo",
    "GET /personal/arsuppfoljning": "coordinator dpo",
    "GET /personal/arsuppfoljning/{year}/{unit}": "coordinator dpo",
    "GET /personal/arsuppfoljning/{year}/{unit}/{part}": "coordinator dpo",
    "POST /personal/arsuppfoljning/{year}/{unit}/{part}": "coordinator dpo",
    "GET /personal/historik": "dpo",
    "POST /personal/historik": "dpo",
  };

  it.each(Object.entries(written))("%s is for: %s", (route, expected) => {
    const allowed = roles.filter((role) => mayUse(route, [role]));
    expect(allowed.toSorted().join(" ")).toBe(expected);
    expect(mayUse(route, [])).toBe(false);
  });
});

describe("which roles use which route", () => {
  // The contract's own table, written down here once more.
  const contract: Readonly<Record<StaffRoute, string>> = {
    "POST /api/v1/registrations": "coordinator dpo",
    "POST /api/v1/incidents": "central coordinator dpo employee manager security",
    "POST /api/v1/consultations": "central coordinator dpo employee manager security",
    "GET /api/v1/cases": "coordinator dpo employee manager security",
    "GET /api/v1/cases/{reference}": "coordinator dpo employee manager security",
    "POST /api/v1/cases/{reference}/commands": "coordinator dpo employee manager security",
    "GET /api/v1/cases/{reference}/history": "coordinator dpo employee manager security",
    "GET /api/v1/access-log": "dpo",
    "GET /api/v1/yearly-reviews/{year}/{unit}": "coordinator dpo",
    "PUT /api/v1/yearly-reviews/{year}/{unit}": "coordinator dpo",
    "GET /api/v1/reports/{year}": "central coordinator dpo",
    "GET /api/v1/reports/{year}/references": "coordinator dpo",
    "POST /api/v1/history-imports": "dpo",
    "POST /api/v1/yearly-reviews/{year}/{unit}/record-imports": "coordinator dpo",
    "POST /api/v1/reports/{year}/compilations": "dpo",
    "GET /api/v1/reports/{year}/compilations/{id}": "dpo",
    "GET /api/v1/reports/{year}/files": "dpo",
    "GET /api/v1/reports/{year}/files/{name}": "dpo",
    "POST /api/v1/reports/{year}/locks": "dpo",
    "GET /api/v1/disposals": "dpo",
  };

  it.each(Object.entries(contract))("%s is for: %s", (route, expected) => {
    const allowed = roles.filter((role) => mayUse(route, [role]));
    expect(allowed.toSorted().join(" ")).toBe(expected);
    expect(mayUse(route, [])).toBe(false);
  });

  it("has a row for every route", () => {
    expect(Object.keys(staffRoutes).toSorted()).toEqual(Object.keys(contract).toSorted());
  });
});
