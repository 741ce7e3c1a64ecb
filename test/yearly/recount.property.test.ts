import { expect, test } from "vitest";
import { consultationKinds } from "../../shared/domain/casework/consultation-case.ts";
import { channels, requestOutcomes } from "../../shared/domain/casework/request-case.ts";
import { addDays } from "../../shared/domain/civil-date.ts";
import { causeCodes, discoveredByCodes, whatHappenedCodes } from "../../shared/domain/incident-codes.ts";
import { rights } from "../../shared/domain/submission.ts";
import { isBehind } from "../../shared/domain/yearly/measures.ts";
import type { Tally, YearRow } from "../../shared/domain/yearly/tally.ts";
import { on } from "../domain/facts.ts";
import { isMutating, seeded } from "../proof/seeded.ts";
import { aBreachTally, aConsultationTally, aRequestTally, rowsOf, theYear } from "./a-year.ts";
import { countAgain } from "./independent-count.ts";

const { below, pick, next, shuffled } = seeded("a year of 100,000 cases");
const yes = (share: number) => next() < share;

/** Units of 2023, when two districts became one at midsummer; the DPO's triage among them. */
const units = [
  "sthlm-sdn-rinkeby-kista",
  "sthlm-sdn-spanga-tensta",
  "sthlm-sdn-jarva",
  "sthlm-sdn-farsta",
  "sthlm-socialnamnden",
  null,
] as const;
const received = () => addDays(on("2023-01-01"), below(365));

const request = (): Tally => {
  const counted = pick(units);
  const receivedOn = received();
  const outcome = yes(0.8) ? pick(requestOutcomes) : null;
  const isAnswered = outcome !== null && !["withdrawn", "duplicate", "referred"].includes(outcome);
  return aRequestTally({
    counted,
    holder: counted?.startsWith("sthlm-sdn-rinkeby") ? "sthlm-sdn-jarva" : counted,
    receivedOn,
    right: pick(rights),
    channel: pick(channels),
    outcome,
    answeredOn: isAnswered ? addDays(receivedOn, below(120)) : null,
    inTime: isAnswered && yes(0.7),
    within30Days: isAnswered && yes(0.7),
    extended: yes(0.1),
    // The senders of these are units that existed all of that year, so that they are the same then as now.
    left: yes(0.1) ? ["sthlm-sdn-farsta"] : yes(0.02) ? ["sthlm-sdn-farsta", "sthlm-socialnamnden"] : [],
    protectedIdentity: yes(0.01),
  });
};

const breach = (): Tally => {
  const counted = pick(units);
  const authority = pick(["notified", "not-notified", "undecided"] as const);
  return aBreachTally({
    counted,
    holder: counted,
    receivedOn: received(),
    drill: yes(0.05),
    dismissed: yes(0.1),
    whatHappened: pick([...whatHappenedCodes, "unknown"]),
    cause: pick(causeCodes),
    discoveredBy: pick([...discoveredByCodes, "unknown"]),
    authority,
    notifiedInTime: authority === "notified" && yes(0.9),
    informed: yes(0.3),
    actionPlan: yes(0.5),
  });
};

const consultation = (): Tally => {
  const counted = pick(units);
  const beforeStart = yes(0.5);
  return aConsultationTally({
    counted,
    holder: counted,
    receivedOn: received(),
    about: pick(consultationKinds),
    beforeStart,
    afterStart: !beforeStart && yes(0.5),
  });
};

const cases = isMutating ? 2_000 : 100_000;
const rows: readonly YearRow[] = rowsOf(Array.from({ length: cases }, () => pick([request, breach, consultation])()));
const year = () => theYear(rows, { year: 2023 });

test("of 100,000 cases the city's figures are those of somebody who counts in another way", () => {
  expect(year().city).toEqual(countAgain(rows, () => true));
});

test("so are those of each unit", () => {
  const { ofUnit } = year();
  for (const unit of units.filter((one) => one !== null))
    expect([unit, ofUnit(unit)]).toEqual([unit, countAgain(rows, (counted) => counted === unit)]);
});

test("a unit that came after two others has them folded in as things are now, and only it", () => {
  const merged = ["sthlm-sdn-rinkeby-kista", "sthlm-sdn-spanga-tensta", "sthlm-sdn-jarva"];
  const { asNow } = year();
  expect(asNow("sthlm-sdn-jarva")).toEqual(countAgain(rows, (counted) => merged.includes(counted ?? "")));
  expect(asNow("sthlm-sdn-rinkeby-kista")).toBeNull();
  expect(asNow("sthlm-sdn-farsta")).toBeNull();
});

test("in whatever order the cases come, the figures are the same bytes", () => {
  const other = theYear(shuffled(rows), { year: 2023 });
  expect(JSON.stringify(other.city)).toBe(JSON.stringify(year().city));
});

test("each number has just so many cases behind it, and none of them twice", () => {
  const behind = (path: string) => {
    const test = isBehind(path);
    if (test === undefined) throw new Error(`There is no figure ${path}`);
    return rows.filter(({ tally }) => test(tally)).length;
  };
  const { requests, breaches, consultations } = year().city;
  for (const [kind, figures] of Object.entries({ requests, breaches, consultations }))
    for (const [name, figure] of Object.entries(figures)) {
      if (name === "medianDays" || name === "forwarded") continue;
      if (typeof figure === "number") expect([name, behind(`${kind}.${name}`)]).toEqual([name, figure]);
      else
        for (const [code, count] of Object.entries(figure ?? {}))
          expect([name, code, behind(`${kind}.${name}.${code}`)]).toEqual([name, code, count]);
    }
  expect(isBehind("requests.colour")).toBeUndefined();
  expect(isBehind("requests.byRight")).toBeUndefined();
  expect(isBehind("requests.toString")).toBeUndefined();
});
