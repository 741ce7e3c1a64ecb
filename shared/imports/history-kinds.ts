/** The kinds of earlier cases that can be read in. */
export const historyKinds = ["requests", "incidents"] as const;
export type HistoryKind = (typeof historyKinds)[number];
