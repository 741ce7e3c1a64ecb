/** What a table may say of a command in a status, besides where it leads. */
export const lifeRefusals = ["not-now", "already-closed", "assessment-required", "decision-required"] as const;
export type LifeRefusal = (typeof lifeRefusals)[number];

/** One place in a life's table: the status after, several where the facts of the case decide, none changed, or why not. */
export type Cell<Status extends string> = Status | readonly Status[] | "keep" | LifeRefusal;

/** A life as data: for each command, one cell per status in the order of the statuses. */
export type Life<Command extends string, Statuses extends readonly string[]> = {
  readonly [Name in Command]: { readonly [Position in keyof Statuses]: Cell<Statuses[number]> };
};

export const isLifeRefusal = <Status extends string>(cell: Cell<Status>): cell is LifeRefusal =>
  lifeRefusals.some((code) => code === cell);

/** The statuses a cell may lead to from `status`; none when it refuses. */
export const leadsFrom = <Status extends string>(cell: Cell<Status>, status: Status): readonly Status[] => {
  if (isLifeRefusal(cell)) return [];
  if (cell === "keep") return [status];
  return typeof cell === "string" ? [cell] : cell;
};
