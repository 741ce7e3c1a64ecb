import type { FormPage } from "../../../forms/form.ts";
import { yearlyReview } from "../../../forms/yearly-review.ts";
import { Select } from "../fields.tsx";
import { BackLink, StackedTable } from "./parts.tsx";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { yearAddresses } from "./year-addresses.ts";

/** How far a unit has come with a year's review. */
export interface ReviewState {
  readonly done: number;
  readonly of: number;
  /** In words; null when nobody has begun. */
  readonly changedAt: string | null;
}

const stateWords = ({ done, of, changedAt }: ReviewState): string =>
  changedAt === null ? "Inte påbörjad" : `${done} av ${of} frågor besvarade`;

export interface ReviewListView {
  readonly year: number;
  readonly years: readonly number[];
  /** "31 januari 2027". */
  readonly dueOn: string;
  readonly isPastDue: boolean;
  readonly units: readonly (ReviewState & { readonly id: string; readonly name: string })[];
}

const Due = ({ dueOn, isPastDue }: Pick<ReviewListView, "dueOn" | "isPastDue">) => (
  <p class="govuk-inset-text">
    {isPastDue ? (
      <>Sista dagen var den {dueOn}. Det går fortfarande att svara.</>
    ) : (
      <>
        Svara <strong>senast den {dueOn}</strong>.
      </>
    )}{" "}
    Lämna en fråga tom om du inte vet: då står det ”uppgift saknas” i årsrapporten.
  </p>
);

/** `GET /personal/arsuppfoljning`: the units whose reviews somebody may see, and how far each has come. */
export const reviewListPage = (frame: StaffFrame, view: ReviewListView): string => {
  const { year, years, units } = view;
  const title = `Årsuppföljning ${year}`;
  return staffPage({
    frame,
    title,
    place: "review",
    wide: true,
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <form method="get" action={yearAddresses.reviews} class="intag-filter">
          <Select
            language="sv"
            id="year"
            name="year"
            label="År"
            chosen={String(year)}
            choices={years.map((each) => ({ value: String(each), label: String(each) }))}
          />
          <button class="govuk-button govuk-button--secondary" type="submit">
            Visa
          </button>
        </form>
        <Due {...view} />
        {units.length === 0 ? (
          <p class="govuk-body">Du hör inte till någon nämnd som svarar det här året.</p>
        ) : (
          <StackedTable
            caption={units.length === 1 ? "Din nämnd" : `${units.length} nämnder och bolag`}
            columns={["Nämnd", "Läge", "Senast ändrad"]}
            rows={units.map(({ id, name, ...state }) => ({
              key: id,
              cells: [
                <a class="govuk-link" href={yearAddresses.review(year, id)} key="name">
                  {name}
                </a>,
                stateWords(state),
                state.changedAt ?? "–",
              ],
            }))}
          />
        )}
      </>
    ),
  });
};

export interface ReviewView {
  readonly year: number;
  readonly unit: string;
  readonly unitName: string;
  readonly dueOn: string;
  readonly isPastDue: boolean;
  /** How far each of the form's pages has come, by its id. */
  readonly parts: ReadonlyMap<string, { readonly words: string; readonly before: string }>;
  /** How many questions the unit has put to the data protection officer this year and the year before, in words. */
  readonly consultations: { readonly now: string; readonly before: string };
  readonly hasPrevious: boolean;
  /** The page that has just been saved; null else. */
  readonly saved: FormPage | null;
}

/** `GET /personal/arsuppfoljning/{year}/{unit}`: the parts of a unit's review. */
export const reviewOverviewPage = (frame: StaffFrame, view: ReviewView): string => {
  const { year, unit, unitName, parts, consultations, saved, hasPrevious } = view;
  const title = `Årsuppföljning ${year}: ${unitName}`;
  return staffPage({
    frame,
    title,
    place: "review",
    before: <BackLink href={yearAddresses.reviewsOf(year)} label={`Årsuppföljning ${year}`} />,
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {saved !== null && (
          <div class="govuk-inset-text intag-done" role="status">
            {saved.heading?.sv ?? "Sidan"} är sparad.
          </div>
        )}
        <Due {...view} />
        <StackedTable
          caption="Delar"
          columns={["Del", String(year), String(year - 1)]}
          rows={yearlyReview.pages.map((page) => ({
            key: page.id,
            cells: [
              <a class="govuk-link" href={yearAddresses.reviewPart(year, unit, page.slug.sv)} key="name">
                {page.heading.sv}
              </a>,
              parts.get(page.id)?.words ?? "",
              parts.get(page.id)?.before ?? "",
            ],
          }))}
        />
        <StackedTable
          caption="Räknas fram ur ärendena"
          columns={["Siffra", String(year), String(year - 1)]}
          rows={[
            {
              key: "consultations",
              cells: ["Frågor till dataskyddsombudet", consultations.now, consultations.before],
            },
          ]}
        />
        <p class="govuk-body">
          Individens rättigheter och personuppgiftsincidenter räknas också fram ur ärendena.{" "}
          <a class="govuk-link" href={yearAddresses.statistics(year, unit)}>
            Se nämndens siffror för {year}
          </a>
        </p>
        {hasPrevious && (
          <p class="govuk-body">
            <a class="govuk-link" href={yearAddresses.review(year - 1, unit)}>
              Svaren för {year - 1}
            </a>
          </p>
        )}
      </>
    ),
  });
};
