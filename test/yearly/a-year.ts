import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Result } from "../../shared/domain/result.ts";
import type { Violation } from "../../shared/domain/yearly/invariants.ts";
import type { Tally, YearRow } from "../../shared/domain/yearly/tally.ts";
import { tallyOfCase } from "../../shared/domain/yearly/tally-of-case.ts";
import { writeTally } from "../../shared/domain/yearly/tally-text.ts";
import { countYear, type YearCount } from "../../shared/domain/yearly/year-count.ts";
import { on } from "../domain/facts.ts";

export const socialnamnden = "sthlm-socialnamnden";

/** What every tally of these tests has, unless it says otherwise. */
const common = {
  counted: socialnamnden,
  holder: socialnamnden,
  receivedOn: on("2022-05-02"),
  imported: false,
} as const;

export const aRequestTally = (parts: Partial<Extract<Tally, { readonly kind: "request" }>> = {}): Tally => ({
  kind: "request",
  ...common,
  right: "access",
  channel: "web",
  outcome: null,
  answeredOn: null,
  inTime: false,
  within30Days: false,
  extended: false,
  left: [],
  protectedIdentity: false,
  ...parts,
});

export const aBreachTally = (parts: Partial<Extract<Tally, { readonly kind: "breach" }>> = {}): Tally => ({
  kind: "breach",
  ...common,
  drill: false,
  dismissed: false,
  whatHappened: "sent-by-mistake",
  cause: "human-factor",
  discoveredBy: "employee",
  authority: "undecided",
  notifiedInTime: false,
  informed: false,
  actionPlan: false,
  ...parts,
});

export const aConsultationTally = (parts: Partial<Extract<Tally, { readonly kind: "consultation" }>> = {}): Tally => ({
  kind: "consultation",
  ...common,
  about: "question",
  beforeStart: false,
  afterStart: false,
  ...parts,
});

/** The tallies as rows of the year, numbered from 1. */
export const rowsOf = (tallies: readonly Tally[]): readonly YearRow[] =>
  tallies.map((tally, index) => ({ reference: `case-${index + 1}`, tally }));

export function counted(
  rows: readonly YearRow[],
  { year = 2022, city = stockholm, isRunning = false }: { year?: number; city?: City; isRunning?: boolean } = {},
): Result<YearCount, Violation> {
  const counting = countYear(city, year, isRunning);
  for (const { reference, tally } of rows) counting.add(reference, writeTally(tally));
  return counting.done();
}

export function theYear(...of: Parameters<typeof counted>): YearCount {
  const count = counted(...of);
  if (!count.ok) throw new Error(`The year does not add up: ${JSON.stringify(count.error)}`);
  return count.value;
}

export const rowOf = (file: CaseFile): YearRow => ({ reference: file.reference, tally: tallyOfCase(file) });
