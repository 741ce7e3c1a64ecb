import type { AnswersOf, Form } from "./form.ts";

/** An employee's question to the data protection officer (art. 38.1, 39.1), before or after the processing has started. */
export const consultation = {
  id: "consultation",
  version: 1,
  title: { sv: "Fråga dataskyddsombudet", en: "Ask the data protection officer" },
  fields: {
    kind: {
      kind: "choice",
      counted: true,
      label: { sv: "Vad gäller frågan?", en: "What is it about?" },
      subject: { sv: "Vad frågan gäller", en: "What it is about" },
      messages: {
        empty: { sv: "Välj vad frågan gäller", en: "Select what it is about" },
        format: {
          sv: "Välj ett av alternativen för vad frågan gäller",
          en: "Select one of the options for what it is about",
        },
      },
      options: [
        { value: "question", label: { sv: "En fråga", en: "A question" } },
        { value: "threshold-analysis", label: { sv: "Tröskelanalys", en: "Threshold analysis" } },
        { value: "dpia", label: { sv: "Konsekvensbedömning", en: "Data protection impact assessment" } },
        { value: "agreement", label: { sv: "Avtal med en leverantör", en: "Agreement with a supplier" } },
        { value: "new-system", label: { sv: "Nytt system eller ny behandling", en: "New system or new processing" } },
        { value: "other", label: { sv: "Något annat", en: "Something else" } },
      ],
    },
    subject: {
      kind: "text",
      maxLength: 200,
      personal: true,
      label: { sv: "Ämne", en: "Subject" },
      hint: { sv: "Några ord räcker. Skriv inte namn.", en: "A few words will do. Do not write names." },
      subject: { sv: "Ämnet", en: "The subject" },
      messages: { empty: { sv: "Skriv ett ämne", en: "Enter a subject" } },
    },
    description: {
      kind: "text",
      maxLength: 2000,
      lines: 8,
      personal: true,
      label: { sv: "Beskriv frågan", en: "Describe the question" },
      short: { sv: "Beskrivning", en: "Description" },
      hint: {
        sv: "Skriv vad ni vill göra, med vilka uppgifter och varför. Skriv inte namn eller personnummer.",
        en: "Write what you want to do, with which data and why. Do not write names or personal identity numbers.",
      },
      subject: { sv: "Beskrivningen", en: "The description" },
      messages: { empty: { sv: "Beskriv vad frågan gäller", en: "Describe what you are asking about" } },
    },
    processingStartsOn: {
      kind: "date",
      required: false,
      label: { sv: "När börjar behandlingen? (frivilligt)", en: "When does the processing start? (optional)" },
      short: { sv: "Behandlingen börjar", en: "Processing starts" },
      hint: {
        sv: "Till exempel 2026 11 22. Har den redan börjat, skriv när.",
        en: "For example 2026 11 22. If it has already started, write when.",
      },
      subject: { sv: "Dagen då behandlingen börjar", en: "The day the processing starts" },
      messages: {
        format: {
          sv: "Skriv dagen då behandlingen börjar med år, månad och dag, till exempel 2026-11-22",
          en: "Enter the day the processing starts as year, month and day, for example 2026-11-22",
        },
      },
    },
  },
  pages: [
    {
      id: "question",
      slug: { sv: "fraga", en: "question" },
      heading: { sv: "Fråga dataskyddsombudet", en: "Ask the data protection officer" },
      hint: {
        sv: "Fråga gärna innan ni börjar. Du får svar av dataskyddsombudet.",
        en: "Ask before you start, if you can. The data protection officer will answer you.",
      },
      asks: [{ field: "/kind" }, { field: "/subject" }, { field: "/description" }, { field: "/processingStartsOn" }],
    },
  ],
} as const satisfies Form;

/** A question as it was understood. */
export type ConsultationAnswers = AnswersOf<typeof consultation>;
