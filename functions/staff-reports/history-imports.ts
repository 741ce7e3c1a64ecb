import { createHash } from "node:crypto";
import type * as z from "zod";
import type { City, UnitId } from "../../shared/domain/city.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Who } from "../../shared/domain/who.ts";
import type { Tally } from "../../shared/domain/yearly/tally.ts";
import { readTally } from "../../shared/domain/yearly/tally-text.ts";
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

type ImportDeps = Pick<ReportDeps, "city" | "clock" | "imports" | "pages">;

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
async function keepAll(
  rows: readonly HistoryRow[],
  unit: string,
  kind: HistoryKind,
  run: ImportRun,
  deps: Pick<ImportDeps, "imports">,
) {
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

/** The run of a file with a key: the same key of the same person is the same run. */
export const runOf = (
  key: string,
  scope: string,
  sent: unknown,
  { sub }: Pick<Who, "sub">,
  startedAt: Instant,
): ImportRun => ({
  id: createHash("sha256").update(`${scope}\n${key}`).digest("hex").slice(0, 32),
  bodyHash: bodyHashOf(sent),
  by: sub,
  startedAt,
});

/** A unit's cases of earlier years, read without fault. */
export interface ReadFile {
  readonly kind: HistoryKind;
  readonly unit: UnitId;
  readonly rows: readonly HistoryRow[];
}

const kindOf = { requests: "request", incidents: "breach" } as const satisfies Readonly<
  Record<HistoryKind, Tally["kind"]>
>;

/**
 * How many cases of the same kind and unit the service itself has of the file's years, where it has any: whoever reads in those
 * too counts them twice, and their numbers elsewhere are not known here, so only a person can tell.
 */
export async function handledHere(
  { kind, unit, rows }: ReadFile,
  pages: ReportDeps["pages"],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const year of Object.keys(rowsByYear(rows)))
    for await (const page of pages(Number(year)))
      for (const { tally } of page) {
        const one = readTally(tally);
        if (one === undefined || one.imported || one.kind !== kindOf[kind] || one.counted !== unit) continue;
        counts[year] = (counts[year] ?? 0) + 1;
      }
  return counts;
}

type HistoryImport = z.infer<typeof reportShapes.HistoryImport>;

/** What became of the file: how many rows, of which years, and how many of them were new. */
const outcome = ({ kind, unit, rows }: ReadFile, written: number): HistoryImport => ({
  ...{ kind, unit, dryRun: false, rows: rows.length, byYear: { ...rowsByYear(rows) }, written },
  unchanged: rows.length - written,
  problems: [],
  problemCount: 0,
});

/** Keeps every row of a file, once for each run. */
export async function keepHistory(
  file: ReadFile,
  run: ImportRun,
  deps: Pick<ImportDeps, "imports">,
): Promise<Result<{ readonly told: HistoryImport; readonly isReplay: boolean }, "key-reused">> {
  const begun = await deps.imports.begin(run);
  if (begun.kind === "other-content") return refused("key-reused");
  if (begun.kind === "again" && begun.answer !== undefined)
    return ok({ told: reportShapes.HistoryImport.parse(JSON.parse(begun.answer)), isReplay: true });
  const told = outcome(file, await keepAll(file.rows, file.unit, file.kind, run, deps));
  await deps.imports.finish(run, JSON.stringify(told));
  return ok({ told, isReplay: false });
}

/** Whether the city has, or has had, the unit. */
export const isUnitOf = (city: City, unit: string): boolean =>
  city.units.some(({ id, kind }) => id === unit && kind !== "extern");

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
  if (!isUnitOf(deps.city, unit)) return ruleRefusal(request, "unknown-unit");

  const table = await tableIn(file);
  const rows = table.ok ? historyFrom(table.value, kind, unit, stockholmDate(now)) : table;
  if (dryRun) {
    const found = { kind, unit, rows: rows.ok ? rows.value : [] };
    return json(
      200,
      reportShapes.HistoryImport.parse({
        ...outcome(found, 0),
        dryRun,
        unchanged: 0,
        handledHere: await handledHere(found, deps.pages),
        ...problemsShown(rows.ok ? [] : rows.error, request.language),
      }),
    );
  }
  if (!rows.ok) return fileRefused(request, rows.error);
  const run = runOf(key.value, keyScope(request, who.value), read.value.sent, who.value, now);
  const kept = await keepHistory({ kind, unit, rows: rows.value }, run, deps);
  if (!kept.ok) return problem(request, kept.error);
  return json(
    200,
    reportShapes.HistoryImport.parse(kept.value.told),
    kept.value.isReplay ? { "idempotent-replay": "true" } : {},
  );
}
