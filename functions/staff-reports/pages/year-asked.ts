import type { City, UnitId } from "../../../shared/domain/city.ts";
import { yearOf } from "../../../shared/domain/civil-date.ts";
import { type Instant, stockholmDate } from "../../../shared/domain/instant.ts";
import { formatReference, parseCaseReference } from "../../../shared/domain/reference.ts";
import type { Violation } from "../../../shared/domain/yearly/invariants.ts";
import { type Answer, page } from "../../../shared/lambda/answer.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import { staffNotFoundPage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { clockInWords, dayInWords } from "../../../shared/pages/staff/time-words.ts";
import { doesNotAddUpPage } from "../../../shared/pages/staff/year-step-pages.tsx";
import type { RefusedBecause } from "../../../shared/store/editions.ts";
import { unitName, type Visit } from "../../staff-cases/pages/visit.ts";
import { maySeeFigures, yearIn } from "../whose-year.ts";
import { nameOfFigure } from "./shown-figures.ts";

/** What is not there and what is not theirs: one and the same page. */
export const notThere = ({ frame }: Pick<Visit, "frame">): Answer => page(404, staffNotFoundPage(frame));

export const thisYear = (now: Instant): number => yearOf(stockholmDate(now));

/** The first year of the law that all of this is about. */
const firstYear = 2018;

/** The years to choose among, the latest first, with the one that is shown. */
export function yearsToChoose(now: Instant, shown: number): readonly number[] {
  const last = thisYear(now);
  const years = Array.from({ length: last - firstYear + 1 }, (_, index) => last - index);
  return years.includes(shown) ? years : [...years, shown].sort((one, other) => other - one);
}

const inSwedish = new Intl.Collator("sv");

/** The units whose figures somebody may see, by name; one that is gone says so. */
export const unitsToChoose = ({ who }: Pick<Visit, "who">, { city }: { readonly city: City }) =>
  city.units
    .filter(({ id }) => maySeeFigures(who, id, city))
    .map(({ id, name, validTo }) => ({ id, name: validTo === null ? name : `${name} (till ${validTo.slice(0, 4)})` }))
    .sort((one, other) => inSwedish.compare(one.name, other.name));

export const wholeCity = ({ city }: { readonly city: City }): string => city.name.sv;

/** What a unit, or the city, is called in a heading. */
export const nameOfUnit = (unit: UnitId | null, deps: { readonly city: City }): string =>
  unit === null ? `Hela ${wholeCity(deps)}` : unitName(deps)(unit);

interface Asked {
  readonly year: number;
  readonly unit: UnitId | null;
}

/**
 * The year and the unit of an address, if they are somebody's to see. Without a unit it is the whole city, for those who may see
 * that; a coordinator's is their own.
 */
export function yearAsked({ request, who, frame }: Visit, deps: { readonly city: City }): Asked | undefined {
  const year = yearIn(request);
  const wished = request.query.get("unit") ?? "";
  const [own] = unitsToChoose({ who }, deps);
  const unit = wished !== "" ? wished : maySeeFigures(who, null, deps.city) ? null : (own?.id ?? null);
  if (year === undefined || year > thisYear(frame.now) || !maySeeFigures(who, unit, deps.city)) return undefined;
  return { year, unit };
}

/** "2 januari 2027 kl. 06.00". */
export const momentInWords = (at: Instant): string => `${dayInWords(stockholmDate(at))} ${clockInWords(at)}`;

const whatIsWrong: Readonly<Record<string, string>> = {
  unreadable: "Ett ärende har uppgifter som inte går att räkna.",
  "other-year": "Ett ärende ligger under ett annat år än det kom in.",
  "unknown-unit": "Ett ärende hör till en nämnd som staden inte har.",
  contradiction: "Ett ärende säger två saker som inte kan vara sanna samtidigt.",
  "does-not-add-up": "En summa stämmer inte med det den är summan av.",
} satisfies Readonly<Record<Violation["code"], string>>;

/** No figure is shown rather than a wrong one. Which case it is, only those are told who may know of any. */
export function doesNotAddUp({ frame, who }: Visit, { year, unit }: Asked, wrong: RefusedBecause): Answer {
  const isDpo = who.roles.includes("dpo");
  const { code, reference = "", figure } = wrong;
  const words = Object.hasOwn(whatIsWrong, code) ? whatIsWrong[code] : undefined;
  const sentence = words ?? "Ärendena säger emot varandra.";
  const isCase = isDpo && parseCaseReference(reference) !== undefined;
  return page(
    problems["year-does-not-add-up"].status,
    doesNotAddUpPage(frame, {
      ...{ year, unit },
      what: isDpo && figure !== undefined ? `${sentence} Siffra: ${nameOfFigure(figure)}.` : sentence,
      reference: isCase ? formatReference(reference) : null,
    }),
  );
}
