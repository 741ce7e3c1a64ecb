import { consultationKinds } from "../casework/consultation-case.ts";
import { channels, requestOutcomes } from "../casework/request-case.ts";
import { type CivilDate, civilDate } from "../civil-date.ts";
import { causeCodes, discoveredByCodes, whatHappenedCodes } from "../incident-codes.ts";
import { rights } from "../submission.ts";
import {
  type BreachTally,
  type ConsultationTally,
  type RequestTally,
  type Said,
  type Tally,
  type Unknown,
  unknown,
} from "./tally.ts";

/** The first character of the text; raised when its shape changes. Older shapes stay readable. */
const version = "1";

const between = "|";
const mark = (said: Said): string => (said === null ? "?" : said ? "y" : "n");
const place = ({ counted, holder }: Tally): readonly string[] => [
  counted ?? "",
  holder === counted ? "" : (holder ?? ""),
];
const noDay = "----------";
const authorities = { notified: "y", "not-notified": "n", undecided: "-", unknown: "?" } as const;

function partsOf(tally: Tally): readonly string[] {
  switch (tally.kind) {
    case "request": {
      const { imported, protectedIdentity, inTime, within30Days, extended, left } = tally;
      return [
        `${version}r${[imported, protectedIdentity, inTime, within30Days, extended].map(mark).join("")}`,
        ...place(tally),
        tally.right,
        tally.channel,
        tally.outcome ?? "",
        left === null ? "?" : left.join(","),
        tally.receivedOn,
        tally.answeredOn ?? noDay,
      ];
    }
    case "breach": {
      const { imported, drill, dismissed, authority, notifiedInTime, informed, actionPlan } = tally;
      const marks = [imported, drill, dismissed, notifiedInTime, informed, actionPlan].map(mark).join("");
      return [
        `${version}b${marks}${authorities[authority]}`,
        ...place(tally),
        tally.whatHappened,
        tally.cause,
        tally.discoveredBy,
        tally.receivedOn,
      ];
    }
    case "consultation": {
      const { imported, beforeStart, afterStart } = tally;
      return [
        `${version}c${[imported, beforeStart, afterStart].map(mark).join("")}`,
        ...place(tally),
        tally.about,
        tally.receivedOn,
      ];
    }
  }
}

/**
 * A tally as one short text, as it is stored: about 80 characters, the days last. Many cases share all but the days, so a
 * year can be counted by what they share.
 */
export const writeTally = (tally: Tally): string => partsOf(tally).join(between);

const codesOf = <Code extends string>(codes: readonly Code[]) => {
  const known = new Map<string, Code | Unknown>();
  for (const code of [...codes, unknown] as const) known.set(code, code);
  return (text = ""): Code | Unknown => {
    const code = known.get(text);
    if (code === undefined) throw new NoTally();
    return code;
  };
};
const right = codesOf(rights);
const channel = codesOf(channels);
const outcome = codesOf(requestOutcomes);
const whatHappened = codesOf(whatHappenedCodes);
const cause = codesOf(causeCodes);
const discoveredBy = codesOf(discoveredByCodes);
const about = codesOf(consultationKinds);
const authorityOf = new Map<string, BreachTally["authority"]>([
  ["y", "notified"],
  ["n", "not-notified"],
  ["-", "undecided"],
  ["?", unknown],
]);

/** Stops the reading of a text that is no tally; never leaves this file. */
class NoTally extends Error {}

const said = (character: string | undefined): Said => {
  if (character === "y") return true;
  if (character === "n") return false;
  if (character === "?") return null;
  throw new NoTally();
};
const sure = (character: string | undefined): boolean => {
  const answer = said(character);
  if (answer === null) throw new NoTally();
  return answer;
};
const day = (text = ""): CivilDate => {
  const read = civilDate(text);
  if (read === undefined) throw new NoTally();
  return read;
};

function parsed(text: string): Tally {
  const [marks = "", countedText, holderText, one, two, three, four = "", five, six] = text.split(between);
  if (marks[0] !== version) throw new NoTally();
  const counted = countedText || null;
  const common = {
    counted,
    holder: holderText || counted,
    imported: sure(marks[2]),
  };
  switch (marks[1]) {
    case "r":
      return {
        kind: "request",
        ...common,
        receivedOn: day(five),
        protectedIdentity: sure(marks[3]),
        inTime: said(marks[4]),
        within30Days: said(marks[5]),
        extended: said(marks[6]),
        right: right(one),
        channel: channel(two),
        outcome: three === "" ? null : outcome(three),
        answeredOn: six === noDay ? null : day(six),
        left: four === "?" ? null : four === "" ? [] : four.split(","),
      } satisfies RequestTally;
    case "b": {
      const authority = authorityOf.get(marks[8] ?? "");
      if (authority === undefined) throw new NoTally();
      return {
        kind: "breach",
        ...common,
        receivedOn: day(four),
        drill: sure(marks[3]),
        dismissed: sure(marks[4]),
        notifiedInTime: said(marks[5]),
        informed: said(marks[6]),
        actionPlan: said(marks[7]),
        authority,
        whatHappened: whatHappened(one),
        cause: cause(two),
        discoveredBy: discoveredBy(three),
      } satisfies BreachTally;
    }
    case "c":
      return {
        kind: "consultation",
        ...common,
        receivedOn: day(two),
        beforeStart: said(marks[3]),
        afterStart: said(marks[4]),
        about: about(one),
      } satisfies ConsultationTally;
    default:
      throw new NoTally();
  }
}

/** The tally that a text holds; undefined when it is none of a shape this code knows. */
export function readTally(text: string): Tally | undefined {
  try {
    return parsed(text);
  } catch (error) {
    if (error instanceof NoTally) return undefined;
    throw error;
  }
}

/** A tally's text in two parts: what it shares with many others, and its days as days since 1970. */
export interface TallyParts {
  readonly shared: string;
  /** Not a number where there is no such day. */
  readonly received: number;
  /** Null where nothing has been answered. */
  readonly answered: number | null;
}

// The same few hundred days come again and again; reading each once makes a year quick to count.
const dayNumbers = new Map<string, number>();
function dayNumber(text: string): number {
  const known = dayNumbers.get(text);
  if (known !== undefined) return known;
  const date = civilDate(text);
  if (date === undefined) return Number.NaN;
  const number = Date.parse(date) / 86_400_000;
  dayNumbers.set(text, number);
  return number;
}

const lengthOfDay = between.length + noDay.length;

/** Cuts the days off a text without reading the rest of it. */
export function partsOfText(text: string): TallyParts {
  const end = text[1] === "r" ? text.length - lengthOfDay : text.length;
  const start = end - lengthOfDay;
  const answered = end === text.length ? noDay : text.slice(end + 1);
  return {
    shared: text.slice(0, Math.max(start, 0)),
    received: dayNumber(text.slice(start + 1, end)),
    answered: answered === noDay ? null : dayNumber(answered),
  };
}

/** What a shared part says, of a case received on some day and not answered; the last place is read of a request only. */
export const readShared = (shared: string, receivedOn: CivilDate): Tally | undefined =>
  readTally([shared, receivedOn, noDay].join(between));
