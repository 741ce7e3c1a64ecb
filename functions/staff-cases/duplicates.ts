import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { possibleDuplicates } from "../../shared/domain/casework/duplicates.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import { maySee } from "../../shared/domain/sight/sight.ts";
import type { Who } from "../../shared/domain/who.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";

/**
 * Other requests that may be the same as this one, as far as somebody may see them: those they may not are to them as if
 * they were not there. Shown to the officer, and nothing follows from it.
 */
export async function duplicatesOf(
  file: CaseFile,
  who: Who,
  cases: Pick<CaseFiles, "get" | "samePerson">,
): Promise<readonly RequestCase[]> {
  if (file.kind !== "request") return [];
  const others = await Promise.all((await cases.samePerson(file)).map((key) => cases.get(key)));
  const seen = others.flatMap((other) => (other?.kind === "request" && maySee(who, other) ? [other] : []));
  return possibleDuplicates(file, seen);
}
