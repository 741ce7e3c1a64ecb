/** The languages the citizen's pages and the API speak. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

/** One text in every language; a missing language does not compile. */
export type Text = Readonly<Record<Language, string>>;
