const archive = "gbg-regionarkivet";

/** Until the committees of the whole city began, the district committees had the service. */
export const districtsUntil = (until: string) => ({ formerly: { until, rule: { kind: "district" } } }) as const;

/** The first day of committees for the whole city is the day after. */
export const districtsUntil2020 = districtsUntil("2020-12-31");

/** The committees before 2011 are not known one by one; most files are destroyed or handed over after five years. */
export const socialFiles = { oldRecords: { before: "2011-01-01", archive }, keptYears: 5 } as const;

/** Preschools and compulsory schools were the district committees' until 30 June 2018. */
export const schoolRecords = {
  ...districtsUntil("2018-06-30"),
  oldRecords: { before: "2018-07-01", archive },
} as const;
