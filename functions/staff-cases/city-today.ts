import type { Circumstances } from "../../shared/domain/casework/carry-out.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { City, UnitId } from "../../shared/domain/city.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import { countedUnit } from "../../shared/domain/routing/counted-unit.ts";
import { unitsAsOf } from "../../shared/domain/routing/organisation.ts";
import type { Concern } from "../../shared/domain/routing/routing.ts";
import type { Submission } from "../../shared/domain/submission.ts";

/** The city's own units that exist on the day of an instant. */
export const unitsOn = (city: City, now: Instant): Circumstances["units"] =>
  new Map(
    unitsAsOf(city, stockholmDate(now))
      .filter(({ kind }) => kind !== "extern")
      .map((unit) => [unit.id, unit]),
  );

const concernsOf = ({ answers }: Submission): readonly Concern[] =>
  typeof answers === "object" && answers !== null && "concerns" in answers && Array.isArray(answers.concerns)
    ? // The form has read the answers before they were stored, and these are its concerns.
      (answers.concerns as readonly Concern[])
    : [];

/** The unit that a case counts in when `unit` holds it: as it was on the day the case counts from. */
export const countsIn =
  (city: City, file: CaseFile, submission: Submission | undefined) =>
  (unit: UnitId): UnitId => {
    const from = stockholmDate(file.kind === "breach" ? file.times.awareAt : file.receivedAt);
    return countedUnit(unit, submission === undefined ? [] : concernsOf(submission), city, from);
  };
