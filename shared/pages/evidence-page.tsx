import { type EvidenceEvent, evidenceInWords } from "../domain/casework/representation.ts";
import { timeInWords } from "../domain/date-in-words.ts";
import type { Language, Text } from "../domain/language.ts";
import { formatReference } from "../domain/reference.ts";
import { addresses } from "./addresses.ts";
import { fileInWords } from "./file-words.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { Reach } from "./reach.tsx";
import { UploadForm, type UploadTarget } from "./upload-form.tsx";

const words = {
  heading: { sv: "Ladda upp fullmakt eller beslut", en: "Upload power of attorney or decision" },
  way: {
    sv: "Du begär uppgifter för någon annan, och vi har inte fått något som visar att du får göra det. Skicka gärna en fullmakt, ett beslut eller ett registerutdrag, så går det fortare.",
    en: "You are asking for somebody else, and we have received nothing that shows that you may. Please send a power of attorney, a decision or a register extract, so that it goes faster.",
  },
  come: {
    sv: "Du begär uppgifter för någon annan. Vi har fått det du skickade och kontrollerar det. Behöver vi mer hör vi av oss.",
    en: "You are asking for somebody else. We have received what you sent and are checking it. If we need more we will contact you.",
  },
  more: { sv: "Skicka mer underlag", en: "Send more evidence" },
  about: {
    sv: "Vi behöver se att du får göra begäran för den andra. Är du vårdnadshavare räcker det oftast att vi ser det i folkbokföringen.",
    en: "We need to see that you may make the request for the other person. If you are a child’s guardian, it is usually enough that we see it in the population register.",
  },
  privacy: {
    sv: "Ur bilder tar vi bort uppgifter om var och när de togs. Det gör vi inte med pdf-filer.",
    en: "From pictures we remove information on where and when they were taken. We do not do so with PDF files.",
  },
  file: { sv: "Fil", en: "File" },
  hint: {
    sv: "Pdf, jpg eller png. Filen får vara högst 10 MB. Skicka en fil i taget, så många du behöver.",
    en: "PDF, JPG or PNG. The file may be at most 10 MB. Send one file at a time, as many as you need.",
  },
  larger: { sv: "Om filen är större än 10 MB", en: "If the file is larger than 10 MB" },
  largerText: {
    sv: "Ta en ny bild med lägre upplösning, eller dela upp filen och skicka delarna var för sig. Du kan också lämna underlaget på något annat sätt.",
    en: "Take a new picture at a lower resolution, or split the file and send the parts one by one. You can also give us the document in another way.",
  },
  largerBack: {
    sv: "Kom du till en sida där det står EntityTooLarge? Då var filen för stor och vi har inte fått den. Gå tillbaka i webbläsaren och välj en mindre fil.",
    en: "Did you come to a page that says EntityTooLarge? Then the file was too large and we have not received it. Go back in your browser and choose a smaller file.",
  },
  tooLarge: {
    sv: "Filen är för stor ({n} MB). Den får vara högst 10 MB. Välj en mindre fil.",
    en: "The file is too large ({n} MB). It may be at most 10 MB. Choose a smaller file.",
  },
  missing: { sv: "Välj en fil att skicka. Den får inte vara tom.", en: "Select a file to send. It must not be empty." },
  send: { sv: "Skicka filen", en: "Send the file" },
  sent: {
    sv: "Filen är skickad. Vi kontrollerar den inom några minuter. Du kan skicka en till, eller stänga sidan.",
    en: "The file has been sent. We check it within a few minutes. You can send another, or close the page.",
  },
  none: {
    sv: "Det går inte att skicka fler filer. Ring eller skriv till oss om det saknas något.",
    en: "No more files can be sent. Call or write to us if something is missing.",
  },
  known: { sv: "Det här har du skickat", en: "What you have sent" },
  status: { sv: "Se hur långt vi har kommit", en: "Track your request" },
} satisfies Record<string, Text>;

/** What leads to the page where evidence is sent, and whether any has come. */
export interface EvidenceWanted {
  readonly pass: string;
  readonly hasCome: boolean;
}

/** On the receipt and the status: the way to send evidence, for whoever asks for somebody else. */
export const WayToEvidence = ({
  wanted,
  language,
}: {
  readonly wanted: EvidenceWanted | null;
  readonly language: Language;
}) =>
  wanted === null ? null : (
    <form method="post" action={addresses.evidence[language]}>
      <input type="hidden" name="pass" value={wanted.pass} />
      <p class="govuk-body">{(wanted.hasCome ? words.come : words.way)[language]}</p>
      <button class="govuk-button govuk-button--secondary" type="submit">
        {(wanted.hasCome ? words.more : words.heading)[language]}
      </button>
    </form>
  );

export interface EvidenceView {
  readonly reference: string;
  readonly evidence: readonly EvidenceEvent[];
  /** Where the browser sends a file, and what goes with it; null when no more are taken. */
  readonly upload: UploadTarget | null;
  readonly isSent: boolean;
}

/** Where a file is sent, straight to where it waits to be looked at, and what has become of those before. */
export const evidencePage = (frame: Frame, { reference, evidence, upload, isSent }: EvidenceView): string => {
  const { language, city } = frame;
  const say = (text: Text) => text[language];
  return htmlPage({
    ...frame,
    title: say(words.heading),
    alternate: addresses.evidence[language === "sv" ? "en" : "sv"],
    children: (
      <>
        {isSent && (
          <div class="govuk-inset-text" role="status">
            {say(words.sent)}
          </div>
        )}
        <span class="govuk-caption-l intag-nowrap">{formatReference(reference)}</span>
        <h1 class="govuk-heading-l">{say(words.heading)}</h1>
        <p class="govuk-body">{say(words.about)}</p>
        {upload === null ? (
          <p class="govuk-body">{say(words.none)}</p>
        ) : (
          <>
            <UploadForm
              upload={upload}
              label={say(words.file)}
              hint={`${say(words.hint)} ${say(words.privacy)}`}
              words={{ tooLarge: say(words.tooLarge), missing: say(words.missing) }}
              accept=".pdf,.jpg,.jpeg,.png"
              button={say(words.send)}
            />
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{say(words.larger)}</span>
              </summary>
              <div class="govuk-details__text">
                <p class="govuk-body">
                  {say(words.largerText)} <Reach contact={city.contact} language={language} />
                </p>
                <p class="govuk-body">{say(words.largerBack)}</p>
              </div>
            </details>
          </>
        )}
        {evidence.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say(words.known)}</h2>
            <ul class="govuk-list govuk-list--spaced">
              {evidence.map((event) => (
                <li key={event.id}>
                  {timeInWords(event.at, language)}: {say(evidenceInWords(event))}
                  {event.outcome === "received" && ` (${fileInWords(event.kind, event.size, language)})`}
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={addresses.status[language]}>
            {say(words.status)}
          </a>
        </p>
        <p class="govuk-body">
          <Reach contact={city.contact} language={language} />
        </p>
      </>
    ),
  });
};
