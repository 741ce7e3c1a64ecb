import { createHash } from "node:crypto";
import type { City, UnitId } from "../../shared/domain/city.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { ok, type Result } from "../../shared/domain/result.ts";
import type { Violation } from "../../shared/domain/yearly/invariants.ts";
import { countedYear } from "../../shared/domain/yearly/year-count.ts";
import type { YearFigures, YearReport } from "../../shared/domain/yearly/year-figures.ts";
import { unitsToShow, type YearMaterial, yearReport } from "../../shared/domain/yearly/year-report.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import { correctionsCsv } from "../../shared/report/corrections.ts";
import { filesOf, manifestEntry, manifestOf, type ReportFile } from "../../shared/report/files.ts";
import { manifestText } from "../../shared/store/edition-archive.ts";
import type { Edition, EditionArchive, EditionIndex, EditionReader, FileEntry } from "../../shared/store/editions.ts";
import type { YearReader } from "../../shared/store/year-reader.ts";
import { publicFiles } from "./public-files.ts";

export interface CompileDeps {
  readonly city: City;
  readonly years: YearReader;
  readonly editions: EditionIndex & EditionArchive & Pick<EditionReader, "edition" | "content">;
  /** The city's own Word document to fill in, in place of the form's draft. */
  readonly template: Uint8Array | undefined;
  /** SHA-256 of this very program and of the template: others may write other files of the same figures. */
  readonly program: string;
  readonly clock: () => Instant;
}

/** Told after each unit: how many are done, and how many there are. */
export type OnProgress = (done: number, of: number) => Promise<void>;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const reviewsOf = async (year: number, { years }: CompileDeps): Promise<ReadonlyMap<UnitId, YearlyReview>> =>
  new Map((await years.reviews(year)).map(({ unit, review }) => [unit, review]));

async function materialOf(year: number, now: Instant, deps: CompileDeps): Promise<Result<YearMaterial, Violation>> {
  const count = await countedYear(deps.city, year, deps.years.pages, now);
  if (!count.ok) return count;
  const previousCount = await countedYear(deps.city, year - 1, deps.years.pages, now);
  if (!previousCount.ok) return previousCount;
  return ok({
    city: deps.city,
    count: count.value,
    previousCount: previousCount.value,
    reviews: await reviewsOf(year, deps),
    previousReviews: await reviewsOf(year - 1, deps),
  });
}

const prefixOf = (unit: UnitId | null): string => `${unit ?? "city"}_`;

async function kept(year: number, whole: ReportFile, { editions }: CompileDeps): Promise<FileEntry> {
  const file = { ...manifestEntry(whole), contentType: whole.contentType };
  await editions.keepFile(year, file, whole.bytes);
  return file;
}

/** Keeps each file of a report as soon as it is written, so that memory holds one at a time, and their manifest last. */
async function keptFiles(report: YearReport, deps: CompileDeps): Promise<readonly FileEntry[]> {
  const prefix = prefixOf(report.unit?.id ?? null);
  const entries: FileEntry[] = [];
  for await (const file of filesOf(report, deps.city.reportForm, deps.template))
    entries.push(await kept(report.year, { ...file, name: prefix + file.name }, deps));
  for (const file of report.unit === null ? publicFiles(report) : [])
    entries.push(await kept(report.year, { ...file, name: prefix + file.name }, deps));
  const manifest = manifestOf(entries);
  return [...entries, await kept(report.year, { ...manifest, name: prefix + manifest.name }, deps)];
}

/** The figures that a locked edition holds of a unit, or of the city; undefined when it holds none. */
async function lockedFigures(
  edition: Edition,
  unit: UnitId | null,
  { editions }: CompileDeps,
): Promise<YearFigures | undefined> {
  const file = edition.files.find(({ name }) => name === `${prefixOf(unit)}figures.json`);
  if (file === undefined) return undefined;
  // Written by ourselves and kept under its own hash.
  return JSON.parse(Buffer.from(await editions.content(edition.year, file)).toString()) as YearFigures;
}

/** What a year that has been locked would say today otherwise: a file of its own beside the frozen ones. */
async function corrections(report: YearReport, locked: Edition, deps: CompileDeps): Promise<readonly FileEntry[]> {
  const unit = report.unit?.id ?? null;
  const then = await lockedFigures(locked, unit, deps);
  const bytes = correctionsCsv(report.figures, then);
  if (bytes === undefined) return [];
  const name = `${prefixOf(unit)}rattelser.csv`;
  return [await kept(report.year, { name, contentType: "text/csv; charset=utf-8", bytes }, deps)];
}

/**
 * Compiles a year: counts its cases and writes the files of the city and of each unit with something to show. The files
 * are kept first, then the edition that names them, and last the edition is shown; so whoever reads sees the one before or
 * this one whole, and as many compilations at once as there may be come to the same. What would be the same files again
 * is not written again. A year that is locked keeps its files; what has changed since stands beside them.
 *
 * @returns the edition, or what does not add up; then nothing is shown
 */
export async function compiled(
  year: number,
  deps: CompileDeps,
  onProgress: OnProgress,
): Promise<Result<Edition, Violation>> {
  const { editions, program, clock } = deps;
  const readAt = clock();
  const material = await materialOf(year, readAt, deps);
  if (!material.ok) return material;
  const lock = await editions.lockOf(year);
  const locked = lock && (await editions.edition(year, lock.edition));

  const whose: readonly (UnitId | null)[] = [null, ...unitsToShow(material.value)];
  const reports = whose.map((unit) => yearReport(material.value, unit, lock?.lockedAt ?? null));
  const madeFrom = sha256(JSON.stringify({ program, reports, lock: lock?.edition ?? null }));
  const before = await editions.shown(year);
  if (before?.madeFrom === madeFrom) {
    await editions.show(year, { ...before, readAt });
    return ok(await editions.edition(year, before.edition));
  }
  const files: FileEntry[] = [...(locked?.files ?? [])];
  await onProgress(0, reports.length);
  for (const [index, report] of reports.entries()) {
    files.push(...(locked === undefined ? await keptFiles(report, deps) : await corrections(report, locked, deps)));
    await onProgress(index + 1, reports.length);
  }
  const manifest = { year, files: files.toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
  const edition = { ...manifest, id: sha256(manifestText(manifest)) };
  await editions.keepEdition(edition);
  await editions.show(year, { edition: edition.id, readAt, madeFrom });
  return ok(edition);
}
