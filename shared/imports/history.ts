import type { UnitId } from "../domain/city.ts";
import { type CivilDate, yearOf } from "../domain/civil-date.ts";
import { answeredInTime, answeredWithin30Days, requestDeadline } from "../domain/request-deadline.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import { type BreachTally, type RequestTally, type Tally, unknown } from "../domain/yearly/tally.ts";
import { type Column, missingColumns, RowReader } from "./cells.ts";
import type { HistoryKind } from "./history-kinds.ts";
import {
  causeWords,
  channelWords,
  discoveredByWords,
  outcomeWords,
  rightWords,
  whatHappenedWords,
} from "./history-words.ts";
import type { ImportProblem } from "./problem.ts";
import type { Table } from "./table.ts";

/** A case from before the service, as the year counts it. `number` is its own in the city's old list, and never stored as it is. */
export interface HistoryRow {
  readonly row: number;
  readonly number: string;
  readonly tally: Tally;
}

/** The columns of the two files: Swedish heading first, then others that are understood. */
export const historyColumns = {
  requests: {
    number: ["nummer", "diarienummer", "ärendenummer", "number"],
    receivedOn: ["mottagen", "inkom", "received"],
    right: ["rättighet", "typ", "right"],
    channel: ["inkom via", "kanal", "channel"],
    answeredOn: ["besvarad", "answered"],
    outcome: ["resultat", "utfall", "outcome"],
    inTime: ["i tid", "in time"],
    within30Days: ["inom 30 dagar", "within 30 days"],
    extended: ["förlängd", "extended"],
    forwarded: ["vidarebefordrad", "forwarded"],
  },
  incidents: {
    number: ["nummer", "diarienummer", "ärendenummer", "number"],
    awareOn: ["kännedom", "upptäckt", "aware"],
    whatHappened: ["händelse", "vad hände", "what happened"],
    cause: ["orsak", "cause"],
    discoveredBy: ["upptäckt av", "discovered by"],
    notified: ["anmäld till imy", "anmäld", "notified"],
    notifiedInTime: ["anmäld i tid", "i tid", "notified in time"],
    informed: ["registrerade informerade", "informerade", "persons informed"],
    actionPlan: ["handlingsplan", "action plan"],
    drill: ["övning", "drill"],
  },
} as const satisfies Record<HistoryKind, Record<string, Column>>;

const beforeItCame = {
  sv: "Dagen för svaret ligger före dagen då begäran kom in.",
  en: "The day of the answer is before the day of receipt.",
} as const;
const notYet = { sv: "Dagen har inte varit än.", en: "The day has not been yet." } as const;
const notNotified = {
  sv: "Incidenten är inte anmäld, men sägs vara anmäld i tid.",
  en: "The incident was not notified, but is said to have been so in time.",
} as const;

const requestRow = (cells: RowReader, unit: UnitId, today: CivilDate): RequestTally | undefined => {
  const columns = historyColumns.requests;
  cells.needed(columns.receivedOn);
  const receivedOn = cells.day(columns.receivedOn);
  const answeredOn = cells.day(columns.answeredOn);
  const outcome = cells.code(columns.outcome, outcomeWords);
  const right = cells.code(columns.right, rightWords) ?? unknown;
  const channel = cells.code(columns.channel, channelWords) ?? unknown;
  const extended = cells.yesNo(columns.extended);
  const forwarded = cells.yesNo(columns.forwarded);
  const saidInTime = cells.yesNo(columns.inTime);
  const saidWithin30 = cells.yesNo(columns.within30Days);
  if (receivedOn === null) return undefined;
  if (receivedOn > today) cells.wrong(columns.receivedOn, "not-in-the-future", notYet);
  if (answeredOn !== null && answeredOn < receivedOn)
    cells.wrong(columns.answeredOn, "answered-before-receipt", beforeItCame);
  if (answeredOn !== null && answeredOn > today) cells.wrong(columns.answeredOn, "not-in-the-future", notYet);
  const isOpen = outcome === "open";
  if (isOpen && answeredOn !== null)
    cells.wrong(columns.outcome, "answered-and-open", {
      sv: "Ärendet sägs pågå, men har en dag för svaret.",
      en: "The case is said to be open, but has a day of the answer.",
    });
  const deadline = requestDeadline(receivedOn);
  /** When nobody has said whether the time was extended, an answer between the two last days is neither. */
  const computed = (): boolean | null => {
    if (answeredOn === null) return null;
    if (answeredInTime(deadline, answeredOn)) return true;
    if (extended !== null) return answeredInTime(deadline, answeredOn, extended);
    return answeredInTime(deadline, answeredOn, true) ? null : false;
  };
  return {
    kind: "request",
    counted: unit,
    holder: unit,
    receivedOn,
    imported: true,
    right,
    channel,
    outcome: isOpen ? null : (outcome ?? unknown),
    answeredOn,
    inTime: isOpen ? false : (saidInTime ?? computed()),
    within30Days: isOpen
      ? false
      : (saidWithin30 ?? (answeredOn === null ? null : answeredWithin30Days(deadline, answeredOn))),
    extended,
    left: forwarded === null ? null : forwarded ? [unit] : [],
    protectedIdentity: false,
  };
};

const breachRow = (cells: RowReader, unit: UnitId, today: CivilDate): BreachTally | undefined => {
  const columns = historyColumns.incidents;
  cells.needed(columns.awareOn);
  const receivedOn = cells.day(columns.awareOn);
  const notified = cells.yesNo(columns.notified);
  const inTime = cells.yesNo(columns.notifiedInTime);
  if (notified === false && inTime === true)
    cells.wrong(columns.notifiedInTime, "in-time-but-not-notified", notNotified);
  const whatHappened = cells.code(columns.whatHappened, whatHappenedWords) ?? unknown;
  const cause = cells.code(columns.cause, causeWords) ?? unknown;
  const discoveredBy = cells.code(columns.discoveredBy, discoveredByWords) ?? unknown;
  const informed = cells.yesNo(columns.informed);
  const actionPlan = cells.yesNo(columns.actionPlan);
  const drill = cells.yesNo(columns.drill) === true;
  if (receivedOn === null) return undefined;
  if (receivedOn > today) cells.wrong(columns.awareOn, "not-in-the-future", notYet);
  return {
    kind: "breach",
    counted: unit,
    holder: unit,
    receivedOn,
    imported: true,
    drill,
    dismissed: false,
    whatHappened,
    cause,
    discoveredBy,
    authority: notified === null ? unknown : notified ? "notified" : "not-notified",
    notifiedInTime: notified === false ? false : inTime,
    informed,
    actionPlan,
  };
};

/**
 * Earlier cases of a unit from a table: all of its rows, or everything that is wrong with them. What nobody knows is unknown in
 * the tally, never a no or a 0. `counted` is the unit as it was then: the one that the file is from.
 */
export function historyFrom(
  table: Table,
  kind: HistoryKind,
  unit: UnitId,
  today: CivilDate,
): Result<readonly HistoryRow[], readonly ImportProblem[]> {
  const columns = historyColumns[kind];
  const day = kind === "requests" ? historyColumns.requests.receivedOn : historyColumns.incidents.awareOn;
  const missing = missingColumns(table, [columns.number, day]);
  if (missing.length > 0) return refused(missing);

  const rows: HistoryRow[] = [];
  const problems: ImportProblem[] = [];
  const firstWith = new Map<string, number>();
  for (const line of table.rows) {
    const cells = new RowReader(table, line);
    const number = cells.needed(columns.number).replace(/\s+/g, " ");
    const before = firstWith.get(number);
    if (before !== undefined && number !== "")
      cells.wrong(columns.number, "number-twice", {
        sv: `Numret finns redan på rad ${before}. Varje ärende ska ha sitt eget.`,
        en: `The number is already on row ${before}. Each case has its own.`,
      });
    else firstWith.set(number, line.row);
    const tally = kind === "requests" ? requestRow(cells, unit, today) : breachRow(cells, unit, today);
    problems.push(...cells.problems);
    if (tally !== undefined) rows.push({ row: line.row, number, tally });
  }
  return problems.length > 0 ? refused(problems) : ok(rows);
}

/** How many rows each year gets, the earliest first. */
export const rowsByYear = (rows: readonly HistoryRow[]): Readonly<Record<string, number>> => {
  const years: Record<string, number> = {};
  for (const { tally } of rows) {
    const year = String(yearOf(tally.receivedOn));
    years[year] = (years[year] ?? 0) + 1;
  }
  return years;
};
