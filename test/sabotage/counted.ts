import type { Bug } from "./bug.ts";

const request = "test/casework/request.test.ts";
const breach = "test/casework/breach.test.ts";

/** Days, hours, rules and figures. */
export const countedBugs: readonly Bug[] = [
  {
    name: "days are counted in UTC instead of in Stockholm",
    file: "shared/domain/instant.ts",
    edits: [{ find: 'timeZone: "Europe/Stockholm"', replace: 'timeZone: "UTC"' }],
    caughtBy: {
      file: request,
      test: "runs from the local day: received at 23.30 UTC is received the next day in Stockholm",
    },
  },
  {
    name: "a month is thirty days",
    file: "shared/domain/request-deadline.ts",
    edits: [
      {
        find: "const nominal = addMonths(receivedOn, months);",
        replace: "const nominal = addDays(receivedOn, 30 * months);",
      },
    ],
    caughtBy: {
      file: "test/domain/request-deadline.test.ts",
      test: "every receipt from 1997 to 2060 has the last day an independent calculator gives",
    },
  },
  {
    name: "72 hours are three days by the clock on the wall",
    file: "shared/domain/breach-deadline.ts",
    edits: [
      {
        find: "const dueAt = addMilliseconds(awareAt, hours * msPerHour);",
        replace:
          "const plain = addMilliseconds(awareAt, hours * msPerHour);\n" +
          "  const dueAt = addMilliseconds(plain, (stockholmOffset(awareAt) - stockholmOffset(plain)) * 60_000);",
      },
    ],
    caughtBy: {
      file: "test/casework/incident.test.ts",
      test: "keeps exactly 72 hours when the clocks go back in between",
    },
  },
  {
    name: "an extension counts from the day already moved",
    file: "shared/domain/request-deadline.ts",
    edits: [
      {
        find: "const extended = count(receivedOn, extendedMonths);",
        replace: "const extended = count(once.dueOn, extendedMonths - months);",
      },
    ],
    caughtBy: {
      file: "test/domain/request-deadline.test.ts",
      test: "every receipt from 1997 to 2060 has the last day an independent calculator gives",
    },
  },
  {
    name: "the year is that of when the case ended",
    file: "shared/domain/yearly/tally-of-case.ts",
    edits: [
      {
        find: "receivedOn: stockholmDate(file.receivedAt),\n    right:",
        replace: "receivedOn: closing?.sentOn ?? stockholmDate(file.receivedAt),\n    right:",
      },
    ],
    caughtBy: {
      file: "test/yearly/figures.test.ts",
      test: "counts a request in the year it came, also when it ended in the next",
    },
  },
  {
    name: "figures are not counted again when their sums do not come out",
    file: "shared/domain/yearly/year-count.ts",
    edits: [
      {
        find: "const wrong = violation ?? brokenSums(whole, triage, byUnit);",
        replace: "const wrong = brokenSums(whole, triage, byUnit);",
      },
    ],
    caughtBy: {
      file: "test/yearly/figures.test.ts",
      test: "a case of another year, or of a unit that the city does not have",
    },
  },
  {
    name: "what nobody knows of earlier years is counted as 0",
    file: "shared/domain/yearly/year-count.ts",
    edits: [{ find: "const isKept = isRunning || hasOwn;", replace: "const isKept = true;" }],
    caughtBy: {
      file: "test/yearly/figures.test.ts",
      test: "what nobody knows of the year before is not known, and never a 0",
    },
  },
  {
    name: "data are handed out to somebody who has not shown who they are",
    file: "shared/domain/casework/request-closing.ts",
    edits: [{ find: 'outcome !== "no-data" && !mayBeHandedOut(kase)', replace: "false" }],
    caughtBy: { file: request, test: "data are not handed out to somebody who has not shown who they are" },
  },
  {
    name: "a breach is closed though the authority has not been told of a risk",
    file: "shared/domain/casework/decide-breach.ts",
    edits: [
      {
        find: "if (!isAuthorityDecided(kase) || !isSubjectsDecided(kase)) return",
        replace: "if (kase.authority === null) return",
      },
    ],
    caughtBy: {
      file: breach,
      test: "does not stand when a later assessment finds a risk: the case is not closed until IMY is told",
    },
  },
];
