import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import type { EvidenceEvent } from "../../shared/domain/casework/representation.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { EvidenceCases, EvidenceFiles, WaitingFile } from "../../shared/store/evidence.ts";
import { lookedAt } from "../../shared/store/evidence-file.ts";
import type { SubmissionArchive } from "../../shared/store/submissions.ts";

/** What a scanner says of a file. `not-yet` leaves it where it is until the next round. */
export type Verdict = "clean" | "harmful" | "not-yet";

export interface EvidenceDeps {
  readonly submissions: SubmissionArchive;
  readonly cases: EvidenceCases;
  readonly files: EvidenceFiles;
  /** Where a city has a scanner of its own; what a file is, and the known test signature, are looked at in any case. */
  readonly scan: (file: WaitingFile, bytes: Buffer) => Promise<Verdict>;
  readonly log: Log;
}

/** What one round did with the files that waited. */
export interface EvidenceRound {
  readonly received: number;
  readonly refused: number;
  readonly left: number;
  readonly failed: number;
}

type Outcome = "received" | "refused" | "left" | "dropped";

/**
 * Writes the event on every case of the submission. Whoever opens a further case copies what its parent knows, so a parent
 * that is still to open one waits, and the cases are counted again until there is none without it.
 */
async function noteOnAll(
  submission: string,
  event: EvidenceEvent,
  cases: EvidenceCases,
): Promise<"noted" | "none" | "left"> {
  const done = new Set<number>();
  let noted = 0;
  for (;;) {
    const missing = (await cases.numbersOf(submission)).filter((number) => !done.has(number));
    if (missing.length === 0) return noted === 0 ? "none" : "noted";
    for (const number of missing) {
      const outcome = await cases.note({ submission, number }, event);
      if (outcome === "owes-cases") return "left";
      if (outcome === "noted") noted += 1;
      done.add(number);
    }
  }
}

/**
 * One file: looked at, put among the evidence if it is what it should be, and told of on each case. What waits is the debt
 * and goes last, so a round that was stopped midway does all of it again, to the same end.
 */
async function takeIn(file: WaitingFile, { submissions, cases, files, scan }: EvidenceDeps): Promise<Outcome> {
  const submission = await submissions.get(file.submission);
  const bytes = submission === undefined ? undefined : await files.read(file);
  if (submission === undefined || bytes === undefined) {
    // What it was sent to has been disposed of since.
    await files.removeWaiting(file);
    return "dropped";
  }
  const opened = await cases.numbersOf(file.submission);
  if (casesOf(submission).some(({ number }) => !opened.includes(number))) return "left";

  const verdict = await scan(file, bytes);
  if (verdict === "not-yet") return "left";
  const looked = verdict === "harmful" ? ({ ok: false, error: "harmful" } as const) : lookedAt(bytes);
  const { id, cameAt: at } = file;
  if (looked.ok) await files.keep(file, looked.value.kind, looked.value.bytes);
  const event: EvidenceEvent = looked.ok
    ? { id, at, outcome: "received", kind: looked.value.kind, size: looked.value.bytes.length }
    : { id, at, outcome: "refused", reason: looked.error };
  const told = await noteOnAll(file.submission, event, cases);
  if (told === "left") return "left";
  if (told === "none" && looked.ok) await files.takeBack(file, looked.value.kind);
  await files.removeWaiting(file);
  return told === "none" ? "dropped" : event.outcome;
}

/** One round over everything that waits. A file that cannot be taken in stops no other, and is tried again in the next. */
export async function takeInAll(deps: EvidenceDeps): Promise<EvidenceRound> {
  const round = { received: 0, refused: 0, left: 0, dropped: 0, failed: 0 };
  for await (const file of deps.files.waiting()) {
    try {
      round[await takeIn(file, deps)] += 1;
    } catch (failure) {
      round.failed += 1;
      deps.log("evidence-failed", { reference: file.submission, failure: nameOf(failure) });
    }
  }
  const { received, refused, left, failed } = round;
  // Only a round that got through everything counts: silence is what is alarmed on.
  if (failed === 0) deps.log("evidence-finished", { received, refused, left });
  return { received, refused, left, failed };
}
