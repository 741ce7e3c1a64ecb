/** The six areas of the city's yearly report, in its order: chapters 3 to 8. */
export const areas = ["records", "policies", "measures", "dpias", "rights", "breaches"] as const;
export type Area = (typeof areas)[number];

/** The scale of the assessment, most serious first: red, orange, yellow, green in the report's columns. */
export const marks = ["red", "orange", "yellow", "green"] as const;
export type Mark = (typeof marks)[number];

/** `mostly` is the report's "Till stor del", `partly` its "Delvis". */
export const extents = ["yes", "mostly", "partly", "no"] as const;
export type Extent = (typeof extents)[number];

/** An answer to a question of the review; null: uppgift saknas. */
type Answer<Value> = Value | null;

/** A recommendation that keeps its id over the years, with what the unit says of it and what the DPO judges. */
export interface Recommendation {
  readonly id: string;
  readonly area: Area;
  readonly text: string;
  readonly statedByUnit: string | null;
  readonly judgedByDpo: string | null;
}

/** What a unit answers once a year about areas 3–6 (art. 24, 30, 32, 35), with the DPO's marks on all six. */
export interface YearlyReview {
  readonly records: {
    readonly count: Answer<number>;
    readonly updated: Answer<Extent>;
    readonly complete: Answer<Extent>;
    readonly routines: Answer<Extent>;
    readonly riskCount: Answer<number>;
  };
  readonly policies: {
    readonly inPlace: Answer<Extent>;
    readonly quality: Answer<Extent>;
    readonly support: Answer<Extent>;
    readonly upToDate: Answer<Extent>;
    readonly owners: Answer<Extent>;
  };
  readonly measures: { readonly classified: Answer<number>; readonly current: Answer<Extent> };
  readonly dpias: {
    readonly identified: Answer<Extent>;
    readonly highRiskDone: Answer<Extent>;
    readonly current: Answer<Extent>;
  };
  /** More than one mark may stand on an area; the comment says why. */
  readonly marks: Readonly<Partial<Record<Area, readonly Mark[]>>>;
  readonly comments: Readonly<Partial<Record<Area, string>>>;
  readonly recommendations: readonly Recommendation[];
}
