import type { FieldError } from "../../../forms/parse-answers.ts";
import { areaNames } from "../../../forms/yearly-review/questions.ts";
import { yearlyReview } from "../../../forms/yearly-review.ts";
import { areas, type Recommendation, type YearlyReview } from "../../domain/yearly/yearly-review.ts";
import { ErrorSummary, errorOf, type InputError, Select, TextArea } from "../fields.tsx";
import { BackLink, Lines } from "./parts.tsx";
import { SaveButton, Sealed, Stale } from "./review-part-page.tsx";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { yearAddresses } from "./year-addresses.ts";

/** A recommendation as the page's inputs hold it. `id` is empty on one that is being written. */
export interface RecommendationRow {
  readonly id: string;
  readonly area: string;
  readonly text: string;
  readonly statedByUnit: string;
  readonly judgedByDpo: string;
  readonly isRemoved: boolean;
}

const empty: RecommendationRow = { id: "", area: "", text: "", statedByUnit: "", judgedByDpo: "", isRemoved: false };
const mostRows = 50;

const known = (review: YearlyReview | null): readonly Recommendation[] => review?.recommendations ?? [];

/** Those of this year, then those of the year before that nobody has followed up yet; the DPO has one row more to write in. */
export function rowsOf(
  standing: YearlyReview,
  previous: YearlyReview | null,
  isDpo: boolean,
): readonly RecommendationRow[] {
  const now = known(standing);
  const carried = known(previous)
    .filter(({ id }) => !now.some((each) => each.id === id))
    .map((each) => ({ ...each, statedByUnit: null, judgedByDpo: null }));
  const rows = [...now, ...carried].map((each) => ({
    ...each,
    statedByUnit: each.statedByUnit ?? "",
    judgedByDpo: each.judgedByDpo ?? "",
    isRemoved: false,
  }));
  return isDpo && rows.length < mostRows ? [...rows, empty] : rows;
}

/** What was typed, row by row, as long as they come. */
export function rowsTyped(fields: ReadonlyMap<string, readonly string[]>): readonly RecommendationRow[] {
  const rows: RecommendationRow[] = [];
  for (let at = 0; at < mostRows && fields.has(`row.${at}.id`); at += 1) {
    const field = (name: string): string => fields.get(`row.${at}.${name}`)?.[0] ?? "";
    rows.push({
      id: field("id").slice(0, 64),
      area: field("area"),
      text: field("text"),
      statedByUnit: field("statedByUnit"),
      judgedByDpo: field("judgedByDpo"),
      isRemoved: field("remove") === "yes",
    });
  }
  return rows;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

interface Known {
  readonly year: number;
  readonly standing: YearlyReview;
  readonly previous: YearlyReview | null;
  readonly isDpo: boolean;
}

/**
 * The recommendations that the rows make, and which row each came from. One of last year's is taken over when something is said
 * of it; a new one gets an id that lives over the years. What the unit does not decide is kept as it stands.
 */
export function recommendationsBody(
  rows: readonly RecommendationRow[],
  { year, standing, previous, isDpo }: Known,
): { readonly body: readonly Readonly<Record<string, unknown>>[]; readonly rowAt: readonly number[] } {
  const taken = new Set([...known(standing), ...known(previous)].map(({ id }) => id));
  const newId = (): string => {
    let number = 1;
    while (taken.has(`${year}-${number}`)) number += 1;
    taken.add(`${year}-${number}`);
    return `${year}-${number}`;
  };
  const body: Readonly<Record<string, unknown>>[] = [];
  const rowAt: number[] = [];
  const add = (one: Readonly<Record<string, unknown>>, at: number) => {
    body.push(one);
    rowAt.push(at);
  };
  for (const [at, row] of rows.entries()) {
    const now = known(standing).find(({ id }) => id === row.id);
    const before = known(previous).find(({ id }) => id === row.id);
    const isSaid = orNull(row.statedByUnit) !== null || orNull(row.judgedByDpo) !== null;
    if (!isDpo) {
      const standingOne = now ?? (before !== undefined && isSaid ? { ...before, judgedByDpo: null } : undefined);
      if (standingOne !== undefined) add({ ...standingOne, statedByUnit: orNull(row.statedByUnit) }, at);
      continue;
    }
    if (row.isRemoved) continue;
    if (now === undefined && before !== undefined && !isSaid) continue;
    if (now === undefined && before === undefined && orNull(row.text) === null && row.area === "" && !isSaid) continue;
    add(
      {
        id: now?.id ?? before?.id ?? newId(),
        area: row.area === "" ? undefined : row.area,
        text: row.text,
        statedByUnit: orNull(row.statedByUnit),
        judgedByDpo: orNull(row.judgedByDpo),
      },
      at,
    );
  }
  // What was not on the page at all was added by somebody else meanwhile, or lies beyond what it shows.
  const shown = new Set(rows.map(({ id }) => id));
  for (const one of known(standing)) if (!shown.has(one.id)) add({ ...one }, rows.length);
  return { body, rowAt };
}

/** Each error at its row's input. */
export const recommendationErrors = (
  errors: readonly FieldError[],
  rowAt: readonly number[],
): readonly InputError[] => {
  const placed = new Map<string, string>();
  for (const { pointer, message } of errors) {
    const [, at = "", name = ""] = /^\/recommendations\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
    const row = rowAt[Number(at)];
    const input = at === "" || row === undefined ? "main" : `row-${row}-${name}`;
    if (!placed.has(input)) placed.set(input, message);
  }
  return [...placed].map(([input, message]) => ({ input, message }));
};

export interface RecommendationsView {
  readonly year: number;
  readonly unit: string;
  readonly unitName: string;
  readonly standing: YearlyReview;
  readonly previous: YearlyReview | null;
  readonly version: number;
  readonly key: string;
  readonly rows: readonly RecommendationRow[];
  readonly errors: readonly InputError[];
  readonly isStale: boolean;
  readonly isDpo: boolean;
}

const number = new Intl.NumberFormat("sv-SE");
const fields = yearlyReview.fields.recommendations.of.fields;

const Writing = ({
  at,
  name,
  value,
  errors,
  hint,
}: {
  readonly at: number;
  readonly name: "text" | "statedByUnit" | "judgedByDpo";
  readonly value: string;
  readonly errors: readonly InputError[];
  readonly hint?: string | undefined;
}) => {
  const { label, maxLength } = fields[name];
  const id = `row-${at}-${name}`;
  return (
    <TextArea
      id={id}
      name={`row.${at}.${name}`}
      language="sv"
      label={
        <label class="govuk-label govuk-label--s" for={id}>
          {label.sv}
        </label>
      }
      hint={hint}
      value={value}
      error={errorOf(errors, id)}
      rows={3}
      maxLength={maxLength}
      limit={`Du kan skriva högst ${number.format(maxLength)} tecken`}
      left="Du har {n} tecken kvar"
      over="Texten är {n} tecken för lång"
    />
  );
};

const areaWord = (area: string): string =>
  areas.some((each) => each === area)
    ? (Object.entries(areaNames).find(([key]) => key === area)?.[1].sv ?? area)
    : area;

/** What was said of it the year before. */
const Before = ({ year, given }: { readonly year: number; readonly given: Recommendation | undefined }) =>
  given === undefined || (given.statedByUnit === null && given.judgedByDpo === null) ? null : (
    <div class="govuk-hint">
      {given.statedByUnit !== null && (
        <p>
          {year - 1}, uppgett av verksamheten: <Lines text={given.statedByUnit} />
        </p>
      )}
      {given.judgedByDpo !== null && (
        <p>
          {year - 1}, bedömt av dataskyddsombudet: <Lines text={given.judgedByDpo} />
        </p>
      )}
    </div>
  );

const Row = ({
  row,
  at,
  view,
}: {
  readonly row: RecommendationRow;
  readonly at: number;
  readonly view: RecommendationsView;
}) => {
  const { errors, isDpo, year, previous } = view;
  const isNew = row.id === "";
  return (
    <div class="intag-recommendation">
      <h2 class="govuk-heading-m">{isNew ? "Ny rekommendation" : `${row.id}: ${areaWord(row.area)}`}</h2>
      <input type="hidden" name={`row.${at}.id`} value={row.id} />
      {isDpo ? (
        <>
          <Select
            language="sv"
            id={`row-${at}-area`}
            name={`row.${at}.area`}
            label="Område"
            chosen={row.area}
            error={errorOf(errors, `row-${at}-area`)}
            choices={[
              { value: "", label: "Välj område" },
              ...areas.map((area) => ({ value: area, label: areaNames[area].sv })),
            ]}
          />
          <Writing at={at} name="text" value={row.text} errors={errors} />
        </>
      ) : (
        <p class="govuk-body">
          <Lines text={row.text} />
          <input type="hidden" name={`row.${at}.text`} value={row.text} />
          <input type="hidden" name={`row.${at}.area`} value={row.area} />
        </p>
      )}
      <Before year={year} given={previous?.recommendations.find(({ id }) => id === row.id)} />
      <Writing at={at} name="statedByUnit" value={row.statedByUnit} errors={errors} />
      {isDpo ? (
        <Writing at={at} name="judgedByDpo" value={row.judgedByDpo} errors={errors} />
      ) : (
        row.judgedByDpo !== "" && (
          <p class="govuk-body">
            <strong>Bedömt av dataskyddsombudet: </strong>
            <Lines text={row.judgedByDpo} />
            <input type="hidden" name={`row.${at}.judgedByDpo`} value={row.judgedByDpo} />
          </p>
        )
      )}
      {isDpo && !isNew && (
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`row-${at}-remove`}
              name={`row.${at}.remove`}
              type="checkbox"
              value="yes"
              checked={row.isRemoved}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`row-${at}-remove`}>
              Ta bort {row.id} från {year}
            </label>
          </div>
        </div>
      )}
    </div>
  );
};

/** The recommendations of a unit: each keeps its id over the years, with what the unit says and what the DPO judges. */
export const recommendationsPage = (frame: StaffFrame, view: RecommendationsView): string => {
  const { year, unit, unitName, rows, errors, isStale } = view;
  const page = yearlyReview.pages.find(({ id }) => id === "recommendations");
  return staffPage({
    frame,
    title: `Rekommendationer ${year}`,
    place: "review",
    hasErrors: errors.length > 0,
    before: <BackLink href={yearAddresses.review(year, unit)} label={`Årsuppföljning ${year}: ${unitName}`} />,
    children: (
      <>
        <ErrorSummary errors={errors} language="sv" />
        {isStale && <Stale />}
        <h1 class="govuk-heading-l">Rekommendationer {year}</h1>
        <p class="govuk-body">
          En rekommendation behåller sin beteckning år efter år. De som inte är uppföljda kommer med från {year - 1}.
        </p>
        {rows.length === 0 ? (
          <p class="govuk-body">Det finns inga rekommendationer än.</p>
        ) : (
          <form
            method="post"
            action={yearAddresses.reviewPart(year, unit, page?.slug.sv ?? "")}
            novalidate
            data-send-once
          >
            <Sealed frame={frame} version={view.version} sentKey={view.key} />
            {rows.map((row, at) => (
              <Row row={row} at={at} view={view} key={`${at} ${row.id}`} />
            ))}
            <SaveButton />
          </form>
        )}
      </>
    ),
  });
};
