import { yearlyReview } from "../../../forms/yearly-review.ts";
import { proposedAnswers, recordFindings, usualRecordColumns } from "../../../shared/imports/record-of-processing.ts";
import { findingsInWords } from "../../../shared/imports/review-answers.ts";
import { tableFromCsv } from "../../../shared/imports/table.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import { longestText } from "../../../shared/pages/staff/history-pages.tsx";
import { type RecordView, recordConfirmPage, recordPage } from "../../../shared/pages/staff/record-pages.tsx";
import { staffUnreadablePage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { yearAddresses } from "../../../shared/pages/staff/year-addresses.ts";
import { extentInWords, known } from "../../../shared/report/answer-words.ts";
import { bodyHashOf } from "../../staff-cases/body-hash.ts";
import { type Sending, unitName, type Visit } from "../../staff-cases/pages/visit.ts";
import type { ReportDeps } from "../live.ts";
import { fillFromRecord } from "../record-imports.ts";
import { unanswered } from "../reviews.ts";
import { told } from "./history.ts";
import { formKey } from "./report.ts";
import type { ReviewAsked } from "./reviews.ts";

const shown = (visit: Visit, asked: ReviewAsked, deps: ReportDeps, parts: Partial<RecordView> = {}): string =>
  recordPage(visit.frame, {
    ...asked,
    ...{ text: "", errors: [], problems: [], problemCount: 0 },
    unitName: unitName(deps)(asked.unit),
    columns: Object.values(deps.city.recordColumns ?? usualRecordColumns),
    ...parts,
  });

/** The page where a unit's record is pasted. */
export const getRecordPage = (visit: Visit, asked: ReviewAsked, deps: ReportDeps): Answer =>
  page(200, shown(visit, asked, deps));

/** The record is first tried, then the answers it gives are filled in: every row or none, once however often it is clicked. */
export async function postRecordPage(sending: Sending, asked: ReviewAsked, deps: ReportDeps): Promise<Answer> {
  const { fields, who, frame } = sending;
  const { year, unit } = asked;
  const field = (name: string): string => fields.get(name)?.[0] ?? "";
  const text = field("text");
  if (text.trim() === "" || text.length > longestText) {
    const message =
      text.trim() === "" ? "Klistra in exporten" : "Exporten är för lång. Ta bort kolumner som inte behövs";
    const errors = [{ input: "text", message }];
    return page(problems["input-refused"].status, shown(sending, asked, deps, { text, errors }));
  }
  const table = tableFromCsv(text);
  const found = table.ok ? recordFindings(table.value, deps.city.recordColumns) : table;
  if (!found.ok)
    return page(
      problems["file-refused"].status,
      shown(sending, asked, deps, { text, ...told(found.error, "exporten") }),
    );
  const stored = await deps.reviews.get(year, unit);
  const standing = stored?.review ?? unanswered;
  const confirm = (status: number): Answer => {
    const { records, dpias } = proposedAnswers(found.value);
    const { records: asking, dpias: aboutRisk } = yearlyReview.fields;
    return page(
      status,
      recordConfirmPage(frame, {
        ...{ year, unit, text },
        unitName: unitName(deps)(unit),
        answers: [
          { question: asking.fields.count.label.sv, found: known(records.count), now: known(standing.records.count) },
          {
            question: asking.fields.riskCount.label.sv,
            found: known(records.riskCount),
            now: known(standing.records.riskCount),
          },
          {
            question: aboutRisk.fields.highRiskDone.label.sv,
            found: dpias.highRiskDone === null ? "Säger inget" : extentInWords(dpias.highRiskDone),
            now: extentInWords(standing.dpias.highRiskDone),
          },
        ],
        findings: findingsInWords(found.value, "sv").map(({ message }) => message),
        version: stored?.version ?? 0,
        key: deps.newKey(),
      }),
    );
  };
  if (field("action") !== "save") return confirm(200);
  if (!formKey.test(field("key")) || !/^(0|[1-9]\d{0,8})$/.test(field("version")))
    return page(400, staffUnreadablePage(frame));
  const write = { key: field("key"), sub: who.sub, bodyHash: bodyHashOf({ text, version: field("version") }) };
  const kept = await fillFromRecord(asked, found.value, Number(field("version")), write, deps);
  // Somebody has saved meanwhile: what stands now is shown before anything is filled in.
  if (kept.kind === "stale" || kept.kind === "key-reused") return confirm(409);
  return seeOther(`${yearAddresses.review(year, unit)}?sparat=registerforteckning`);
}
