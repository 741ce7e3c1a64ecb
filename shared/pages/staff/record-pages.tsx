import { ErrorSummary, errorOf, type InputError, TextArea } from "../fields.tsx";
import { longestText } from "./history-pages.tsx";
import { BackLink, StackedTable } from "./parts.tsx";
import { Problems } from "./problem-list.tsx";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { yearAddresses } from "./year-addresses.ts";

interface OfUnit {
  readonly year: number;
  readonly unit: string;
  readonly unitName: string;
}

export interface RecordView extends OfUnit {
  readonly text: string;
  /** The headings that the export must have. */
  readonly columns: readonly string[];
  readonly errors: readonly InputError[];
  readonly problems: readonly string[];
  readonly problemCount: number;
}

const back = ({ year, unit, unitName }: OfUnit) => (
  <BackLink href={yearAddresses.review(year, unit)} label={`Årsuppföljning ${year}: ${unitName}`} />
);
const number = new Intl.NumberFormat("sv-SE");

/** `GET /personal/arsuppfoljning/{year}/{unit}/las-in-forteckningen`: the record of processing (art. 30) as a table. */
export const recordPage = (frame: StaffFrame, view: RecordView): string => {
  const { year, unit, text, columns, errors } = view;
  const title = "Läs in registerförteckningen";
  return staffPage({
    frame,
    title,
    place: "review",
    hasErrors: errors.length > 0,
    before: back(view),
    children: (
      <>
        <ErrorSummary errors={errors} language="sv" />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Klistra in en export av nämndens förteckning. Vi räknar behandlingarna och ser vad som saknas. Själva
          förteckningen sparas inte.
        </p>
        <Problems {...view} />
        <form method="post" action={yearAddresses.record(year, unit)} novalidate data-send-once>
          <input type="hidden" name="csrf" value={frame.user.csrf} />
          <TextArea
            id="text"
            name="text"
            language="sv"
            label={
              <label class="govuk-label govuk-label--s" for="text">
                Klistra in exporten
              </label>
            }
            hint={`Rubrikerna ska stå överst: ${columns.join(", ")}.`}
            value={text}
            error={errorOf(errors, "text")}
            rows={10}
            maxLength={longestText}
            limit={`Du kan klistra in högst ${number.format(longestText)} tecken`}
            left="Du har {n} tecken kvar"
            over="Exporten är {n} tecken för lång. Ta bort kolumner som inte behövs."
          />
          <button class="govuk-button" type="submit" name="action" value="try">
            Prova utan att spara
          </button>
        </form>
      </>
    ),
  });
};

export interface RecordFound extends OfUnit {
  readonly text: string;
  /** Each answer that would be filled in, and what stands there now. */
  readonly answers: readonly { readonly question: string; readonly found: string; readonly now: string }[];
  /** What the record lacks, in sentences. */
  readonly findings: readonly string[];
  readonly version: number;
  readonly key: string;
}

/** What the record gives, before anything is filled in. */
export const recordConfirmPage = (frame: StaffFrame, view: RecordFound): string => {
  const { year, unit, text, answers, findings, version, key } = view;
  const title = "Vill du fylla i svaren från förteckningen?";
  return staffPage({
    frame,
    title,
    place: "review",
    before: back(view),
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <StackedTable
          caption="Svar från förteckningen"
          columns={["Fråga", "I förteckningen", "Står nu"]}
          rows={answers.map(({ question, found, now }) => ({ key: question, cells: [question, found, now] }))}
        />
        {findings.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Saknas i förteckningen</h2>
            <ul class="govuk-list govuk-list--bullet">
              {findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          </>
        )}
        <p class="govuk-body">Inget är sparat än. Var svaren kommer ifrån skrivs i kommentaren.</p>
        <form method="post" action={yearAddresses.record(year, unit)} data-send-once>
          <input type="hidden" name="csrf" value={frame.user.csrf} />
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="version" value={String(version)} />
          <input type="hidden" name="text" value={text} />
          <button class="govuk-button" type="submit" name="action" value="save">
            Fyll i svaren
          </button>
        </form>
      </>
    ),
  });
};
