import { commonForms, day, type FormsOf, longText } from "./command-form.ts";

/** What the DPO or an officer fills in for each command on a consultation. */
export const consultationForms: FormsOf<"consultation"> = {
  answer: {
    title: "Svara på frågan",
    button: "Spara svaret",
    group: "work",
    fields: [
      { kind: "text", name: "explanation", label: "Svar", lines: 8, maxLength: longText },
      day("answeredOn", "När svarade du?"),
    ],
  },
  close: { title: "Avsluta frågan", button: "Avsluta", group: "end", fields: [] },
  ...commonForms,
};
