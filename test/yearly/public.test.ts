import { describe, expect, it } from "vitest";
import { publicCsv, publicStatistics } from "../../shared/domain/yearly/public-statistics.ts";
import { figuresOf, noSums } from "../../shared/domain/yearly/sums.ts";

const unknown = figuresOf(noSums(), false);
const { requests, breaches, consultations } = figuresOf(noSums(), true);
/** A year in which no number is small. */
const year = {
  requests: {
    ...requests,
    received: 40,
    open: 6,
    byOutcome: { granted: 24, "no-data": 10 },
    byRight: { access: 35, erasure: 5 },
    byChannel: { web: 40 },
    answeredInTime: 30,
    answeredWithin30Days: 28,
    extended: 0,
  },
  breaches: {
    ...breaches,
    documented: 30,
    notifiedToAuthority: 12,
    notifiedInTime: 7,
    subjectsInformed: 9,
    neither: 12,
    byCategory: { loss: 10, technical: 20 },
    byCause: { "human-factor": 30 },
    byDiscovery: { employee: 25, subject: 5 },
  },
  consultations: { ...consultations, total: 15, beforeStart: 10, byKind: { dpia: 8, question: 7 } },
};
const unit = (id: string, received: number | null, documented: number | null, total: number | null) => ({
  id,
  figures: {
    requests: { ...requests, received },
    breaches: { ...breaches, documented },
    consultations: { ...consultations, total },
  },
});

/** The lines for everybody: figure, code, unit, value, status. The year and the headings are left out. */
const linesOf = (...[of, units = []]: [typeof unknown, Parameters<typeof publicStatistics>[2]?]) =>
  publicCsv(publicStatistics(2026, of, units))
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.replace("2026,", ""));
const about = (figure: string, ...of: Parameters<typeof linesOf>) =>
  linesOf(...of).filter((line) => line.startsWith(`${figure},`));

describe("what everybody may read of a year", () => {
  it("is, where no number is small, each number of the city and how many of each kind a unit had", () => {
    expect(linesOf(year, [unit("a", 25, 30, 0), unit("b", 10, 0, 15)])).toEqual([
      "requests.received,,,40,shown",
      "requests.open,,,6,shown",
      "requests.byOutcome,granted,,24,shown",
      "requests.byOutcome,no-data,,10,shown",
      "requests.answeredInTime,,,30,shown",
      "requests.answeredWithin30Days,,,28,shown",
      "requests.extended,,,0,shown",
      "requests.byRight,access,,35,shown",
      "requests.byRight,erasure,,5,shown",
      "requests.byChannel,web,,40,shown",
      "breaches.documented,,,30,shown",
      "breaches.notifiedToAuthority,,,12,shown",
      "breaches.neither,,,12,shown",
      "breaches.notifiedInTime,,,7,shown",
      "breaches.subjectsInformed,,,9,shown",
      "breaches.byCategory,loss,,10,shown",
      "breaches.byCategory,technical,,20,shown",
      "breaches.byCause,human-factor,,30,shown",
      "breaches.byDiscovery,employee,,25,shown",
      "breaches.byDiscovery,subject,,5,shown",
      "consultations.total,,,15,shown",
      "consultations.beforeStart,,,10,shown",
      "consultations.byKind,dpia,,8,shown",
      "consultations.byKind,question,,7,shown",
      "requests.received,,a,25,shown",
      "requests.received,,b,10,shown",
      "breaches.documented,,a,30,shown",
      "breaches.documented,,b,0,shown",
      "consultations.total,,a,0,shown",
      "consultations.total,,b,15,shown",
    ]);
  });

  it("is, of a year that nobody knows, that it is not known", () => {
    expect(linesOf(unknown, [{ id: "a", figures: unknown }])).toEqual([
      "requests.received,,,,not-known",
      "breaches.documented,,,,not-known",
      "consultations.total,,,,not-known",
    ]);
  });

  it("is of a number under 5 that it is left out, and nothing of what is in it", () => {
    const few = { ...year, requests: { ...year.requests, received: 4 } };
    expect(linesOf(few, [unit("a", 4, 30, 15)]).filter((line) => line.startsWith("requests"))).toEqual([
      "requests.received,,,,left-out",
    ]);
    expect(linesOf({ ...year, consultations: { ...year.consultations, total: 1 } }).at(-1)).toBe(
      "consultations.total,,,,left-out",
    );
  });

  it("is, where a part is small, that it and another are left out; where all are, not even which there were", () => {
    const parted = (byRight: Readonly<Record<string, number>>) =>
      about("requests.byRight", { ...year, requests: { ...year.requests, byRight } });
    expect(parted({ access: 30, erasure: 3, objection: 7, restriction: 0 })).toEqual([
      "requests.byRight,access,,30,shown",
      "requests.byRight,erasure,,,left-out",
      "requests.byRight,objection,,,left-out",
      "requests.byRight,restriction,,0,shown",
    ]);
    expect(parted({ access: 1, erasure: 1 })).toEqual(["requests.byRight,,,,left-out"]);
  });

  it("is, of a part of a total, that it is left out where it or what remains is small, or that it is not known", () => {
    const inTime = (answeredInTime: number | null) =>
      about("requests.answeredInTime", { ...year, requests: { ...year.requests, answeredInTime } });
    for (const count of [1, 4, 36, 39]) expect(inTime(count)).toEqual(["requests.answeredInTime,,,,left-out"]);
    for (const count of [0, 5, 35, 40]) expect(inTime(count)).toEqual([`requests.answeredInTime,,,${count},shown`]);
    expect(inTime(null)).toEqual(["requests.answeredInTime,,,,not-known"]);
  });

  it("is of the open ones nothing where the ended ones would give them away", () => {
    const of = { ...year, requests: { ...year.requests, open: 2, byOutcome: { granted: 31, "no-data": 7 } } };
    expect(about("requests.open", of)).toEqual(["requests.open,,,,left-out"]);
    expect(about("requests.byOutcome", of)).toEqual([
      "requests.byOutcome,granted,,31,shown",
      "requests.byOutcome,no-data,,,left-out",
    ]);
  });

  it("is of the notified ones nothing where it is not known how many there were, or how many were neither", () => {
    const lines = (parts: Partial<typeof breaches>) =>
      linesOf({ ...year, breaches: { ...year.breaches, ...parts } }).filter((line) =>
        /^breaches\.(neither|notified)/.test(line),
      );
    expect(lines({ notifiedToAuthority: null })).toEqual([]);
    expect(lines({ neither: null })).toEqual([]);
    // Of those notified none can be told, and so not either how many in time; the least of the others goes with them.
    expect(lines({ notifiedToAuthority: 2, notifiedInTime: 2, neither: 9 })).toEqual([
      "breaches.notifiedToAuthority,,,,left-out",
      "breaches.neither,,,,left-out",
    ]);
  });

  it("is, where the city's number and the units' would tell what no unit has yet, one unit less", () => {
    const units = [unit("a", 29, 30, 15), unit("b", 8, null, 0)];
    expect(about("requests.received", year, units)).toEqual([
      "requests.received,,,40,shown",
      "requests.received,,a,29,shown",
      "requests.received,,b,,left-out",
    ]);
  });

  it("is of a unit nothing where it is not known how many it had", () => {
    expect(about("breaches.documented", year, [unit("a", 29, 30, 15), unit("b", 8, null, 0)])).toEqual([
      "breaches.documented,,,30,shown",
      "breaches.documented,,a,30,shown",
    ]);
  });
});
