import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { yearOf } from "../../shared/domain/civil-date.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import { compilationAsked } from "../../shared/store/edition-table.ts";
import type { Compilation, CompilationWork } from "../../shared/store/editions.ts";
import { type CompileDeps, compiled, type OnProgress } from "./compile.ts";

export interface YearlyReportDeps extends CompileDeps {
  readonly compilations: CompilationWork;
  readonly log: Log;
}

/** A year whose cases do not add up cannot be compiled before somebody has looked at the case. */
class DoesNotAddUp extends Error {
  override readonly name = "DoesNotAddUp";
}

async function logged(year: number, deps: YearlyReportDeps, onProgress: OnProgress) {
  const edition = await compiled(year, deps, onProgress);
  if (edition.ok) deps.log("year-compiled", { year, files: edition.value.files.length });
  else deps.log("year-refused", { year, ...wrongIn(edition.error) });
  return edition;
}

const wrongIn = (wrong: object) => ({
  code: "code" in wrong ? String(wrong.code) : "",
  reference: "reference" in wrong ? String(wrong.reference) : "",
});

/** A compilation that was asked for, and the number of the change that tells of it. */
type Wish = Pick<Compilation, "id" | "askedAt"> & { readonly number: string };

/** Compiles the years that were asked for. Several wishes for one year are one compilation. */
export async function onStream(event: DynamoDBStreamEvent, deps: YearlyReportDeps): Promise<DynamoDBBatchResponse> {
  const byYear = new Map<number, Wish[]>();
  for (const { dynamodb } of event.Records) {
    const asked = compilationAsked(dynamodb?.NewImage ?? {});
    if (asked === undefined) continue;
    const wishes = byYear.get(asked.year) ?? [];
    byYear.set(asked.year, [...wishes, { ...asked, number: dynamodb?.SequenceNumber ?? "" }]);
  }
  const failed: string[] = [];
  for (const [year, wishes] of byYear) {
    const shown = await deps.editions.shown(year);
    const tell = (progress: Parameters<CompilationWork["report"]>[2]) =>
      Promise.all(wishes.map(({ id }) => deps.compilations.report(year, id, progress)));
    try {
      if (shown !== undefined && wishes.every(({ askedAt }) => askedAt < shown.readAt)) {
        // One that began after they were asked for has been compiled meanwhile.
        await tell({ state: "done", done: 1, of: 1, edition: shown.edition });
        continue;
      }
      const edition = await logged(year, deps, async (done, of) => {
        await tell({ state: "running", done, of });
      });
      if (edition.ok) {
        const units = edition.value.files.length;
        await tell({ state: "done", done: units, of: units, edition: edition.value.id });
      } else await tell({ state: "refused", wrong: edition.error });
    } catch (failure) {
      deps.log("year-failed", { year, failure: nameOf(failure) });
      failed.push(...wishes.map(({ number }) => number));
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/**
 * The second of January: compiles the year that has just ended.
 * @throws when the cases do not add up, so that somebody is told
 */
export async function onSchedule(at: Instant, deps: YearlyReportDeps): Promise<void> {
  const edition = await logged(yearOf(stockholmDate(at)) - 1, deps, () => Promise.resolve());
  if (!edition.ok) throw new DoesNotAddUp("the year's cases do not add up");
}
