import type { PlaceBasis, Rule, Service, ServiceGroup } from "../domain/city.ts";

/** What a service says of itself: its name, and a sentence in everyday words, in both languages. */
export interface Words {
  readonly sv: readonly [label: string, description: string];
  readonly en: readonly [label: string, description: string];
}

const service = (key: string, group: ServiceGroup, words: Words, rule: Rule, place: PlaceBasis | null) => ({
  key,
  group,
  label: { sv: words.sv[0], en: words.en[0] },
  description: { sv: words.sv[1], en: words.en[1] },
  forCitizens: true,
  asksPlace: place !== null,
  place,
  rule,
});

type More = Partial<Pick<Service, "formerly" | "oldRecords" | "keptYears" | "elsewhere" | "notes" | "forCitizens">>;

/** Answered by the committee of the place. A place elsewhere is that municipality's. */
export const local = (
  key: string,
  group: ServiceGroup,
  place: PlaceBasis,
  words: Words,
  more: More & { also?: readonly string[] } = {},
): Service => {
  const { also, ...rest } = more;
  const rule: Rule = also === undefined ? { kind: "district" } : { kind: "district", also };
  return { ...service(key, group, words, rule, place), elsewhere: "theirs", ...rest };
};

/** Answered by one unit for the whole city. `elsewhere` says what a place in another municipality means. */
export const central = (
  key: string,
  group: ServiceGroup,
  unit: string,
  elsewhere: Service["elsewhere"],
  words: Words,
  more: More = {},
): Service => ({ ...service(key, group, words, { kind: "units", units: [unit] }, null), elsewhere, ...more });

/** Answered outside the city. */
export const outside = (key: string, group: ServiceGroup, body: string, words: Words, more: More = {}): Service => ({
  ...service(key, group, words, { kind: "outside", bodies: [body] }, null),
  elsewhere: "ours",
  ...more,
});

/** Any other rule. */
export const ruled = (
  key: string,
  group: ServiceGroup,
  rule: Rule,
  place: PlaceBasis | null,
  elsewhere: Service["elsewhere"],
  words: Words,
  more: More = {},
): Service => ({ ...service(key, group, words, rule, place), elsewhere, ...more });
