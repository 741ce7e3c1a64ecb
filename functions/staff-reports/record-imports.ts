import { reviewOf } from "../../forms/yearly-review.ts";
import type { UnitId } from "../../shared/domain/city.ts";
import { yearOf } from "../../shared/domain/civil-date.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import {
  type ProposedAnswers,
  proposedAnswers,
  type RecordFindings,
  recordFindings,
} from "../../shared/imports/record-of-processing.ts";
import { filledFromRecord, findingsInWords } from "../../shared/imports/review-answers.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { ReviewWrite } from "../../shared/store/reviews.ts";
import { bodyHashOf } from "../staff-cases/body-hash.ts";
import { admitted, keyOf } from "../staff-cases/entrance.ts";
import { ruleRefusal } from "../staff-cases/rule-refusal.ts";
import { bodyAs, fileRefused, problemsShown, tableIn } from "./import-file.ts";
import type { ReportDeps } from "./live.ts";
import { reportShapes } from "./shapes.ts";
import { mayReview, yearIn } from "./whose-year.ts";

/** So many writes of a review are remembered by their keys. */
const remembered = 50;
const unanswered: YearlyReview = reviewOf({ recommendations: [] });

const shown = (
  found: RecordFindings | null,
  proposed: ProposedAnswers | null,
  { language, ...rest }: { readonly language: Language } & Readonly<Record<string, unknown>>,
) =>
  reportShapes.RecordImport.parse({
    ...rest,
    count: found?.count ?? null,
    riskCount: found?.riskCount ?? null,
    proposed,
    findings: found === null ? [] : findingsInWords(found, language),
  });

/** What became of the answers that a record gives. */
type Filled =
  | { readonly kind: "kept" | "replay" | "stale"; readonly version: number }
  | { readonly kind: "key-reused" };

/**
 * Fills a review's answers in from its unit's record, once per key and person, and the rest of it as it stands.
 *
 * @param wanted the version that was read; undefined when the sender does not say
 */
export async function fillFromRecord(
  { year, unit }: { readonly year: number; readonly unit: UnitId },
  found: RecordFindings,
  wanted: number | undefined,
  write: Omit<ReviewWrite, "version">,
  { reviews, clock }: Pick<ReportDeps, "reviews" | "clock">,
): Promise<Filled> {
  const now = clock();
  for (;;) {
    const standing = await reviews.get(year, unit);
    const again = standing?.writes.find((one) => one.key === write.key && one.sub === write.sub);
    if (again !== undefined)
      return again.bodyHash === write.bodyHash ? { kind: "replay", version: again.version } : { kind: "key-reused" };
    const before = standing?.version ?? 0;
    if (wanted !== undefined && wanted !== before) return { kind: "stale", version: before };
    const version = before + 1;
    const isKept = await reviews.keep({
      ...{ year, unit, version },
      review: filledFromRecord(standing?.review ?? unanswered, found, stockholmDate(now)),
      isMarkedByDpo: standing?.isMarkedByDpo ?? false,
      writtenAt: now,
      writes: [...(standing?.writes ?? []), { ...write, version }].slice(-remembered),
    });
    if (isKept) return { kind: "kept", version };
    // Somebody else was first: the answers are filled in on what stands now.
  }
}

/**
 * `POST /api/v1/yearly-reviews/{year}/{unit}/record-imports`: the export of the unit's record of processing (art. 30) is read and
 * checked, and fills the answers of areas 3 and 6 that it gives, with where they come from. `dryRun` only tells.
 */
export async function postRecordImport(request: Request, deps: ReportDeps): Promise<Answer> {
  const { city, clock } = deps;
  const { language } = request;
  const read = bodyAs(request, reportShapes.RecordImportFile);
  if (!read.ok) return read.error;
  const { file, dryRun = false, version: wanted } = read.value.body;
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/yearly-reviews/{year}/{unit}/record-imports");
  if (!who.ok) return who.error;
  const [year, unit] = [yearIn(request), request.param("unit")];
  if (year === undefined || !mayReview(who.value, unit, city)) return problem(request, "not-there");
  if (year > yearOf(stockholmDate(clock()))) return ruleRefusal(request, "not-in-the-future");

  const table = await tableIn(file);
  const findings = table.ok ? recordFindings(table.value, city.recordColumns) : table;
  const common = { language, dryRun, ...problemsShown(findings.ok ? [] : findings.error, language) };
  if (!findings.ok)
    return dryRun ? json(200, shown(null, null, { ...common, version: null })) : fileRefused(request, findings.error);
  const proposed = proposedAnswers(findings.value);
  if (dryRun) return json(200, shown(findings.value, proposed, { ...common, version: null }));

  const write = { key: key.value, sub: who.value.sub, bodyHash: bodyHashOf(read.value.sent) };
  const kept = await fillFromRecord({ year, unit }, findings.value, wanted, write, deps);
  if (kept.kind === "key-reused") return problem(request, "key-reused");
  if (kept.kind === "stale") return ruleRefusal(request, "stale-version", { version: kept.version });
  return json(
    200,
    shown(findings.value, proposed, { ...common, version: kept.version }),
    kept.kind === "replay" ? { "idempotent-replay": "true" } : {},
  );
}
