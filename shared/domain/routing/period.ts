import { type CivilDate, civilDate } from "../civil-date.ts";

/** From the first to the last day; null is open. Both open means that the person named no time. */
export interface Period {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** `YYYY` (read as the day in `ofYear`) or `YYYY-MM-DD`; null when nothing is given, undefined when it is no such day. */
const day = (text: string | undefined, ofYear: "01-01" | "12-31"): CivilDate | null | undefined => {
  if (text === undefined) return null;
  return civilDate(/^\d{4}$/.test(text) ? `${text}-${ofYear}` : text);
};

/** A period from what the person gave. A year alone means all of it: 2019–2021 is 1 January 2019 to 31 December 2021. */
export const periodOf = (
  from: string | undefined,
  to: string | undefined,
): Period | { readonly wrong: "from" | "to"; readonly code: "malformed-period" | "period-reversed" } => {
  const first = day(from, "01-01");
  if (first === undefined) return { wrong: "from", code: "malformed-period" };
  const last = day(to, "12-31");
  if (last === undefined) return { wrong: "to", code: "malformed-period" };
  if (first !== null && last !== null && first > last) return { wrong: "from", code: "period-reversed" };
  return { from: first, to: last };
};
