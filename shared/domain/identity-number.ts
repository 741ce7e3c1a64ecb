import { type CivilDate, civilDateOf, yearOf } from "./civil-date.ts";
import { ok, type Result, refused } from "./result.ts";

/** A number that holds: twelve digits, and the birth date where the number tells a real one. */
export type IdentityNumber = {
  readonly kind: "personnummer" | "samordningsnummer";
  readonly number: string;
  readonly birthDate?: CivilDate;
};

/** Why a number does not hold. */
export type IdentityNumberRefusal = "format" | "organisation-number" | "date" | "future" | "check-digit";

// Spaces people and word processors write. Digits are ASCII only: full-width ones are another script, not a typing habit.
const spaces = /[ \u00a0\u2007\u2009\u202f]/g;
const shape = /^(\d\d)?(\d\d)(\d\d)(\d\d)([-+\u2010-\u2014\u2212])?(\d{4})$/;

/**
 * Reads a personnummer (18 § folkbokföringslagen) or samordningsnummer (day + 60) as people type them: 10 or 12 digits,
 * spaces anywhere, a hyphen, dash or plus before the last four. With ten digits the century is the latest that is not in
 * the future, and with a plus the latest in which the person turns 100 this year or has done so. A samordningsnummer is
 * judged by check digit and shape only, since its date may be unknown or invented.
 */
export const parseIdentityNumber = (text: string, today: CivilDate): Result<IdentityNumber, IdentityNumberRefusal> => {
  const match = shape.exec(text.replace(spaces, ""));
  if (match === null) return refused("format");
  const [, century, yy = "", mm = "", dd = "", sign, serial = ""] = match;
  // The month of an organisation number is 20 or more, so that it is never taken for a person's.
  if (Number(mm) >= 20) return refused("organisation-number");

  const day = Number(dd);
  const isCoordination = day >= 60;
  const birthDay = isCoordination ? day - 60 : day;
  const year =
    century === undefined ? fullYear(Number(yy), `${mm}-${pad(birthDay)}`, sign === "+", today) : Number(century + yy);
  const birthDate = civilDateOf(year, Number(mm), birthDay);

  if (isCoordination ? Number(mm) > 12 || birthDay > 31 : birthDate === undefined) return refused("date");
  if (year < 1800) return refused("date");
  if (birthDate === undefined ? year > yearOf(today) : birthDate > today) return refused("future");
  if (!checkDigitHolds(yy + mm + dd + serial)) return refused("check-digit");

  return ok({
    kind: isCoordination ? "samordningsnummer" : "personnummer",
    number: `${year}${mm}${dd}${serial}`,
    ...(birthDate === undefined ? {} : { birthDate }),
  });
};

/** `191212121212` → `19121212‑1212`, with the hyphen that does not break over lines (U+2011). */
export const formatIdentityNumber = (number: string): string => `${number.slice(0, 8)}\u2011${number.slice(8)}`;

const pad = (value: number): string => String(value).padStart(2, "0");

const fullYear = (yy: number, monthAndDay: string, plus: boolean, today: CivilDate): number => {
  const latest = plus ? yearOf(today) - 100 : yearOf(today);
  const year = latest - ((((latest - yy) % 100) + 100) % 100);
  return !plus && `${year}-${monthAndDay}` > today ? year - 100 : year;
};

/** Modulus 10 ("Luhn") over ten digits, weights 2 1 2 1 …, the check digit last. */
const checkDigitHolds = (ten: string): boolean => {
  let sum = 0;
  for (let index = 0; index < ten.length; index++) {
    const product = Number(ten[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
};
