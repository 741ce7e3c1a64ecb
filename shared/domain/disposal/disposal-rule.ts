import type { CaseKind } from "../casework/case-file.ts";
import type { UnitId } from "../city.ts";
import { addDays, addMonths, type CivilDate } from "../civil-date.ts";
import { type Instant, stockholmDate } from "../instant.ts";

/**
 * How long cases of a kind are kept once closed, and who has decided so. Without a decision (gallringsbeslut, arkivlagen
 * 1990:782 10 §) nothing may be disposed of: the rule then only says what is proposed.
 */
export interface DisposalRule {
  readonly id: string;
  readonly kind: CaseKind;
  /** The unit it is for; left out where it is for every unit without a rule of its own. */
  readonly unit?: UnitId;
  readonly keptYears: number;
  /** The decision's reference, such as a diary number; null while nobody has decided. */
  readonly decision: string | null;
  /** First and last day in force; null is since and for ever. */
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

/** A rule that somebody has decided on. */
export type DecidedRule = DisposalRule & { readonly decision: string };

const isDecided = (rule: DisposalRule): rule is DecidedRule => rule.decision !== null;

const proposed = (id: string, kind: CaseKind, keptYears: number): DisposalRule => ({
  id,
  kind,
  keptYears,
  decision: null,
  validFrom: null,
  validTo: null,
});

/** What is proposed to a city that has decided nothing yet. */
export const proposedRules: readonly DisposalRule[] = [
  proposed("request", "request", 2),
  proposed("breach", "breach", 5),
  proposed("consultation", "consultation", 2),
];

/** Whether the rule is in force on the day, decided or not. */
export const isInForce = ({ validFrom, validTo }: DisposalRule, today: CivilDate): boolean =>
  (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);

/**
 * The rule in force for a case: its unit's own, else the city's. A unit's own rule that nobody has decided on is no reason
 * to fall back on the city's: nothing is disposed of then.
 *
 * @param unit null while the DPO decides where the case belongs: the city's rule
 */
export function ruleFor(
  rules: readonly DisposalRule[],
  { kind, unit }: { readonly kind: CaseKind; readonly unit: UnitId | null },
  today: CivilDate,
): DecidedRule | undefined {
  const inForce = rules.filter((rule) => rule.kind === kind && isInForce(rule, today));
  const own = inForce.find((rule) => rule.unit !== undefined && rule.unit === unit);
  const rule = own ?? inForce.find((one) => one.unit === undefined);
  return rule !== undefined && isDecided(rule) ? rule : undefined;
}

/**
 * The day a case goes: the day after it has been kept all its years, counted in Stockholm from when its closing was
 * recorded. 29 February ends, where there is none, on the 28th.
 */
export const goesOn = (closedRecordedAt: Instant, { keptYears }: Pick<DisposalRule, "keptYears">): CivilDate =>
  addDays(addMonths(stockholmDate(closedRecordedAt), 12 * keptYears), 1);

/** The rule by which a closed case is to go today, or undefined while it is kept. */
export function dueRule(
  rules: readonly DisposalRule[],
  kase: { readonly kind: CaseKind; readonly unit: UnitId | null; readonly closedRecordedAt: Instant },
  now: Instant,
): DecidedRule | undefined {
  const today = stockholmDate(now);
  const rule = ruleFor(rules, kase, today);
  return rule !== undefined && goesOn(kase.closedRecordedAt, rule) <= today ? rule : undefined;
}

/** The kinds of which anything can be disposed of today at all. */
export const kindsDecidedOn = (rules: readonly DisposalRule[], now: Instant): readonly CaseKind[] => {
  const today = stockholmDate(now);
  return [...new Set(rules.filter((rule) => isDecided(rule) && isInForce(rule, today)).map(({ kind }) => kind))];
};
