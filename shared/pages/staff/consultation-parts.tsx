import { askedBeforeStart, type ConsultationCase } from "../../domain/casework/consultation-case.ts";
import { consultationWords } from "./code-words.ts";
import type { Fact } from "./parts.tsx";
import { dayInWords } from "./time-words.ts";

const when = (file: ConsultationCase): string => {
  const before = askedBeforeStart(file);
  if (before === null) return "Inte angivet";
  return before ? "Innan behandlingen började" : "När behandlingen redan hade börjat";
};

/** What was asked, when in the life of the processing, and the answer. */
export const consultationFacts = (file: ConsultationCase): readonly Fact[] => [
  { label: "Frågan gäller", value: consultationWords[file.about] },
  { label: "Ämne", value: file.subject },
  { label: "Beskrivning", value: file.description },
  ...(file.processingStartsOn === null
    ? []
    : [{ label: "Behandlingen börjar", value: dayInWords(file.processingStartsOn) }]),
  { label: "Frågan ställdes", value: when(file) },
  ...(file.answeredOn === null ? [] : [{ label: "Besvarad", value: dayInWords(file.answeredOn) }]),
  ...(file.answer === null ? [] : [{ label: "Svar", value: file.answer }]),
];
