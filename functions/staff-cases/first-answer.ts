import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { HistoryEntry } from "../../shared/domain/casework/case-history.ts";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { type Asked, decide } from "../../shared/domain/casework/decide.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Submission } from "../../shared/domain/submission.ts";
import { countsIn, unitsOn } from "./city-today.ts";

const commandAgain = (file: CaseFile, { command, what }: HistoryEntry): Asked =>
  // The history keeps each command as it was parsed for a case of this very kind.
  ({ kind: file.kind, kase: file, command: { command, ...what } }) as unknown as Asked;

/**
 * The case as it was when a command had been carried out: opened from its submission again, and worked again up to that
 * command by the same rules. So a command sent twice gets its first answer, however much has happened since.
 *
 * @returns undefined where it cannot be told any more: what was sent has been disposed of, or the case was opened by
 * another's handling
 */
export function caseAfter(
  file: CaseFile,
  entry: HistoryEntry,
  submission: Submission | undefined,
  city: City,
): CaseFile | undefined {
  if (entry.version === file.version) return file;
  const opened = submission && casesOf(submission).find(({ reference }) => reference === file.reference);
  if (opened === undefined || file.openedFrom !== null) return undefined;
  let kase: CaseFile = opened;
  for (const one of file.history) {
    if (one.version > entry.version) break;
    // Letters are marked on a case between commands, and may have moved its version.
    kase = { ...kase, version: one.version - 1 };
    const decided = decide(commandAgain(kase, one), {
      now: one.recordedAt,
      at: one.at,
      who: one.who,
      version: kase.version,
      key: one.key,
      bodyHash: one.bodyHash,
      units: unitsOn(city, one.recordedAt),
      countsIn: countsIn(city, kase, submission),
    });
    if (!decided.ok) return undefined;
    kase = decided.value.kase;
  }
  return kase;
}
