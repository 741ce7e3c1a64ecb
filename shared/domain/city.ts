import type { Text } from "./language.ts";

/** A unit's id, as in the city's data: `sthlm-sdn-farsta`. */
export type UnitId = string;

/** What kind of unit: a committee for a district area or for a task, a city company, a foundation, or one that is gone. */
export type UnitKind = "stadsdelsnamnd" | "facknamnd" | "bolag" | "stiftelse" | "historic" | "extern";

/** A unit of the city with its controller (personuppgiftsansvarig, art. 4.7). Civil dates; `validTo` is the last day in force. */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  /** The district area of a district committee, as people say it: `Rinkeby-Kista`. */
  readonly area?: string;
  readonly kind: UnitKind;
  readonly administration: string;
  readonly controller: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly successors: readonly UnitId[];
  readonly predecessors: readonly UnitId[];
}

/**
 * A time when a district belonged to one unit, from `from` until the next era begins. More than one unit, or `unsure`, means
 * that the division of that time is not known well enough to decide by.
 */
export interface Era {
  readonly from: string;
  readonly units: readonly UnitId[];
  readonly unsure?: true;
}

/** Districts that have moved together through every reorganisation. `official` are the city's stadsdelar, `parts` pieces of one. */
export interface DistrictGroup {
  readonly eras: readonly Era[];
  readonly official: readonly string[];
  readonly parts?: readonly string[];
}

/** What a place name that is not an official district stands for: names of districts, unit ids, or `kommun:NNNN`. */
export type PlaceMembers = readonly string[];

/** Which place decides for a service, and so what the citizen is asked. */
export const placeBases = [
  "lived",
  "child-registered",
  "located",
  "before-moving",
  "placed-by",
  "last-registered",
  "workplace",
  "municipality",
] as const;
export type PlaceBasis = (typeof placeBases)[number];

/** The question about the place, worded for what decides. */
export const placeQuestions: Readonly<Record<PlaceBasis, Text>> = {
  lived: { sv: "I vilken stadsdel bodde du då?", en: "Which district did you live in then?" },
  "child-registered": {
    sv: "I vilken stadsdel är barnet folkbokfört?",
    en: "In which district is the child registered?",
  },
  located: { sv: "I vilken stadsdel ligger det?", en: "Which district is it in?" },
  "before-moving": {
    sv: "I vilken stadsdel bodde personen före flytten till boendet?",
    en: "Which district did the person live in before moving to the care home?",
  },
  "placed-by": {
    sv: "Vilken kommun eller stadsdel placerade dig?",
    en: "Which municipality or district placed you?",
  },
  "last-registered": {
    sv: "I vilken stadsdel var du senast skriven?",
    en: "In which district were you last registered?",
  },
  workplace: { sv: "I vilken förvaltning arbetar du?", en: "Which administration do you work in?" },
  municipality: { sv: "I vilken kommun bodde du?", en: "Which municipality did you live in?" },
};

/** Groups shown to citizens, in this order; `unknown` holds the service for those who do not know. */
export const serviceGroups = [
  "preschool-school",
  "social-services",
  "elderly-care",
  "building-housing",
  "culture-leisure",
  "parking-traffic",
  "employment",
  "other",
  "unknown",
] as const;
export type ServiceGroup = (typeof serviceGroups)[number];

/** The groups' headings. */
export const serviceGroupLabels: Readonly<Record<ServiceGroup, Text>> = {
  "preschool-school": { sv: "Förskola och skola", en: "Preschool and school" },
  "social-services": { sv: "Socialtjänst och stöd", en: "Social services and support" },
  "elderly-care": { sv: "Äldreomsorg", en: "Elderly care" },
  "building-housing": { sv: "Bygga och bo", en: "Building and housing" },
  "culture-leisure": { sv: "Kultur, fritid och bibliotek", en: "Culture, leisure and libraries" },
  "parking-traffic": { sv: "Parkering och trafik", en: "Parking and traffic" },
  employment: { sv: "Arbete och anställning i staden", en: "Work and employment in the city" },
  other: { sv: "Något annat", en: "Something else" },
  unknown: { sv: "Jag vet inte", en: "I do not know" },
};

/**
 * Who answers for a service.
 * - `district`: the unit of the place; `also` names units that answer beside it
 * - `units`: these units, wherever the person lives
 * - `last-district`: the unit of the place while the contact is recent; after `years` a person decides between it and `otherwise`
 * - `workplace`: the unit the person works or worked for; where `byPlace`, a place is enough to tell which
 * - `ask`: always decided by a person, among `units` (all, if none are named) and, with `district`, the unit of the place
 * - `outside`: bodies outside the city
 * - `health-care`: the region of the place, or the city's own
 * - `municipality`: the municipality of the place
 */
export type Rule =
  | { readonly kind: "district"; readonly also?: readonly UnitId[] }
  | { readonly kind: "units"; readonly units: readonly UnitId[] }
  | { readonly kind: "last-district"; readonly otherwise: UnitId; readonly years: number; readonly question: Text }
  | { readonly kind: "workplace"; readonly byPlace: boolean; readonly question: Text }
  | { readonly kind: "ask"; readonly units: readonly UnitId[]; readonly district?: true; readonly question: Text }
  | { readonly kind: "outside"; readonly bodies: readonly string[] }
  | { readonly kind: "health-care" }
  | { readonly kind: "municipality" };

/** Records older than `before` may be in the archive: a period wholly before it is decided by a person. */
export interface OldRecords {
  readonly before: string;
  readonly archive: UnitId;
}

/** A service as a citizen recognises it. */
export interface Service {
  readonly key: string;
  readonly label: Text;
  readonly description: Text;
  readonly group: ServiceGroup;
  readonly forCitizens: boolean;
  readonly asksPlace: boolean;
  readonly place: PlaceBasis | null;
  readonly rule: Rule;
  /** Who answered until and including a day, where a reorganisation has moved the service since. */
  readonly formerly?: { readonly until: string; readonly rule: Rule };
  readonly oldRecords?: OldRecords;
  /** Years after the last note when files are normally destroyed; older periods carry a word about the archive. */
  readonly keptYears?: number;
  /** A place in another municipality: it answers (`theirs`), a person decides (`ask`), or it does not matter (`ours`). */
  readonly elsewhere: "theirs" | "ask" | "ours";
  /** Good to know, said whenever the service has been routed. */
  readonly notes?: readonly Text[];
}

/** Sweden around the city: municipalities by SCB code, regions by county code (its first two digits), bodies outside by id. */
export interface Country {
  readonly municipalities: Readonly<Record<string, { readonly name: string; readonly label: string }>>;
  readonly regions: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
  readonly outsideBodies: Readonly<Record<string, Text>>;
}

/** How to reach the city; null where the city has not filled it in, and then the product says so instead of inventing. */
export interface CityContact {
  readonly phone: string | null;
  readonly email: string | null;
  readonly visit: string | null;
  readonly post: string | null;
  readonly website: string | null;
}

/** How the city's yearly report is laid out: by its six fixed areas, or as observations with what comes next. */
export const reportForms = ["six-areas", "observations"] as const;
export type ReportForm = (typeof reportForms)[number];

/** What the columns are called in the export of the record of processing (art. 30) from the city's own tool. */
export interface RecordColumns {
  readonly name: string;
  readonly purpose: string;
  readonly contact: string;
  readonly security: string;
  /** Whether the processing is likely to result in a high risk (art. 35.1). */
  readonly risk: string;
  /** Whether its impact assessment has been made. */
  readonly dpia: string;
}

/** A city's data: who answers for what, where and when. */
export interface City {
  readonly id: string;
  readonly name: Text;
  /** SCB's code for the city itself. */
  readonly municipality: string;
  readonly units: readonly Unit[];
  readonly services: readonly Service[];
  readonly districts: readonly DistrictGroup[];
  /** Other place names; a name here never hides an official district. */
  readonly aliases: Readonly<Record<string, PlaceMembers>>;
  /** First digits of a postal code → the place name it hints at; never decides alone. */
  readonly postalTowns: Readonly<Record<string, string>>;
  /** Where a place near a border partly belongs to another unit: a word for the person, not a rule. */
  readonly placeNotes: Readonly<Record<string, Text>>;
  /** For suggestions: official districts in alphabetical order, then other names. */
  readonly placeNames: readonly string[];
  readonly country: Country;
  readonly contact: CityContact;
  readonly reportForm: ReportForm;
  /** Left out: the headings that the import looks for by itself. */
  readonly recordColumns?: RecordColumns;
}
