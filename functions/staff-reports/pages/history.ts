import { stockholmDate } from "../../../shared/domain/instant.ts";
import { historyColumns, historyFrom, rowsByYear } from "../../../shared/imports/history.ts";
import { type HistoryKind, historyKinds } from "../../../shared/imports/history-kinds.ts";
import { type ImportProblem, problemInWords } from "../../../shared/imports/problem.ts";
import { tableFromCsv } from "../../../shared/imports/table.ts";
import { type Answer, page } from "../../../shared/lambda/answer.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import type { InputError } from "../../../shared/pages/fields.tsx";
import {
  type HistoryTyped,
  type HistoryView,
  historyConfirmPage,
  historyDonePage,
  historyPage,
  longestText,
} from "../../../shared/pages/staff/history-pages.tsx";
import { staffUnreadablePage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { keyScope } from "../../staff-cases/entrance.ts";
import { type Sending, unitName, type Visit } from "../../staff-cases/pages/visit.ts";
import { handledHere, isUnitOf, keepHistory, type ReadFile, runOf } from "../history-imports.ts";
import type { ReportDeps } from "../live.ts";
import { formKey } from "./report.ts";
import { unitsToChoose } from "./year-asked.ts";

const names: Readonly<Record<HistoryKind, string>> = { requests: "Begäranden", incidents: "Incidenter" };

/** The Swedish headings of a kind's columns; the first two are those it cannot do without. */
const kinds = historyKinds.map((id) => {
  const headings = Object.values(historyColumns[id]).map(([first]) => first);
  return { id, name: names[id], needed: headings.slice(0, 2), others: headings.slice(2) };
});

const nothing: HistoryTyped = { kind: "", unit: "", text: "" };
const mostTold = 100;

const shown = (visit: Visit, deps: ReportDeps, parts: Partial<HistoryView> = {}): string =>
  historyPage(visit.frame, {
    ...{ kinds, typed: nothing, errors: [], problems: [], problemCount: 0 },
    units: unitsToChoose(visit, deps),
    ...parts,
  });

/** `GET /personal/historik`. */
export const getHistoryPage = (visit: Visit, deps: ReportDeps): Answer => page(200, shown(visit, deps));

/** What is wrong in the rows of something pasted, as a page tells it. */
export const told = (found: readonly ImportProblem[], where: string) => ({
  errors: [{ input: "text", message: `Något i ${where} behöver rättas` }],
  problems: found.slice(0, mostTold).map((one) => problemInWords(one, "sv")),
  problemCount: found.length,
});

const isKind = (text: string): text is HistoryKind => historyKinds.some((each) => each === text);

/** The rows of a list that was sent, or the page that says what is wrong with it. */
function readList(sending: Sending, typed: HistoryTyped, deps: ReportDeps): ReadFile | Answer {
  const { kind, unit, text } = typed;
  const errors: InputError[] = [];
  if (!isKind(kind)) errors.push({ input: "kind", message: "Välj vad du läser in" });
  if (!isUnitOf(deps.city, unit)) errors.push({ input: "unit", message: "Välj vilken nämnd ärendena är från" });
  if (text.trim() === "") errors.push({ input: "text", message: "Klistra in listan" });
  else if (text.length > longestText)
    errors.push({ input: "text", message: "Listan är för lång. Dela upp den och läs in en del i taget" });
  const { status } = problems["input-refused"];
  if (errors.length > 0 || !isKind(kind)) return page(status, shown(sending, deps, { typed, errors }));
  const table = tableFromCsv(text);
  const rows = table.ok ? historyFrom(table.value, kind, unit, stockholmDate(sending.frame.now)) : table;
  if (rows.ok) return { kind, unit, rows: rows.value };
  return page(
    problems["file-refused"].status,
    shown(sending, deps, {
      typed,
      ...told(rows.error, "listan"),
    }),
  );
}

/**
 * `POST /personal/historik`: a list is first tried, then read in. Every row or none; one that was read in before is replaced, so a second
 * click changes nothing.
 */
export async function postHistoryPage(sending: Sending, deps: ReportDeps): Promise<Answer> {
  const { fields, frame, who, request } = sending;
  const field = (name: string): string => fields.get(name)?.[0] ?? "";
  const typed = { kind: field("kind"), unit: field("unit"), text: field("text") };
  const action = field("action");
  if (action === "change") return page(200, shown(sending, deps, { typed }));
  const read = readList(sending, typed, deps);
  if ("status" in read) return read;
  const { kind, unit, rows } = read;
  const found = {
    kindName: names[kind],
    unitName: unitName(deps)(unit),
    rows: rows.length,
    byYear: Object.entries(rowsByYear(rows)),
  };
  if (action !== "save") {
    const handled = Object.entries(await handledHere(read, deps.pages));
    return page(200, historyConfirmPage(frame, { ...found, typed, handled, key: deps.newKey() }));
  }
  const key = field("key");
  if (!formKey.test(key)) return page(400, staffUnreadablePage(frame));
  const run = runOf(key, keyScope(request, who), typed, who, deps.clock());
  const kept = await keepHistory({ kind, unit, rows }, run, deps);
  if (!kept.ok) return page(problems[kept.error].status, staffUnreadablePage(frame));
  return page(200, historyDonePage(frame, { ...found, unit, written: kept.value.told.written }));
}
