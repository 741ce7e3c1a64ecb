import type { City } from "../../shared/domain/city.ts";
import { addDays, type CivilDate, civilDate } from "../../shared/domain/civil-date.ts";
import { unitsAsOf } from "../../shared/domain/routing/organisation.ts";
import { route } from "../../shared/domain/routing/routing.ts";

/** The days on which something changed, with the day before each, from the first day of the districts' data. */
const daysOfChange = ({ districts, services, units }: City, today: CivilDate): readonly CivilDate[] => {
  const eras = districts.flatMap((group) => group.eras.map(({ from }) => from)).sort();
  const [first = today] = eras;
  const days = [
    ...eras,
    ...units.flatMap(({ validFrom }) => validFrom ?? []),
    ...services.flatMap(({ oldRecords }) => oldRecords?.before ?? []),
  ].flatMap((text) => civilDate(text) ?? []);
  const found = new Set([...days.flatMap((day) => [addDays(day, -1), day]), today]);
  return [...found].filter((day) => first <= day && day <= today).sort();
};

/**
 * Whether somebody answers for every service in every place, now and on every day of change: one unit that exists, somebody
 * outside the city, or a person who is asked a question. One sentence per service at most: the first place where it fails.
 */
export function* coverageFaults(city: City, today: CivilDate): Generator<string> {
  const { districts, aliases, services } = city;
  const places = [
    undefined,
    ...districts.flatMap(({ official, parts = [] }) => [...official, ...parts]),
    ...Object.keys(aliases),
  ];
  const days = daysOfChange(city, today);
  const alive = new Map(days.map((day) => [day, new Set(unitsAsOf(city, day).map(({ id }) => id))]));
  for (const { key } of services) {
    const fault = (): string | undefined => {
      for (const place of places)
        for (const day of days) {
          const where = `${place === undefined ? "without a place" : `in ${place}`} on ${day}`;
          const found = route([{ service: key, ...(place === undefined ? {} : { place }) }], city, day);
          if (!found.ok) return `The service ${key} ${where} cannot be routed: ${found.error[0]?.code ?? "refused"}.`;
          const { recipients, outside, triage } = found.value;
          if (recipients.length + outside.length === 0 && (triage === null || triage.candidates.length === 0))
            return `Nobody answers for the service ${key} ${where}, and nobody is asked.`;
          const gone = recipients.find(({ unit }) => alive.get(day)?.has(unit) !== true);
          if (gone !== undefined)
            return `The service ${key} ${where} is answered by ${gone.unit}, which does not exist that day.`;
        }
      return undefined;
    };
    const sentence = fault();
    if (sentence !== undefined) yield sentence;
  }
}
