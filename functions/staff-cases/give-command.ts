import type { FieldError } from "../../forms/parse-answers.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { type HistoryEntry, type Role, replayOf } from "../../shared/domain/casework/case-history.ts";
import { decide } from "../../shared/domain/casework/decide.ts";
import type { RefusalCode } from "../../shared/domain/casework/refusal.ts";
import type { Language } from "../../shared/domain/language.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { actingRole, seenAs } from "../../shared/domain/sight/sight.ts";
import type { Submission } from "../../shared/domain/submission.ts";
import type { Who } from "../../shared/domain/who.ts";
import { changedSince } from "./case-view.ts";
import { countsIn, unitsOn } from "./city-today.ts";
import { readCommand } from "./command-body.ts";
import { caseAfter } from "./first-answer.ts";
import type { StaffDeps } from "./live.ts";
import { caseAt, lookAt } from "./seen-case.ts";

/** A command as somebody sent it. */
export interface Sent {
  readonly who: Who;
  /** The case's reference as it was written. */
  readonly reference: string;
  readonly body: unknown;
  readonly key: string;
  readonly bodyHash: string;
  readonly language: Language;
}

export interface Given {
  /** The case after the command. */
  readonly file: CaseFile;
  readonly entry: HistoryEntry;
  /** In which the person sees it; undefined when it has gone out of their sight, and only where it stands may be told. */
  readonly role: Role | undefined;
  /** What was sent, to be shown with the case. */
  readonly submission: Submission | undefined;
  readonly isReplay: boolean;
}

export type NotGiven =
  | { readonly code: "not-there" | "key-reused" }
  | { readonly code: "input-refused"; readonly errors: readonly FieldError[] }
  | { readonly code: "stale-version"; readonly changed: ReturnType<typeof changedSince> }
  | { readonly code: Exclude<RefusalCode, "stale-version"> };

type Outcome = Result<Given, NotGiven>;

/** How large a command may make a case, in bytes. An item of the store holds 400 KB; what else is kept in it needs room too. */
export const fullBytes = 300 * 1_024;
/** Each time somebody else was quicker, the case is read again: then the command is stale, or has been carried out. */
const mostReadings = 3;

/** Others were quicker every time; trying again may help. */
class CaseBusy extends Error {
  override readonly name = "CaseBusy";
  readonly code = "case-busy";
}

/**
 * Gives a command to a case. Refusals come in one order: not there or not theirs, stale, the rules. A command that has been
 * carried out already is answered as it was then, before any of that. The look is written down before a word of the case is
 * told, also of one that is then refused.
 */
export async function giveCommand(sent: Sent, deps: StaffDeps): Promise<Outcome> {
  let isLogged = false;
  const logged = async (file: CaseFile, role: Role) => {
    if (!isLogged) await lookAt(file, sent.who, role, "command", deps);
    isLogged = true;
  };
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const outcome = await tryCommand(sent, deps, logged);
    if (outcome !== "somebody-was-quicker") return outcome;
  }
  throw new CaseBusy("a case changed each time it was read");
}

async function tryCommand(
  { who, reference, body, key, bodyHash, language }: Sent,
  deps: StaffDeps,
  logged: (file: CaseFile, role: Role) => Promise<void>,
): Promise<Outcome | "somebody-was-quicker"> {
  const { city, cases, submissions, clock } = deps;
  const file = await caseAt(reference, cases);
  if (file === undefined) return refused({ code: "not-there" });

  const replay = replayOf(file, key, bodyHash, who.sub);
  const role = seenAs(who, file);
  if (replay.kind === "replay") {
    const { entry } = replay;
    await logged(file, role ?? entry.who.role);
    const submission = await submissions.get(file.submission);
    const then = caseAfter(file, entry, submission, city) ?? file;
    return ok({ file: then, entry, role: role && seenAs(who, then), submission, isReplay: true });
  }
  if (replay.kind === "key-reused") return refused({ code: "key-reused" });
  if (role === undefined) return refused({ code: "not-there" });

  const now = clock();
  const read = readCommand(file, body, { language, city, now });
  if (!read.ok) return refused({ code: "input-refused", errors: read.error });
  const { asked, version, at } = read.value;
  const acting = actingRole(who, asked.command.command, file);
  if (acting === undefined) return refused({ code: "role-may-not" });
  await logged(file, acting);

  const submission = await submissions.get(file.submission);
  const decided = decide(asked, {
    now,
    ...(at === undefined ? {} : { at }),
    who: { sub: who.sub, role: acting, ...(who.name === undefined ? {} : { name: who.name }) },
    version,
    key,
    bodyHash,
    units: unitsOn(city, now),
    countsIn: countsIn(city, file, submission),
    channels: deps.channels,
  });
  if (!decided.ok) {
    const { code } = decided.error;
    return code === "stale-version"
      ? refused({ code, changed: changedSince(file, version, { sub: who.sub, role }) })
      : refused({ code });
  }
  const { kase: next, log: line } = decided.value;
  if (Buffer.byteLength(JSON.stringify(next)) > fullBytes) return refused({ code: "case-full" });
  if (!(await cases.save(next))) return "somebody-was-quicker";
  const entry = next.history.at(-1);
  if (entry === undefined) throw new Error("a command left nothing in the history");
  const { code, ...codes } = line;
  deps.log(code, codes);
  return ok({ file: next, entry, role: seenAs(who, next), submission, isReplay: false });
}
