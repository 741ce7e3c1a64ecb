import { staffAddresses } from "./staff-addresses.ts";

/** Where the pages of the year are. A year, a unit's id and a figure's name are public; nothing personal is in an address. */
const part = encodeURIComponent;

const inYear = (year: number): string => `${staffAddresses.statistics}/${year}`;
const withQuery = (path: string, query: Readonly<Record<string, string | null>>): string => {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
};

/** The last part of the address where the record is read in: no part of the review is called so. */
export const recordPart = "las-in-forteckningen";

export const yearAddresses = {
  choose: staffAddresses.statistics,
  statistics: (year: number, unit: string | null = null, more: Readonly<Record<string, string>> = {}) =>
    withQuery(inYear(year), { unit, ...more }),
  cases: (year: number, unit: string | null, path: string, cursor: string | null = null) =>
    withQuery(`${inYear(year)}/arenden`, { path, unit, cursor }),
  file: (year: number, name: string) => `${inYear(year)}/filer/${part(name)}`,
  compile: (year: number) => `${inYear(year)}/sammanstallningar`,
  compilation: (year: number, id: string, unit: string | null) =>
    withQuery(`${inYear(year)}/sammanstallningar/${part(id)}`, { unit }),
  lock: (year: number) => `${inYear(year)}/las`,
  reviews: staffAddresses.review,
  reviewsOf: (year: number) => withQuery(staffAddresses.review, { year: String(year) }),
  review: (year: number, unit: string) => `${staffAddresses.review}/${year}/${part(unit)}`,
  reviewPart: (year: number, unit: string, slug: string) =>
    `${staffAddresses.review}/${year}/${part(unit)}/${part(slug)}`,
  /** Where a unit's record of processing is read in. */
  record: (year: number, unit: string) => `${staffAddresses.review}/${year}/${part(unit)}/${recordPart}`,
  history: "/personal/historik",
} as const;
