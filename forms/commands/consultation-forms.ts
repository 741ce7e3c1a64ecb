import { commandForm, commonForms, neededDay, reasonText } from "./command-form.ts";

/** What can be done with a question to the data protection officer, one form per command. */
export const consultationForms = {
  ...commonForms("consultation"),
  answer: commandForm(
    "consultation",
    "answer",
    { sv: "Svara på frågan", en: "Answer the question" },
    {
      explanation: { ...reasonText({ sv: "Svar", en: "Answer" }, { sv: "Svaret", en: "The answer" }), lines: 8 },
      answeredOn: neededDay(
        { sv: "När svarade du?", en: "When did you answer?" },
        { sv: "Dagen då frågan besvarades", en: "The day the question was answered" },
        { sv: "Skriv dagen då frågan besvarades", en: "Enter the day the question was answered" },
      ),
    },
  ),
  close: commandForm("consultation", "close", { sv: "Avsluta frågan", en: "Close the question" }, {}),
};
