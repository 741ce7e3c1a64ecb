import type { Fields } from "../form.ts";
import { factFields, timeFields } from "../incident-report/fields.ts";
import { commandForm, why } from "./command-form.ts";

export const lateReason = why(
  { sv: "Varför kom anmälan efter 72 timmar?", en: "Why did the notification come after 72 hours?" },
  { sv: "Behövs bara om den gjorde det.", en: "Needed only if it did." },
);

type Optional<Fs extends Fields> = {
  readonly [Name in keyof Fs]: Omit<Fs[Name], "default" | "required"> & { readonly required: false };
};

/** The same fields, each left out where it is not changed: nothing stands in for it. */
const optional = <Fs extends Fields>(fields: Fs): Optional<Fs> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const { default: _, ...changed } = { default: undefined, ...field };
      return [name, { ...changed, required: false }];
    }),
    // Object.fromEntries forgets the names; the line above changes what the type says, field by field.
  ) as Optional<Fs>;

const { awareDelayReason, ...times } = timeFields;

/** A report put right: only what is changed. */
export const amendForm = commandForm(
  "breach",
  "amend",
  { sv: "Rätta eller fyll på anmälan", en: "Correct or add to the report" },
  {
    changes: {
      kind: "group",
      label: { sv: "Ändringar", en: "Changes" },
      subject: { sv: "Ändringarna", en: "The changes" },
      messages: {
        empty: { sv: "Skriv vad som ska ändras", en: "Give what is to be changed" },
        format: { sv: "Ändringarna ska vara ett objekt", en: "The changes must be an object" },
      },
      fields: optional({ ...factFields, ...times }),
    },
    reason: why({ sv: "Varför ändrar du?", en: "Why do you change it?" }),
    awareDelayReason,
    lateReason,
  },
);
