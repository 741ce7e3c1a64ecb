import type { Channels } from "../../domain/casework/carry-out.ts";
import { isFetched, isReachedByMailbox, type RequestCase } from "../../domain/casework/request-case.ts";
import { formatReference } from "../../domain/reference.ts";
import { fileInWords } from "../file-words.ts";
import { UploadForm, type UploadTarget } from "../upload-form.tsx";
import { BackLink, Part } from "./parts.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";

/** What became of a file that was just sent, or of one that was there. */
export const takenIn = ["added", "removed", "not-such-a-file", "harmful", "gone"] as const;
export type TakenIn = (typeof takenIn)[number];

const outcomes: Readonly<Record<TakenIn, string>> = {
  added: "Filen är tillagd.",
  removed: "Filen är borttagen.",
  "not-such-a-file": "Filen togs inte emot. Den måste vara pdf, docx, xlsx eller zip, också på insidan.",
  harmful: "Filen togs inte emot. Den innehåller något som kan skada den som öppnar den, till exempel ett program.",
  gone: "Filen kom inte fram. Försök igen.",
};

export interface AnswerFilesView {
  readonly file: RequestCase;
  /** The ways to people that the city has. */
  readonly channels: Channels;
  readonly files: readonly { readonly id: string; readonly kind: string; readonly size: number }[];
  /** Where the browser sends a file, and what goes with it. */
  readonly upload: UploadTarget;
  readonly outcome: TakenIn | null;
}

function howItReaches(file: RequestCase, { mailbox }: Channels): string {
  if (mailbox && isReachedByMailbox(file))
    return "Filerna skickas till personens digitala brevlåda när du besvarar ärendet. Är de tillsammans större än ungefär 1,4 MB får personen i stället hämta dem med e-legitimation.";
  return isFetched(file)
    ? "Personen hämtar filerna med e-legitimation när ärendet är besvarat, och ingen annan kommer åt dem."
    : "Personen har bett att få svaret på ett annat sätt. Då visas inte filerna för personen.";
}

/** The files of an answer: those that are there, and the form that sends one more straight to where they are kept. */
export function answerFilesPage(
  frame: StaffFrame,
  { file, channels, files, upload, outcome }: AnswerFilesView,
): string {
  const reference = formatReference(file.reference);
  const here = staffAddresses.answerFiles(file.reference);
  return staffPage({
    frame,
    title: `Svarets filer i ${reference}`,
    place: "cases",
    before: <BackLink href={staffAddresses.case(file.reference)} label="Ärendet" />,
    children: (
      <>
        {outcome !== null && (
          <div class="govuk-inset-text" role="status">
            {outcomes[outcome]}
          </div>
        )}
        <h1 class="govuk-heading-l">
          Svarets filer i <span class="intag-nowrap">{reference}</span>
        </h1>
        <p class="govuk-body">{howItReaches(file, channels)} Kontrollera att inget i filerna handlar om någon annan.</p>
        <Part id="files" heading="Filer i svaret">
          {files.length === 0 && <p class="govuk-body">Det finns inga filer än.</p>}
          {files.map(({ id, kind, size }, index) => (
            <form class="govuk-form-group" method="post" action={here} key={id}>
              <input type="hidden" name="csrf" value={frame.user.csrf} />
              <input type="hidden" name="file" value={`${id}.${kind}`} />
              <p class="govuk-body">
                <a class="govuk-link" href={`${here}/${id}.${kind}`}>
                  Fil {index + 1} ({fileInWords(kind, size, "sv")})
                </a>
              </p>
              <button class="govuk-button govuk-button--secondary" type="submit">
                Ta bort fil {index + 1}
              </button>
            </form>
          ))}
        </Part>
        <Part id="add" heading="Lägg till en fil">
          <UploadForm
            upload={upload}
            label="Fil"
            hint="Pdf, docx, xlsx eller zip. Filen får vara högst 20 MB: dela upp en större. Lägg till en fil i taget, så många du behöver. Kommer du till en sida där det står EntityTooLarge var filen för stor. Gå då tillbaka i webbläsaren."
            words={{
              tooLarge: "Filen är för stor ({n} MB). Den får vara högst 20 MB. Dela upp den.",
              missing: "Välj en fil att lägga till. Den får inte vara tom.",
            }}
            accept=".pdf,.docx,.xlsx,.zip"
            button="Lägg till filen"
          />
        </Part>
      </>
    ),
  });
}
