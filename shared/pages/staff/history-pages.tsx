import { ErrorSummary, errorOf, Fieldset, type InputError, Radios, Select, TextArea } from "../fields.tsx";
import { BackLink } from "./parts.tsx";
import { Problems } from "./problem-list.tsx";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { yearAddresses } from "./year-addresses.ts";

/** What somebody has typed or chosen to read in. */
export interface HistoryTyped {
  readonly kind: string;
  readonly unit: string;
  readonly text: string;
}

export interface HistoryView {
  readonly typed: HistoryTyped;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** The kinds of cases: what each is called and which columns its file has, those that must be there first. */
  readonly kinds: readonly {
    readonly id: string;
    readonly name: string;
    readonly needed: readonly string[];
    readonly others: readonly string[];
  }[];
  readonly errors: readonly InputError[];
  /** What is wrong in the rows, in sentences; as many as are told of. */
  readonly problems: readonly string[];
  /** How many there are in all. */
  readonly problemCount: number;
}

const back = <BackLink href={yearAddresses.choose} label="Statistik" />;
const title = "Läs in tidigare år";
export const longestText = 100_000;
const number = new Intl.NumberFormat("sv-SE");

const rowsInWords = (count: number): string => `${number.format(count)} ${count === 1 ? "ärende" : "ärenden"}`;

/** `GET /personal/historik`: earlier years' cases from a table, so that the first report has a year to compare with. */
export const historyPage = (frame: StaffFrame, view: HistoryView): string => {
  const { typed, units, kinds, errors } = view;
  return staffPage({
    frame,
    title,
    place: "statistics",
    hasErrors: errors.length > 0,
    before: back,
    children: (
      <>
        <ErrorSummary errors={errors} language="sv" />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Har ni begäranden eller incidenter från tiden före tjänsten i en lista? Läs in dem, så får årsrapporten ett år
          att jämföra med. Bara dagar och val sparas. Namn och fritext läses inte.
        </p>
        <Problems {...view} />
        <form method="post" action={yearAddresses.history} novalidate data-send-once>
          <input type="hidden" name="csrf" value={frame.user.csrf} />
          <Fieldset id="kind" language="sv" legend="Vad läser du in?" legendSize="s" error={errorOf(errors, "kind")}>
            <Radios
              id="kind"
              name="kind"
              chosen={typed.kind}
              choices={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Fieldset>
          <Select
            language="sv"
            id="unit"
            name="unit"
            label="Vilken nämnd är de från?"
            hint="Den nämnd som hade ärendena då, även om den inte finns längre."
            chosen={typed.unit}
            error={errorOf(errors, "unit")}
            choices={[{ value: "", label: "Välj nämnd" }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <TextArea
            id="text"
            name="text"
            language="sv"
            label={
              <label class="govuk-label govuk-label--s" for="text">
                Klistra in listan
              </label>
            }
            hint="Markera raderna i Excel med rubrikerna överst, kopiera och klistra in här. Innehållet i en CSV-fil går också bra."
            value={typed.text}
            error={errorOf(errors, "text")}
            rows={10}
            maxLength={longestText}
            limit={`Du kan klistra in högst ${number.format(longestText)} tecken åt gången`}
            left="Du har {n} tecken kvar"
            over="Listan är {n} tecken för lång. Dela upp den."
          />
          {kinds.map(({ id, name, needed, others }) => (
            <details class="govuk-details" key={id}>
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">Rubriker för {name.toLowerCase()}</span>
              </summary>
              <div class="govuk-details__text">
                <p class="govuk-body">Måste finnas: {needed.join(", ")}.</p>
                <p class="govuk-body">Får finnas: {others.join(", ")}.</p>
                <p class="govuk-body">
                  Skriv dagar som 2022-03-01, och ja eller nej. Lämna tomt det ni inte vet: det blir ”uppgift saknas”.
                </p>
              </div>
            </details>
          ))}
          <button class="govuk-button" type="submit" name="action" value="try">
            Prova utan att spara
          </button>
        </form>
      </>
    ),
  });
};

export interface HistoryFound {
  readonly typed: HistoryTyped;
  readonly kindName: string;
  readonly unitName: string;
  readonly rows: number;
  /** How many of each year, the earliest first. */
  readonly byYear: readonly (readonly [string, number])[];
}

const Found = ({ rows, kindName, unitName, byYear }: Omit<HistoryFound, "typed">) => (
  <>
    <p class="govuk-body">
      {kindName} från {unitName}: {rowsInWords(rows)}.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {byYear.map(([year, count]) => (
        <li key={year}>
          {year}: {rowsInWords(count)}
        </li>
      ))}
    </ul>
  </>
);

/** The list has been read without fault, and nothing of it is kept yet. */
export const historyConfirmPage = (
  frame: StaffFrame,
  view: HistoryFound & {
    readonly key: string;
    /** How many of each year the service has of its own, where it has any. */
    readonly handled: HistoryFound["byYear"];
  },
): string => {
  const { typed, rows, key, handled } = view;
  const heading = "Listan går att läsa. Vill du läsa in den?";
  return staffPage({
    frame,
    title: heading,
    place: "statistics",
    before: back,
    children: (
      <>
        <h1 class="govuk-heading-l">{heading}</h1>
        <Found {...view} />
        {handled.map(([year, count]) => (
          <p class="govuk-inset-text" key={year}>
            Tjänsten har redan {rowsInWords(count)} av samma slag från nämnden {year}. Står de också i listan räknas de
            två gånger: ta bort dem ur listan först.
          </p>
        ))}
        <p class="govuk-body">Inget är sparat än. Ärenden som redan är inlästa ersätts och räknas inte två gånger.</p>
        <form method="post" action={yearAddresses.history} data-send-once>
          <input type="hidden" name="csrf" value={frame.user.csrf} />
          <input type="hidden" name="key" value={key} />
          {Object.entries(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} key={name} />
          ))}
          <div class="govuk-button-group">
            <button class="govuk-button" type="submit" name="action" value="save">
              Läs in {rowsInWords(rows)}
            </button>
            <button class="govuk-button govuk-button--secondary" type="submit" name="action" value="change">
              Ändra listan
            </button>
          </div>
        </form>
      </>
    ),
  });
};

/** What became of the list. */
export const historyDonePage = (
  frame: StaffFrame,
  view: Omit<HistoryFound, "typed"> & { readonly written: number; readonly unit: string },
): string => {
  const { byYear, written, rows, unit } = view;
  const heading = "Listan är inläst";
  return staffPage({
    frame,
    title: heading,
    place: "statistics",
    before: back,
    children: (
      <>
        <h1 class="govuk-heading-l">{heading}</h1>
        <Found {...view} />
        <p class="govuk-body">
          {rowsInWords(written)} är nya eller ändrade. {rowsInWords(rows - written)} fanns redan och är oförändrade.
        </p>
        <ul class="govuk-list">
          {byYear.map(([year]) => (
            <li key={year}>
              <a class="govuk-link" href={yearAddresses.statistics(Number(year), unit)}>
                Siffrorna för {year}
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href={yearAddresses.history}>
              Läs in en lista till
            </a>
          </li>
        </ul>
      </>
    ),
  });
};
