/**
 * A second calculator of the last day, written to share nothing with the product: it walks one day at a time with Date at
 * noon, and knows Easter from the ecclesiastical table of golden numbers (the Paschal full moons of 1900–2199) instead
 * of by formula.
 */
const paschalFullMoon = [
  "04-14",
  "04-03",
  "03-23",
  "04-11",
  "03-31",
  "04-18",
  "04-08",
  "03-28",
  "04-16",
  "04-05",
  "03-25",
  "04-13",
  "04-02",
  "03-22",
  "04-10",
  "03-30",
  "04-17",
  "04-07",
  "03-27",
];

const noon = (text: string): Date => new Date(`${text}T12:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);
const step = (date: Date, days: number): Date => {
  const next = new Date(date);
  next.setUTCDate(next.getUTCDate() + days);
  return next;
};

const easter = (year: number): Date => {
  let date = step(noon(`${year}-${paschalFullMoon[year % 19]}`), 1);
  while (date.getUTCDay() !== 0) date = step(date, 1);
  return date;
};

const fixed = new Set(["01-01", "01-06", "05-01", "12-25", "12-26"]);
const eves = new Set(["12-24", "12-31"]);

const isDayOff = (date: Date, evesCount: boolean): boolean => {
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return true; // midsommardagen and alla helgons dag are Saturdays
  const year = date.getUTCFullYear();
  const day = text(date).slice(5);
  if (fixed.has(day) || (day === "06-06" && year >= 2005)) return true;
  if (evesCount && (eves.has(day) || (weekday === 5 && day >= "06-19" && day <= "06-25"))) return true;
  const fromEaster = [-2, 1, 39, ...(year < 2005 ? [50] : [])];
  return fromEaster.some((days) => text(step(easter(year), days)) === text(date));
};

/** The last day `months` months after `receivedOn`, for receipts from 1997 to 2060. */
export const independentLastDay = (receivedOn: string, months: number, evesCount = false): string => {
  const received = noon(receivedOn);
  // Walks to the first of the wanted month, then forward to the same day number or the month's end.
  let date = received;
  for (let passed = 0; passed < months; ) {
    date = step(date, 1);
    if (date.getUTCDate() === 1) passed++;
  }
  while (date.getUTCDate() < received.getUTCDate() && step(date, 1).getUTCDate() !== 1) date = step(date, 1);
  while (isDayOff(date, evesCount)) date = step(date, 1);
  return text(date);
};
