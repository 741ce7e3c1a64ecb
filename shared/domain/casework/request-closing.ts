import type { UnitKind } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import { type Instant, stockholmDate } from "../instant.ts";
import { answeredInTime, answeredWithin30Days, requestDeadline } from "../request-deadline.ts";
import { ok, type Result, refused } from "../result.ts";
import type { Change, Channels, Step } from "./carry-out.ts";
import type { CaseEvent } from "./case-file.ts";
import { caseLetter } from "./case-letter.ts";
import type { Refusal } from "./refusal.ts";
import { remediesFor } from "./remedies.ts";
import { type Closing, isReachedByMailbox, type RequestCase, type RequestOutcome } from "./request-case.ts";
import type { RequestCommand } from "./request-commands.ts";

/** The commands that end a request, each with one outcome. */
export type ClosingCommand = Extract<
  RequestCommand,
  {
    readonly command:
      | "answer"
      | "refuse"
      | "refer"
      | "withdraw"
      | "mark-duplicate"
      | "reclassify"
      | "close-unidentified";
  }
>;

const eventOf: Readonly<Record<RequestOutcome, CaseEvent>> = {
  granted: "answered",
  "partly-granted": "answered",
  "no-data": "answered",
  "refused-unfounded": "refused",
  "refused-excessive": "refused",
  "refused-by-law": "refused",
  "identity-not-confirmed": "unidentified",
  referred: "referred",
  withdrawn: "withdrawn",
  duplicate: "duplicate",
  reclassified: "reclassified",
};

const closedWith = (
  kase: RequestCase,
  outcome: RequestOutcome,
  more: Partial<Omit<Closing, "outcome">> = {},
): Result<Change<RequestCase>, Refusal> => {
  const closing: Closing = {
    outcome,
    sentOn: null,
    explanation: null,
    remedies: [],
    answeredInTime: null,
    answeredWithin30Days: null,
    instead: null,
    ...more,
  };
  return ok({ kase: { ...kase, closing }, event: eventOf[outcome] });
};

/** What tells the person of an answer as the case stands: itself in their digital mailbox, or a notice that it is ready. */
function letterOf(kase: RequestCase, { sms, mailbox }: Channels) {
  const { delivery, noticeByMail, noticeBySms } = kase;
  if (mailbox && isReachedByMailbox(kase)) return "answer-in-mailbox";
  const isFetched = delivery === "download" || delivery === "pick-up";
  return isFetched && (noticeByMail || (sms && noticeBySms)) ? "answer-ready" : undefined;
}

/** Who is answered is told once; each answer by a letter of its own, since a case can be reopened. */
const told = (
  change: Result<Change<RequestCase>, Refusal>,
  at: Instant,
  channels: Channels,
): Result<Change<RequestCase>, Refusal> => {
  if (!change.ok) return change;
  const { kase } = change.value;
  const kind = letterOf(kase, channels);
  if (kind === undefined) return change;
  const letter = caseLetter(kind, "citizen", at, String(kase.version + 1));
  return ok({ ...change.value, kase: { ...kase, letters: [...kase.letters, letter] } });
};

/** Both measures of an answer's time. A refusal must come within the first month, extended or not (art. 12.4). */
export const timeliness = (
  { receivedAt, extension }: Pick<RequestCase, "receivedAt" | "extension">,
  sentOn: CivilDate,
  isRefusal: boolean,
): { readonly answeredInTime: boolean; readonly answeredWithin30Days: boolean } => {
  const deadline = requestDeadline(stockholmDate(receivedAt));
  return {
    answeredInTime: answeredInTime(deadline, sentOn, extension !== null && !isRefusal),
    answeredWithin30Days: answeredWithin30Days(deadline, sentOn),
  };
};

/** Art. 12.6, 32: data go only to somebody known, or to the address where the person is registered. */
const mayBeHandedOut = ({ identity, delivery }: RequestCase): boolean =>
  identity.state === "confirmed" || delivery === "registered-address";

/** What a command that ends a request checks and does. */
export function closingStep(
  kase: RequestCase,
  command: ClosingCommand,
  unitKind: UnitKind | undefined,
  channels: Channels = { sms: false, mailbox: false },
): Step<RequestCase> {
  switch (command.command) {
    case "answer": {
      const { outcome, sentOn, explanation } = command;
      const isPartial = outcome === "partly-granted" || command.withheldForSecrecy === true;
      return {
        happened: [sentOn],
        ...(isPartial ? { reason: { text: explanation } } : {}),
        carryOut: (at) =>
          outcome !== "no-data" && !mayBeHandedOut(kase)
            ? refused({ code: "identity-required" })
            : told(
                closedWith(kase, outcome, {
                  sentOn,
                  explanation: explanation ?? null,
                  remedies: isPartial ? remediesFor(unitKind, kase.right, false) : [],
                  ...timeliness(kase, sentOn, false),
                }),
                at,
                channels,
              ),
      };
    }
    case "refuse": {
      const { outcome, sentOn } = command;
      return {
        happened: [sentOn],
        reason: { text: command.explanation },
        carryOut: (at, explanation) =>
          told(
            closedWith(kase, outcome, {
              sentOn,
              explanation,
              remedies: remediesFor(unitKind, kase.right, outcome !== "refused-by-law"),
              ...timeliness(kase, sentOn, true),
            }),
            at,
            channels,
          ),
      };
    }
    case "close-unidentified":
      return {
        reason: { text: command.explanation },
        carryOut: (_, explanation) => closedWith(kase, "identity-not-confirmed", { explanation }),
      };
    case "reclassify":
      return {
        reason: { text: command.explanation },
        carryOut: (_, explanation) => closedWith(kase, "reclassified", { explanation, instead: command.as }),
      };
    case "refer":
      return {
        reason: { text: command.reason },
        carryOut: (_, explanation) => closedWith(kase, "referred", { explanation, instead: command.to }),
      };
    case "withdraw":
      return { carryOut: () => closedWith(kase, "withdrawn") };
    case "mark-duplicate":
      return {
        carryOut: () =>
          command.of === kase.reference
            ? refused({ code: "duplicate-of-itself" })
            : closedWith(kase, "duplicate", { instead: command.of }),
      };
  }
}
