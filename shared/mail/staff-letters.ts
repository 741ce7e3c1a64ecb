import type { CaseFile } from "../domain/casework/case-file.ts";
import type { CaseLetter, CaseLetterKind } from "../domain/casework/case-letter.ts";
import { civilDate } from "../domain/civil-date.ts";
import { dateInWords, timeInWords } from "../domain/date-in-words.ts";
import { instant } from "../domain/instant.ts";
import { formatReference } from "../domain/reference.ts";
import type { LetterText } from "./letter-text.ts";

type StaffLetterKind = Exclude<CaseLetterKind, "receipt" | "answer-ready" | "answer-in-mailbox">;

/** What each letter to staff says: in the subject, and in one or two sentences. `due` is a day, or a day and a time. */
const words: Readonly<Record<StaffLetterKind, { readonly subject: string; readonly says: (due: string) => string }>> = {
  "incident-reported": {
    subject: "Ny incidentrapport",
    says: (due) =>
      `En personuppgiftsincident har rapporterats. Om den ska anmälas till Integritetsskyddsmyndigheten (IMY) ska det göras senast den ${due}.`,
  },
  "breach-due-24-hours": {
    subject: "Mindre än 24 timmar kvar att anmäla",
    says: (due) => `Senast den ${due} ska IMY ha fått anmälan, om incidenten ska anmälas. Det är inte beslutat än.`,
  },
  "breach-due-6-hours": {
    subject: "Mindre än 6 timmar kvar att anmäla",
    says: (due) => `Senast den ${due} ska IMY ha fått anmälan, om incidenten ska anmälas. Det är inte beslutat än.`,
  },
  "breach-overdue": {
    subject: "Tiden att anmäla har gått ut",
    says: (due) =>
      `Tiden att anmäla till IMY gick ut den ${due}. Anmäl ändå om incidenten ska anmälas, och skriv varför det blev sent.`,
  },
  "supplement-due-7-days": {
    subject: "Högst 7 dagar kvar att komplettera",
    says: (due) => `IMY ska ha fått kompletteringen senast den ${due}.`,
  },
  "supplement-overdue": {
    subject: "Kompletteringen till IMY är försenad",
    says: (due) => `IMY skulle ha fått kompletteringen senast den ${due}.`,
  },
  "measure-overdue": {
    subject: "En åtgärd är försenad",
    says: (due) => `En åtgärd i handlingsplanen skulle ha varit klar den ${due}.`,
  },
  "request-due-7-days": {
    subject: "Högst 7 dagar kvar att svara",
    says: (due) => `Personen ska ha fått svar senast den ${due}.`,
  },
  "request-due-2-days": {
    subject: "Högst 2 dagar kvar att svara",
    says: (due) => `Personen ska ha fått svar senast den ${due}.`,
  },
  "request-overdue": {
    subject: "Svaret är försenat",
    says: (due) => `Personen skulle ha fått svar senast den ${due}.`,
  },
};

/** What the letter counts down to: what its id ends with, or else when the breach must be notified. */
function dueOf(id: string, about: CaseFile): string {
  const last = id.slice(id.lastIndexOf("/") + 1);
  const [day, time] = [civilDate(last), instant(last)];
  if (day !== undefined) return dateInWords(day, "sv");
  if (time !== undefined) return timeInWords(time, "sv");
  if (about.kind !== "breach") throw new Error(`a ${about.kind} owes a letter about no day`);
  return timeInWords(about.dueAt, "sv");
}

const drillSays = "ÖVNING. Det här har inte hänt. Gör som du skulle ha gjort på riktigt.\n\n";

/**
 * A letter to staff, in Swedish: which case, what time is running out, and where to read the rest.
 *
 * @param siteUrl the site's origin, without a trailing slash
 */
export function staffLetterText(
  { id, kind }: { readonly id: CaseLetter["id"]; readonly kind: StaffLetterKind },
  about: CaseFile,
  siteUrl: string,
): LetterText {
  const { subject, says } = words[kind];
  const isDrill = about.kind === "breach" && about.drill;
  return {
    subject: `${isDrill ? "ÖVNING: " : ""}${subject}, ärende ${formatReference(about.reference)}`,
    text: `Hej!

${isDrill ? drillSays : ""}${says(dueOf(id, about))}

Öppna ärendet: ${siteUrl}/personal/arenden/${about.reference}

Mer än så står inte här, för vanlig e-post kan läsas av andra. Det går inte att svara på det här mejlet.
`,
  };
}
