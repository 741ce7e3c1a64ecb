import type { CivilDate } from "./civil-date.ts";
import { type Instant, stockholmDateTime, stockholmOffset } from "./instant.ts";
import type { Language } from "./language.ts";

const months = {
  sv: [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const satisfies Record<Language, readonly string[]>;

/** "22 december 2026" · "22 December 2026". */
export const dateInWords = (date: CivilDate, language: Language): string =>
  `${Number(date.slice(8))} ${months[language][Number(date.slice(5, 7)) - 1]} ${Number(date.slice(0, 4))}`;

/** Swedish local time: "22 december 2026 kl. 12.17" · "22 December 2026 at 12:17". */
export const timeInWords = (at: Instant, language: Language): string => {
  const { date, time } = stockholmDateTime(at);
  const words = dateInWords(date, language);
  return language === "sv" ? `${words} kl. ${time.replace(":", ".")}` : `${words} at ${time}`;
};

/** "sommartid" or "normaltid" at an instant in Sweden. */
export const clockName = (at: Instant, language: Language): string => {
  const summer = stockholmOffset(at) === 120;
  return language === "sv" ? (summer ? "sommartid" : "normaltid") : summer ? "summer time" : "standard time";
};
