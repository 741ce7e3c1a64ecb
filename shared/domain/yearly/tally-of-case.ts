import { type BreachCase, isAuthorityDecided, toldInTime } from "../casework/breach-case.ts";
import type { CaseFile } from "../casework/case-file.ts";
import { askedBeforeStart, type ConsultationCase } from "../casework/consultation-case.ts";
import type { RequestCase } from "../casework/request-case.ts";
import { yearOf } from "../civil-date.ts";
import { stockholmDate } from "../instant.ts";
import type { BreachTally, ConsultationTally, RequestTally, Tally } from "./tally.ts";
import { unknown } from "./tally.ts";

const places = ({ unit, countedUnit }: Pick<CaseFile, "unit" | "countedUnit">) => ({
  counted: countedUnit,
  holder: unit,
  imported: false,
});

const requestTally = (file: RequestCase): RequestTally => {
  const { closing } = file;
  return {
    kind: "request",
    ...places(file),
    receivedOn: stockholmDate(file.receivedAt),
    right: file.right,
    channel: file.channel,
    outcome: closing?.outcome ?? null,
    answeredOn: closing?.sentOn ?? null,
    inTime: closing?.answeredInTime ?? false,
    within30Days: closing?.answeredWithin30Days ?? false,
    extended: file.extension !== null,
    left: [...new Set(file.forwarded.flatMap(({ from }) => (from === null ? [] : [from])))],
    protectedIdentity: file.protectedIdentity,
  };
};

const authorityOf = (file: BreachCase): BreachTally["authority"] => {
  if (file.authority?.decision === "notified") return "notified";
  return isAuthorityDecided(file) ? "not-notified" : "undecided";
};

const breachTally = (file: BreachCase): BreachTally => ({
  kind: "breach",
  ...places(file),
  receivedOn: stockholmDate(file.times.awareAt),
  drill: file.drill,
  dismissed: file.status === "dismissed",
  whatHappened: file.facts.whatHappened,
  cause: file.facts.cause ?? unknown,
  discoveredBy: file.facts.discoveredBy ?? unknown,
  authority: authorityOf(file),
  notifiedInTime: toldInTime(file) ?? false,
  informed: file.subjects?.decision === "informed",
  actionPlan: file.measures.length > 0,
});

const consultationTally = (file: ConsultationCase): ConsultationTally => {
  const before = askedBeforeStart(file);
  return {
    kind: "consultation",
    ...places(file),
    receivedOn: stockholmDate(file.receivedAt),
    about: file.about,
    beforeStart: before === true,
    afterStart: before === false,
  };
};

/** A case as the year counts it, drills and dismissed reports included. */
export function tallyOfCase(file: CaseFile): Tally {
  switch (file.kind) {
    case "request":
      return requestTally(file);
    case "breach":
      return breachTally(file);
    case "consultation":
      return consultationTally(file);
  }
}

/** The year a case belongs to: the local year of receipt, of a breach that in which one became aware of it. */
export const yearOfTally = ({ receivedOn }: Tally): number => yearOf(receivedOn);
