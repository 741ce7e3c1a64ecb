import { placeQuestions, type Rule, type Service, type UnitId } from "../city.ts";
import { addMonths, type CivilDate } from "../civil-date.ts";
import { type CityIndex, type Member, normalised, type Place } from "./city-index.ts";
import { historyOf, holdersOn, holdingOf, liveOn } from "./organisation.ts";
import type { Period } from "./period.ts";
import type { Reason } from "./reason.ts";

/** A concern whose words have been found in the city's data. */
export interface KnownConcern {
  readonly service: Service;
  readonly place: Place | undefined;
  readonly postalCode: string | undefined;
  readonly period: Period;
}

interface Hit {
  readonly id: string;
  readonly because: readonly Reason[];
}

/** What one concern leads to. A doubt stands beside what is certain: a service may have one sure answer and one unsure. */
export interface Outcome {
  readonly units: readonly Hit[];
  readonly outside: readonly (Hit & { readonly name: string })[];
  readonly doubt: { readonly candidates: readonly string[]; readonly question: Reason } | null;
}

interface Context extends KnownConcern {
  readonly index: CityIndex;
  readonly on: CivilDate;
}

const nothing: Outcome = { units: [], outside: [], doubt: null };
const union = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];
const doubt = (candidates: readonly string[], question: Reason): Outcome => ({
  ...nothing,
  doubt: { candidates, question },
});
const ask = (question: { readonly sv: string; readonly en: string }): Reason => ({ code: "ask", params: { question } });

const liveUnits = ({ index, on }: Context): readonly UnitId[] =>
  index.city.units.filter((unit) => liveOn(unit, on)).map(({ id }) => id);
const liveCommittees = ({ index, on }: Context): readonly UnitId[] =>
  index.committees.filter((unit) => liveOn(unit, on)).map(({ id }) => id);

const municipalityLabel = ({ index }: Context, code: string): string =>
  index.city.country.municipalities[code]?.label ?? code;

const toMunicipality = (context: Context, code: string, place: string): Outcome => {
  const municipality = municipalityLabel(context, code);
  const itself = context.index.city.country.municipalities[code]?.name === place;
  const because: Reason[] = [{ code: "other-municipality", params: { place: itself ? null : place, municipality } }];
  return { ...nothing, outside: [{ id: `kommun:${code}`, name: municipality, because }] };
};

const holderName = (context: Context, holder: string): string => {
  if (holder.startsWith("kommun:")) return municipalityLabel(context, holder.slice(7));
  const unit = context.index.units.get(holder);
  return unit?.area ?? unit?.name ?? holder;
};

/** At this many areas a list of choices stops being a help. */
const mostChoices = 3;

const whichPlace = (context: Context, place: Place, byHolder: ReadonlyMap<string, readonly Member[]>): Reason => {
  if (byHolder.size > mostChoices) return placeQuestion(context, []);
  const choices = [...byHolder].map(([holder, members]) => ({
    area: holderName(context, holder),
    places: members.flatMap((member) =>
      member.kind === "district" && member.name !== place.name ? [member.name] : [],
    ),
  }));
  return { code: "ask-which-place", params: { place: place.name, choices } };
};

const placeQuestion = ({ service }: Context, towns: readonly string[]): Reason => ({
  code: "ask-place",
  params: { question: placeQuestions[service.place ?? "lived"], towns },
});

/** Without a place every committee may answer; a postal code narrows them to those of its post town, and never decides. */
const withoutPlace = (context: Context): Outcome => {
  const { index, on, postalCode } = context;
  const town = postalCode === undefined ? undefined : index.city.postalTowns[postalCode.slice(0, 3)];
  const place = town === undefined ? undefined : index.places.get(normalised(town));
  if (town === undefined || place === undefined) return doubt(liveCommittees(context), placeQuestion(context, []));
  const name = town.replace(/ \(postort\)$/, "");
  return doubt([...holdingOf(index, place, on).byHolder.keys()], placeQuestion(context, [name]));
};

const byDistrict = (context: Context): Outcome => {
  const { index, on, place, period } = context;
  if (place === undefined) return withoutPlace(context);
  if (place.members.length === 0) return doubt(liveCommittees(context), placeQuestion(context, []));
  const { byHolder, certain } = holdingOf(index, place, on);
  const [holder] = byHolder.keys();
  if (!certain || holder === undefined) return doubt([...byHolder.keys()], whichPlace(context, place, byHolder));
  const unit = index.units.get(holder);
  const params = { place: place.name, area: unit?.name ?? holder, ...historyOf(index, place, holder, on, period) };
  const note = index.city.placeNotes[place.name];
  const because: Reason[] = [{ code: "place-belongs", params }];
  if (note !== undefined) because.push({ code: "note", params: { text: note } });
  return { ...nothing, units: [{ id: holder, because }] };
};

/** On a day when a unit was not there, the one before or after it answers; several, or none that is known, is a doubt. */
const byUnits = (context: Context, units: readonly UnitId[]): Outcome => {
  const { index, on, service } = context;
  const because: Reason[] = [{ code: "whole-city", params: { service: service.label } }];
  const onTheDay = units.map((id) => holdersOn(index, id, on));
  const certain = union(...onTheDay.filter((holders) => holders.length === 1));
  const unsure = onTheDay.filter((holders) => holders.length !== 1);
  const question: Reason = { code: "ask-who-then", params: { service: service.label, on } };
  return {
    ...nothing,
    units: certain.map((id) => ({ id, because })),
    doubt:
      unsure.length === 0
        ? null
        : { candidates: union(...unsure.map((known) => (known.length > 0 ? known : liveUnits(context)))), question },
  };
};

const ofPlace = ({ index, on, place }: Context): readonly string[] =>
  place === undefined ? [] : [...holdingOf(index, place, on).byHolder.keys()];

const byWorkplace = (context: Context, byPlace: boolean, question: Reason): Outcome => {
  const { index, on, place } = context;
  if (place?.workplace !== undefined) {
    const holders = holdersOn(index, place.workplace, on);
    const because: Reason[] = [{ code: "own-workplace", params: { workplace: place.name } }];
    if (holders.length === 1) return { ...nothing, units: holders.map((id) => ({ id, because })) };
    return doubt(holders, question);
  }
  if (byPlace && place !== undefined) return byDistrict(context);
  return doubt(union(ofPlace(context), liveUnits(context)), question);
};

const yearsAfter = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12);

const byLastDistrict = (context: Context, otherwise: UnitId, years: number, question: Reason): Outcome => {
  const found = byDistrict(context);
  const longAgo = context.period.to !== null && yearsAfter(context.period.to, years) <= context.on;
  if (found.doubt !== null) return doubt(union(found.doubt.candidates, [otherwise]), found.doubt.question);
  return longAgo ? doubt([...found.units.map(({ id }) => id), otherwise], question) : found;
};

const byMunicipality = (context: Context): Outcome => {
  const { index, on, place } = context;
  const bodies = index.city.country.outsideBodies;
  if (place === undefined) {
    const because: Reason[] = [{ code: "some-other-municipality", params: {} }];
    return { ...nothing, outside: [{ id: "ext-kommun", name: bodies["ext-kommun"]?.sv ?? "ext-kommun", because }] };
  }
  const question: Reason = { code: "ask-which-service", params: { place: place.name, city: index.city.name } };
  return doubt([...holdingOf(index, place, on).byHolder.keys()], question);
};

const byRegion = (context: Context): Outcome => {
  const { index, place, service } = context;
  const { country, municipality } = index.city;
  const codes = (place?.members ?? []).map((member) => (member.kind === "municipality" ? member.code : municipality));
  const counties = union(codes.length === 0 ? [municipality.slice(0, 2)] : codes.map((code) => code.slice(0, 2)));
  const because: Reason[] = [{ code: "outside-the-city", params: { service: service.label } }];
  const regions = counties.flatMap((county) => country.regions[county] ?? []);
  return { ...nothing, outside: regions.map(({ id, name }) => ({ id, name, because })) };
};

/** The rule of the day. */
const ruleOn = ({ rule, formerly }: Service, on: CivilDate): Rule =>
  formerly !== undefined && on <= formerly.until ? formerly.rule : rule;

const byRule = (context: Context): Outcome => {
  const { index, service, on } = context;
  const rule = ruleOn(service, on);
  switch (rule.kind) {
    case "district": {
      const found = byDistrict(context);
      return rule.also === undefined
        ? found
        : { ...found, units: [...found.units, ...byUnits(context, rule.also).units] };
    }
    case "units":
      return byUnits(context, rule.units);
    case "last-district":
      return byLastDistrict(context, rule.otherwise, rule.years, ask(rule.question));
    case "workplace":
      return byWorkplace(context, rule.byPlace, ask(rule.question));
    case "ask": {
      const here = ofPlace(context);
      const districts = here.length > 0 ? here : (withoutPlace(context).doubt?.candidates ?? []);
      const named = union(...rule.units.map((id) => holdersOn(index, id, on)));
      if (rule.district === true) return doubt(union(districts, named), ask(rule.question));
      return doubt(named.length > 0 ? named : union(here, liveUnits(context)), ask(rule.question));
    }
    case "outside": {
      const because: Reason[] = [{ code: "outside-the-city", params: { service: service.label } }];
      const bodies = index.city.country.outsideBodies;
      return { ...nothing, outside: rule.bodies.map((id) => ({ id, name: bodies[id]?.sv ?? id, because })) };
    }
    case "health-care":
      return byRegion(context);
    case "municipality":
      return byMunicipality(context);
  }
};

/** A place outside the city, wholly or in part, where the service's answer depends on it; undefined when it does not. */
const byElsewhere = (context: Context): Outcome | undefined => {
  const { place, service } = context;
  if (place === undefined || service.elsewhere === "ours") return undefined;
  const codes = place.members.flatMap((member) => (member.kind === "municipality" ? [member.code] : []));
  const [code] = codes;
  if (code === undefined) return undefined;
  if (codes.length === place.members.length && codes.length === 1 && service.elsewhere === "theirs")
    return toMunicipality(context, code, place.name);
  const { units, doubt: unsure } = byRule({ ...context, place: undefined });
  const byUnit = ruleOn(service, context.on).kind === "units";
  const inside = byUnit ? units.map(({ id }) => id) : (unsure?.candidates ?? []);
  if (codes.length < place.members.length)
    return byUnit
      ? doubt(
          [...inside, ...codes.map((other) => `kommun:${other}`)],
          whichPlace(context, place, holdingOf(context.index, place, context.on).byHolder),
        )
      : undefined;
  const municipality = municipalityLabel(context, code);
  const question: Reason = { code: "ask-which-municipality", params: { city: context.index.city.name, municipality } };
  return doubt([...inside, `kommun:${code}`], question);
};

const withAge = (context: Context, found: Outcome): Outcome => {
  const { index, on, period, service } = context;
  const { oldRecords, keptYears } = service;
  if (oldRecords === undefined || (found.units.length === 0 && found.doubt === null)) return found;
  const { before } = oldRecords;
  const archive = index.units.get(oldRecords.archive)?.name ?? oldRecords.archive;
  if (period.to !== null && period.to < before) {
    const candidates = union(
      found.units.map(({ id }) => id),
      found.doubt?.candidates ?? [],
      [oldRecords.archive],
    );
    const question: Reason = { code: "ask-old-records", params: { archive, before } };
    return { ...found, units: [], doubt: { candidates, question: found.doubt?.question ?? question } };
  }
  const asked = period.from !== null || period.to !== null;
  const hint: Reason[] = [];
  if (asked && (period.from === null || period.from < before))
    hint.push({ code: "archive-may-hold", params: { archive, before } });
  else if (keptYears !== undefined && period.to !== null && yearsAfter(period.to, keptYears) <= on)
    hint.push({ code: "may-be-destroyed", params: { archive, years: keptYears } });
  if (hint.length === 0) return found;
  return { ...found, units: found.units.map(({ id, because }) => ({ id, because: [...because, ...hint] })) };
};

const withNotes = ({ notes }: Service, found: Outcome): Outcome => {
  if (notes === undefined) return found;
  const said = notes.map((text): Reason => ({ code: "note", params: { text } }));
  const noted = <H extends Hit>(hit: H): H => ({ ...hit, because: [...hit.because, ...said] });
  return { ...found, units: found.units.map(noted), outside: found.outside.map(noted) };
};

/** Who answers for one concern on the day `on`. */
export const decide = (index: CityIndex, concern: KnownConcern, on: CivilDate): Outcome => {
  const context = { ...concern, index, on };
  return withNotes(concern.service, withAge(context, byElsewhere(context) ?? byRule(context)));
};
