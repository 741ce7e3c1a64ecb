import type { BreachCase } from "../../shared/domain/casework/breach-case.ts";
import type { OwedCase } from "../../shared/domain/casework/case-file.ts";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { markOpened, owedBreach, owedRequest, stillOwed } from "../../shared/domain/casework/owed-cases.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import type { Log } from "../../shared/lambda/log.ts";
import type { CaseKey, FurtherCases } from "../../shared/store/cases.ts";
import type { SubmissionArchive } from "../../shared/store/submissions.ts";

interface FurtherDeps {
  readonly submissions: SubmissionArchive;
  readonly cases: FurtherCases;
  readonly log: Log;
}

type Owing = RequestCase | BreachCase;

const opened = (file: Owing, owed: OwedCase, number: number): Owing =>
  file.kind === "request" ? owedRequest(file, owed, number) : owedBreach(file, owed, number);

/**
 * Opens the case that is owed under the submission's next free number, and answers with it. Whoever else has opened it, or
 * taken the number for another case, is seen in what is stored.
 */
async function openOwed(file: Owing, owed: OwedCase, { submissions, cases }: FurtherDeps): Promise<number> {
  const submission = await submissions.get(file.submission);
  // The submission's own cases keep their numbers, also those that are not open yet.
  const own = submission === undefined ? 0 : casesOf(submission).length;
  for (;;) {
    const siblings = await cases.siblings(file.submission);
    const there = siblings.find(
      ({ openedFrom }) => openedFrom?.reference === file.reference && openedFrom.owed === owed.id,
    );
    if (there !== undefined) return there.number;
    const number = Math.max(own, ...siblings.map((sibling) => sibling.number)) + 1;
    if ((await cases.open(opened(file, owed, number))) === "opened") return number;
  }
}

/** Opens every case that a decision on this one owes to further units. Done again, it is done once. */
export async function openFurther(key: CaseKey, deps: FurtherDeps): Promise<void> {
  const file = await deps.cases.get(key);
  if (file === undefined || file.kind === "consultation") return;
  const owing = stillOwed(file);
  for (const owed of owing) {
    const number = await openOwed(file, owed, deps);
    await deps.cases.changeOwed(key, (now) => {
      const isMarked = stillOwed(now).every(({ id }) => id !== owed.id);
      return isMarked ? undefined : markOpened(now, owed.id, number);
    });
  }
  if (owing.length > 0) deps.log("intake-opened", { reference: file.reference, cases: owing.length });
}
