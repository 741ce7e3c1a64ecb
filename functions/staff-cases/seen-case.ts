import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { caseReference, parseCaseReference } from "../../shared/domain/reference.ts";
import { maySee, rolesBySight, seenAs } from "../../shared/domain/sight/sight.ts";
import type { Who } from "../../shared/domain/who.ts";
import type { AccessLog, Look } from "../../shared/store/access-log.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";
import type { DisposedCase } from "../../shared/store/disposal.ts";

/**
 * The case of a reference in any way a person types it. Where a submission can have only one case its reference is the
 * submission's own; everywhere else the number belongs to it.
 */
export async function caseAt(typed: string, cases: Pick<CaseFiles, "get">): Promise<CaseFile | undefined> {
  const asked = parseCaseReference(typed);
  if (asked === undefined) return undefined;
  const { submission, number } = asked;
  const file = await cases.get({ submission, number: number ?? 1 });
  const reference = number === null ? submission : caseReference(submission, number);
  return file?.reference === reference ? file : undefined;
}

/** What is left of a case that has been disposed of, for those who could see it; to all others it never was. */
export async function goneFor(
  typed: string,
  who: Who,
  cases: Pick<CaseFiles, "disposed">,
): Promise<DisposedCase | undefined> {
  const asked = parseCaseReference(typed);
  if (asked === undefined) return undefined;
  const gone = await cases.disposed({ submission: asked.submission, number: asked.number ?? 1 });
  const reference = asked.number === null ? asked.submission : caseReference(asked.submission, asked.number);
  return gone?.reference === reference && maySee(who, gone) ? gone : undefined;
}

export interface SeenCase {
  readonly file: CaseFile;
  /** In which they see it. */
  readonly role: Role;
}

/** The case, if it is there and theirs to see. What is not is one and the same nothing. */
export async function seenCase(typed: string, who: Who, cases: Pick<CaseFiles, "get">): Promise<SeenCase | undefined> {
  const file = await caseAt(typed, cases);
  const role = file === undefined ? undefined : seenAs(who, file);
  return file === undefined || role === undefined ? undefined : { file, role };
}

/** Why a case was looked at. */
export type LookedFor = "case-read" | "history-read" | "letter-printed" | "command";

/** The look could not be written down, so nothing may be shown; trying again may help. */
class LookNotWritten extends Error {
  override readonly name = "LookNotWritten";
  readonly code = "look-not-written";
}

interface LookDeps {
  readonly looks: Pick<AccessLog, "append">;
  readonly clock: () => Instant;
}

const written = async (look: Look, looks: LookDeps["looks"]): Promise<void> => {
  try {
    await looks.append(look);
  } catch (cause) {
    throw new LookNotWritten("the look at a case could not be written", { cause });
  }
};

/**
 * Writes down that somebody looks at a case. Whoever shows it waits for this: no entry, no content.
 *
 * @throws when the look could not be written
 */
export const lookAt = async (
  { reference }: Pick<CaseFile, "reference">,
  who: Who,
  role: Role,
  why: LookedFor,
  { looks, clock }: LookDeps,
): Promise<void> => written({ reference, sub: who.sub, role, at: clock(), why }, looks);

/** Writes down that somebody asked for a list, in a chain of their own: a list belongs to no case and shows no content. */
export const lookAtList = async (who: Who, { looks, clock }: LookDeps): Promise<void> => {
  const role = rolesBySight.find((one) => who.roles.includes(one)) ?? "employee";
  await written({ reference: `list/${who.sub}`, sub: who.sub, role, at: clock(), why: "list" }, looks);
};
