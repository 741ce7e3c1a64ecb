import { type DisposalRule, dueRule, kindsDecidedOn } from "../../shared/domain/disposal/disposal-rule.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { caseReference } from "../../shared/domain/reference.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { FileDisposal } from "../../shared/store/answer-files.ts";
import type { CaseKey } from "../../shared/store/cases.ts";
import type { Disposal } from "../../shared/store/disposal.ts";

export interface DisposalDeps {
  readonly rules: readonly DisposalRule[];
  readonly disposal: Disposal;
  /** Where the files of answers are. */
  readonly files: FileDisposal;
  readonly log: Log;
}

/** How many cases and submissions a night disposed of, and how many could not be. */
export interface Night {
  readonly cases: number;
  readonly submissions: number;
  readonly failed: number;
}

/**
 * Disposes of the case's files, and of the submission with what came with it if this was the last of its cases. The mark on the case is taken away when that has been
 * asked, so whichever case was last asks, and one that was stopped midway asks again the next night.
 */
async function settle(
  { submission, number }: CaseKey,
  now: Instant,
  { disposal, files }: Pick<DisposalDeps, "disposal" | "files">,
): Promise<boolean> {
  await files.removeOf({ submission, number });
  const isWhole = await disposal.isWhollyDisposed(submission);
  if (isWhole) await files.removeEvidenceOf(submission);
  if (isWhole && !(await disposal.disposeOfSubmission(submission, now)))
    throw new Error("a submission with disposed cases is not taken in");
  await disposal.settled({ submission, number });
  return isWhole;
}

/**
 * One night: every closed case whose rule says so today goes, and every submission with its last case. What cannot be
 * disposed of stops no other, and is tried again the next night; a night that comes twice finds nothing left to do.
 */
export async function disposeOfDue(now: Instant, { rules, disposal, files, log }: DisposalDeps): Promise<Night> {
  let [cases, submissions, failed] = [0, 0, 0];
  const tried = async (reference: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (failure) {
      failed += 1;
      log("disposal-failed", { reference, failure: nameOf(failure) });
    }
  };
  const settled = async (kase: CaseKey): Promise<void> => {
    if (await settle(kase, now, { disposal, files })) submissions += 1;
  };
  // Those that an earlier night was stopped at.
  for await (const kase of disposal.unsettled())
    await tried(caseReference(kase.submission, kase.number), () => settled(kase));
  for (const kind of kindsDecidedOn(rules, now))
    for await (const kase of disposal.closed(kind, now)) {
      const rule = dueRule(rules, kase, now);
      if (rule === undefined) continue;
      await tried(kase.reference, async () => {
        if (!(await disposal.disposeOf(kase, rule, now))) return;
        cases += 1;
        await settled(kase);
      });
    }
  // Only a night that got through everything counts: silence is what is alarmed on.
  if (failed === 0) log("disposal-finished", { cases, submissions });
  else log("disposal-left", { cases, submissions, failed });
  return { cases, submissions, failed };
}
