import { createHash } from "node:crypto";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { type HistoryRow, historyFrom, rowsByYear } from "../../shared/imports/history.ts";
import type { HistoryKind } from "../../shared/imports/history-kinds.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { type ImportRun, importedPrefix } from "../../shared/store/imported-rows.ts";
import { bodyHashOf } from "../staff-cases/body-hash.ts";
import { admitted, keyOf, keyScope } from "../staff-cases/entrance.ts";
import { ruleRefusal } from "../staff-cases/rule-refusal.ts";
import { bodyAs, fileRefused, problemsShown, tableIn } from "./import-file.ts";
import type { ReportDeps } from "./live.ts";
import { reportShapes } from "./shapes.ts";

type ImportDeps = Pick<ReportDeps, "city" | "clock" | "imports">;

/** So many rows are written at once. */
const atOnce = 25;

/** The same case of the same unit is the same row, whichever file it comes in. Its own number cannot be read out of it. */
const referenceOf = (unit: string, kind: HistoryKind, number: string): string =>
  importedPrefix +
  createHash("sha256")
    .update(JSON.stringify([unit, kind, number]))
    .digest("hex")
    .slice(0, 24);

/** Writes every row. Each is one write that can be made again, so a run that was broken off is finished by running it again. */
async function keepAll(rows: readonly HistoryRow[], unit: string, kind: HistoryKind, run: ImportRun, deps: ImportDeps) {
  let written = 0;
  for (let at = 0; at < rows.length; at += atOnce) {
    const kept = await Promise.all(
      rows
        .slice(at, at + atOnce)
        .map(({ number, tally }) => deps.imports.keep({ reference: referenceOf(unit, kind, number), tally }, run)),
    );
    written += kept.filter(Boolean).length;
  }
  return written;
}

/**
 * `POST /api/v1/history-imports`: a unit's cases of earlier years from a file, as codes and days. Every row or none; a case that
 * was read in before is replaced. `dryRun` reads and tells, and keeps nothing.
 */
export async function postHistoryImport(request: Request, deps: ImportDeps): Promise<Answer> {
  const read = bodyAs(request, reportShapes.HistoryImportFile);
  if (!read.ok) return read.error;
  const { kind, unit, file, dryRun = false } = read.value.body;
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/history-imports");
  if (!who.ok) return who.error;
  const now = deps.clock();
  if (!deps.city.units.some((one) => one.id === unit && one.kind !== "extern"))
    return ruleRefusal(request, "unknown-unit");

  const table = await tableIn(file);
  const rows = table.ok ? historyFrom(table.value, kind, unit, stockholmDate(now)) : table;
  const shown = (written: number, found: readonly HistoryRow[]) =>
    reportShapes.HistoryImport.parse({
      ...{ kind, unit, dryRun },
      rows: found.length,
      byYear: rowsByYear(found),
      written,
      unchanged: dryRun ? 0 : found.length - written,
      ...problemsShown(rows.ok ? [] : rows.error, request.language),
    });
  if (dryRun) return json(200, shown(0, rows.ok ? rows.value : []));
  if (!rows.ok) return fileRefused(request, rows.error);

  const run: ImportRun = {
    id: createHash("sha256")
      .update(`${keyScope(request, who.value)}\n${key.value}`)
      .digest("hex")
      .slice(0, 32),
    bodyHash: bodyHashOf(read.value.sent),
    by: who.value.sub,
    startedAt: now,
  };
  const begun = await deps.imports.begin(run);
  if (begun.kind === "other-content") return problem(request, "key-reused");
  if (begun.kind === "again" && begun.answer !== undefined)
    return json(200, reportShapes.HistoryImport.parse(JSON.parse(begun.answer)), { "idempotent-replay": "true" });
  const answer = shown(await keepAll(rows.value, unit, kind, run, deps), rows.value);
  await deps.imports.finish(run, JSON.stringify(answer));
  return json(200, answer);
}
