/** How many of each stored code; a code that was not counted is not there. */
export type Counts = Readonly<Record<string, number>>;

/** A number, or null: uppgift saknas. What is not known is never a 0. */
export type Known = number | null;

/** Data-subject requests received in the year (art. 12–22). `received` = `open` + the sum of `byOutcome`. */
export interface RequestFigures {
  readonly received: Known;
  readonly open: Known;
  readonly byOutcome: Counts;
  readonly byRight: Counts;
  readonly byChannel: Counts;
  /** Within the month, extended or not (art. 12.3, 12.4). */
  readonly answeredInTime: Known;
  /** The measure of the yearly report, which is not the law's. */
  readonly answeredWithin30Days: Known;
  readonly extended: Known;
  /** Cases that left the unit for another; counted on the one that sent them. */
  readonly forwarded: Known;
  /** From receipt to answer, in civil days; null when nothing has been answered. */
  readonly medianDays: Known;
}

/** Breaches that one became aware of in the year (art. 33.5). Drills and dismissed reports are not in `documented`. */
export interface BreachFigures {
  readonly documented: Known;
  readonly notifiedToAuthority: Known;
  readonly notifiedInTime: Known;
  readonly subjectsInformed: Known;
  /** Decided not to notify, and nobody informed. */
  readonly neither: Known;
  readonly byKind: Counts;
  readonly byCategory: Counts;
  readonly byCause: Counts;
  readonly byDiscovery: Counts;
  readonly withActionPlan: Known;
  readonly dismissed: Known;
}

/** Questions to the data protection officer in the year (art. 38.1, 39.1). */
export interface ConsultationFigures {
  readonly total: Known;
  readonly beforeStart: Known;
  readonly afterStart: Known;
  readonly byKind: Counts;
}

/** What is counted of a year's cases, for a unit or for the city. */
export interface CaseFigures {
  readonly requests: RequestFigures;
  readonly breaches: BreachFigures;
  readonly consultations: ConsultationFigures;
}
