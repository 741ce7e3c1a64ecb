/** A number of the year as it is shown: beside the year before, with what it counts and the cases behind it. */
export interface ShownFigure {
  /** Its path in the figures: `requests.received`. */
  readonly path: string;
  readonly name: string;
  /** What it counts, in a sentence. */
  readonly definition: string;
  /** Null: uppgift saknas. */
  readonly now: number | null;
  readonly before: number | null;
  /** The same as people read them: "1 250", "Uppgift saknas", "+4". */
  readonly words: { readonly now: string; readonly before: string; readonly change: string };
  /** Where the cases behind it are listed; null where there are none to list, or none that this person may see. */
  readonly cases: string | null;
}

/** Numbers that are read together: a chart and its table. */
export interface ShownGroup {
  readonly id: string;
  readonly heading: string;
  readonly figures: readonly ShownFigure[];
  /** What of it stands in the chart, by path: days and numbers of cases do not stand in one. */
  readonly inChart: ReadonlySet<string>;
  /** The chart in a sentence, for those who do not see it. */
  readonly inWords: string;
  /** The definition that all of them have in common; null where each has its own. */
  readonly definition: string | null;
}

/** One of the four numbers that are seen first. */
export interface ShownTile {
  readonly id: string;
  readonly label: string;
  /** "7 av 9". */
  readonly words: string;
  /** "2025: 5 av 6"; null where nothing is known of the year before. */
  readonly before: string | null;
  readonly definition: string;
  readonly cases: string | null;
}

/** Something that the cases say otherwise today than when the year was locked. */
export interface ShownCorrection {
  readonly path: string;
  readonly name: string;
  readonly locked: string;
  readonly now: string;
}

export interface ShownFile {
  readonly label: string;
  /** "45 kB". */
  readonly size: string;
  readonly href: string;
}

/** What the DPO does with the year: its files, compiling, locking. */
export interface ShownReport {
  /** Null when the year has not been compiled. */
  readonly compiledAt: string | null;
  readonly files: readonly ShownFile[];
  readonly compileKey: string;
  /** Why the year cannot be locked; null when it can, or is. */
  readonly notLockable: "year-not-ended" | "not-compiled" | null;
}

export interface StatisticsView {
  readonly year: number;
  /** Null for the whole city. */
  readonly unit: string | null;
  readonly unitName: string;
  readonly years: readonly number[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Whether the whole city is among what may be chosen. */
  readonly seesCity: boolean;
  readonly beforeYear: number | null;
  readonly tiles: readonly ShownTile[];
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly groups: readonly ShownGroup[];
  }[];
  /** For a unit that others have become part of: its numbers with theirs. */
  readonly asNow: readonly { readonly name: string; readonly was: string; readonly now: string }[];
  /** In words; null when the year is not locked. */
  readonly lockedAt: string | null;
  readonly corrections: readonly ShownCorrection[];
  readonly isInProgress: boolean;
  /** Null for everybody but the DPO. */
  readonly report: ShownReport | null;
  readonly done: "compiled" | "locked" | null;
}
