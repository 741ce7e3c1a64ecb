import type { Text } from "../../domain/language.ts";

const archive = "sthlm-stadsarkivet";

/** Social services' files from before the committees of 1999 are decided by a person; most files are destroyed after five years. */
export const socialRecords = { oldRecords: { before: "1999-01-01", archive } } as const;
export const socialFiles = { ...socialRecords, keptYears: 5 } as const;
/** Before 1997 there were no district committees. */
export const districtRecords = { oldRecords: { before: "1997-01-01", archive } } as const;

/** Where the archive keeps what is old without a day that decides. */
export const oldGrades: Text = {
  sv: "Gamla betyg finns hos Stadsarkivet.",
  en: "Old grades are kept by the city archives, Stadsarkivet.",
};
