import { refusals } from "../../../shared/domain/casework/refusal.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import { formOf } from "../../../shared/pages/staff/command-form.ts";
import type { Attempt } from "../../../shared/pages/staff/command-section.tsx";
import { commandErrors, readCommand, typedOf } from "../../../shared/pages/staff/read-command.ts";
import { startOf } from "../../../shared/pages/staff/section-start.ts";
import { staffAddresses } from "../../../shared/pages/staff/staff-addresses.ts";
import { staffForbiddenPage, staffUnreadablePage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { bodyHashOf } from "../body-hash.ts";
import { giveCommand } from "../give-command.ts";
import type { StaffDeps } from "../live.ts";
import { caseAt, seenCase } from "../seen-case.ts";
import { caseShown, doneMark, notThere } from "./case.ts";
import { movedAway } from "./queue.ts";
import type { Sending } from "./visit.ts";

const key = /^[\w-]{16,128}$/;
const version = /^[1-9]\d{0,8}$/;

/** The case again, the command's form open with everything that was typed and what is wrong with it. */
async function again(
  sending: Sending,
  attempt: Attempt,
  status: number,
  deps: StaffDeps,
  staleSince: number | null = null,
): Promise<Answer> {
  const seen = await seenCase(sending.request.param("reference"), sending.who, deps.cases);
  if (seen === undefined) return notThere(sending);
  return page(status, await caseShown(sending, seen, "command", deps, { attempt, staleSince }));
}

/**
 * `POST /personal/arenden/{reference}`: a command by its form on the case's page. The key was born with the page and the hash
 * is of what was typed, so a second click is the same command however the case stands by then.
 */
export async function postCommandPage(sending: Sending, deps: StaffDeps): Promise<Answer> {
  const { request, fields, who, frame } = sending;
  const field = (name: string): string => fields.get(name)?.[0] ?? "";
  const [command, sentKey, seenVersion] = [field("command"), field("key"), field("version")];
  const reference = request.param("reference");
  const file = await caseAt(reference, deps.cases);
  if (file === undefined) return notThere(sending);
  const form = formOf(file.kind, command);
  const isWhole = form !== undefined && key.test(sentKey) && version.test(seenVersion);
  // Whether a case that is not theirs has such a command is nothing to tell them.
  if (!isWhole) {
    const seen = await seenCase(reference, who, deps.cases);
    return seen === undefined ? notThere(sending) : page(400, staffUnreadablePage(frame));
  }

  const answers = typedOf(form, fields);
  const read = readCommand(command, form, answers, frame.now, startOf(file, command));
  const attempt = (parts: Partial<Attempt>): Attempt => ({ command, answers, errors: [], refusal: null, ...parts });
  if (!read.ok) return again(sending, attempt({ errors: read.error }), problems["input-refused"].status, deps);
  const since = Number(seenVersion);
  const given = await giveCommand(
    {
      who,
      reference,
      body: { command, version: since, ...read.value },
      key: sentKey,
      bodyHash: bodyHashOf({ command, version: since, answers }),
      language: "sv",
    },
    deps,
  );
  if (given.ok)
    return seeOther(
      given.value.role === undefined
        ? `${staffAddresses.cases}?${movedAway}`
        : `${staffAddresses.case(file.reference)}?${doneMark}=${command}`,
    );
  const refusal = given.error;
  switch (refusal.code) {
    case "not-there":
      return notThere(sending);
    case "role-may-not":
      return page(403, staffForbiddenPage(frame));
    case "input-refused":
      return again(sending, attempt({ errors: commandErrors(command, form, refusal.errors) }), 400, deps);
    // A page gives one command: one more from it, as after going back, is given to a case that has moved on.
    case "key-reused":
    case "stale-version":
      return again(sending, attempt({}), 409, deps, since);
    default:
      return again(sending, attempt({ refusal: refusal.code }), refusals[refusal.code].status, deps);
  }
}
