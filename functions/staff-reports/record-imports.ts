import { reviewOf } from "../../forms/yearly-review.ts";
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

/**
 * `POST /api/v1/yearly-reviews/{year}/{unit}/record-imports`: the export of the unit's record of processing (art. 30) is read and
 * checked, and fills the answers of areas 3 and 6 that it gives, with where they come from. `dryRun` only tells.
 */
export async function postRecordImport(request: Request, deps: ReportDeps): Promise<Answer> {
  const { city, reviews, clock } = deps;
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
  const now = clock();
  const today = stockholmDate(now);
  if (year > yearOf(today)) return ruleRefusal(request, "not-in-the-future");

  const table = await tableIn(file);
  const findings = table.ok ? recordFindings(table.value, city.recordColumns) : table;
  const common = { language, dryRun, ...problemsShown(findings.ok ? [] : findings.error, language) };
  if (!findings.ok)
    return dryRun ? json(200, shown(null, null, { ...common, version: null })) : fileRefused(request, findings.error);
  const proposed = proposedAnswers(findings.value);
  if (dryRun) return json(200, shown(findings.value, proposed, { ...common, version: null }));

  const write = { key: key.value, sub: who.value.sub, bodyHash: bodyHashOf(read.value.sent) };
  for (;;) {
    const standing = await reviews.get(year, unit);
    const again = standing?.writes.find((one) => one.key === write.key && one.sub === write.sub);
    if (again !== undefined && again.bodyHash !== write.bodyHash) return problem(request, "key-reused");
    if (again !== undefined)
      return json(200, shown(findings.value, proposed, { ...common, version: again.version }), {
        "idempotent-replay": "true",
      });
    const now0 = standing?.version ?? 0;
    if (wanted !== undefined && wanted !== now0) return ruleRefusal(request, "stale-version", { version: now0 });
    const version = now0 + 1;
    const kept = await reviews.keep({
      ...{ year, unit, version },
      review: filledFromRecord(standing?.review ?? unanswered, findings.value, today),
      isMarkedByDpo: standing?.isMarkedByDpo ?? false,
      writtenAt: now,
      writes: [...(standing?.writes ?? []), { ...write, version }].slice(-remembered),
    });
    if (kept) return json(200, shown(findings.value, proposed, { ...common, version }));
    // Somebody else was first: the answers are filled in on what stands now.
  }
}
