import { safeHref } from "../addresses.ts";
import { Select } from "../fields.tsx";
import { Part, StackedTable } from "./parts.tsx";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { yearAddresses } from "./year-addresses.ts";
import { YearChart } from "./year-chart.tsx";
import { YearReport } from "./year-report-part.tsx";
import type { ShownFigure, ShownGroup, ShownTile, StatisticsView } from "./year-view.ts";

const Filter = ({ year, years, unit, units, seesCity }: StatisticsView) => (
  <form method="get" action={yearAddresses.choose} class="intag-filter">
    <Select
      language="sv"
      id="year"
      name="year"
      label="År"
      chosen={String(year)}
      choices={years.map((each) => ({ value: String(each), label: String(each) }))}
    />
    {(seesCity || units.length > 1) && (
      <Select
        language="sv"
        id="unit"
        name="unit"
        label="Nämnd"
        chosen={unit ?? ""}
        choices={[
          ...(seesCity ? [{ value: "", label: "Hela staden" }] : []),
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    )}
    {!seesCity && units.length === 1 && unit !== null && <input type="hidden" name="unit" value={unit} />}
    <button class="govuk-button govuk-button--secondary" type="submit">
      Visa
    </button>
  </form>
);

/** A number, and the way to the cases behind it for those who may see them. */
const CasesLink = ({
  words,
  name,
  cases,
}: {
  readonly words: string;
  readonly name: string;
  readonly cases: string | null;
}) =>
  cases === null ? (
    <span>{words}</span>
  ) : (
    <a class="govuk-link" href={safeHref(cases)}>
      {words}
      <span class="govuk-visually-hidden">: visa ärendena bakom {name.toLowerCase()}</span>
    </a>
  );

const HowCounted = ({ of, definition }: { readonly of: string; readonly definition: string }) => (
  <details class="govuk-details intag-definition">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        Så räknas siffran<span class="govuk-visually-hidden">: {of.toLowerCase()}</span>
      </span>
    </summary>
    <div class="govuk-details__text">{definition}</div>
  </details>
);

const Tile = ({ tile: { label, words, before, definition, cases } }: { readonly tile: ShownTile }) => (
  <li class="intag-tile">
    <h3 class="intag-tile__label">{label}</h3>
    <p class="intag-tile__value">
      <CasesLink words={words} name={label} cases={cases} />
    </p>
    {before !== null && <p class="intag-tile__before">{before}</p>}
    <HowCounted of={label} definition={definition} />
  </li>
);

const rowOf = (figure: ShownFigure, beforeYear: number | null, isDefined: boolean) => ({
  key: figure.path,
  cells: [
    <>
      {figure.name}
      {isDefined && <span class="intag-line intag-table-note">{figure.definition}</span>}
    </>,
    <CasesLink words={figure.words.now} name={figure.name} cases={figure.cases} key="now" />,
    ...(beforeYear === null ? [] : [figure.words.before, figure.words.change]),
  ],
});

const Group = ({ group, view }: { readonly group: ShownGroup; readonly view: StatisticsView }) => {
  const { year, beforeYear } = view;
  return (
    <div class="intag-figures">
      <h3 class="govuk-heading-s" id={group.id}>
        {group.heading}
      </h3>
      {group.inChart.size > 0 && <YearChart group={group} year={year} beforeYear={beforeYear} />}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            Visa siffrorna i en tabell<span class="govuk-visually-hidden">: {group.heading.toLowerCase()}</span>
          </span>
        </summary>
        <div class="govuk-details__text">
          {group.definition !== null && <p class="govuk-body">{group.definition}</p>}
          <StackedTable
            caption={`${group.heading} ${year}`}
            columns={["Mått", String(year), ...(beforeYear === null ? [] : [String(beforeYear), "Förändring"])]}
            rows={group.figures.map((figure) => rowOf(figure, beforeYear, group.definition === null))}
          />
        </div>
      </details>
    </div>
  );
};

/** What state the numbers are in: locked with what has changed since, or as the cases are now. */
const Standing = ({ lockedAt, corrections, isInProgress, year }: StatisticsView) => {
  if (lockedAt === null)
    return (
      <p class="govuk-body">
        {isInProgress
          ? `Siffrorna är räknade ur ärendena som de är just nu. ${year} pågår, så de ändras varje dag.`
          : "Siffrorna är räknade ur ärendena som de är just nu. Året är inte låst."}
      </p>
    );
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>Året är låst {lockedAt}.</strong> Siffrorna är som de var då.
      </p>
      {corrections.length === 0 ? (
        <p class="govuk-body">Ingen siffra har ändrats sedan dess.</p>
      ) : (
        <StackedTable
          caption="Rättelser efter låsningen"
          columns={["Siffra", "Låst", "I dag"]}
          rows={corrections.map(({ path, name, locked, now }) => ({ key: path, cells: [name, locked, now] }))}
        />
      )}
    </div>
  );
};

const doneWords = {
  compiled: "Årsrapporten är sammanställd. Du hittar filerna under Hämta årsrapporten.",
  locked: "Årets siffror är låsta.",
} as const;

/** `GET /personal/statistik/{year}`: the year in numbers, each with what it counts, beside the year before. */
export const statisticsPage = (frame: StaffFrame, view: StatisticsView): string => {
  const { year, unitName, tiles, sections, asNow, report, done } = view;
  return staffPage({
    frame,
    title: `Statistik ${year}`,
    place: "statistics",
    wide: true,
    children: (
      <>
        <h1 class="govuk-heading-l">Statistik {year}</h1>
        {done !== null && (
          <div class="govuk-inset-text intag-done" role="status">
            {doneWords[done]}
          </div>
        )}
        <Filter {...view} />
        <h2 class="govuk-heading-m" id="kort">
          {unitName} {year}
        </h2>
        <Standing {...view} />
        {report !== null && (
          <p class="govuk-body">
            <a class="govuk-link" href="#arsrapport">
              Till årsrapporten
            </a>
          </p>
        )}
        <ul class="intag-tiles">
          {tiles.map((tile) => (
            <Tile tile={tile} key={tile.id} />
          ))}
        </ul>
        {sections.map(({ id, heading, groups }) => (
          <Part id={id} heading={heading} key={id}>
            <div class="intag-groups">
              {groups.map((group) => (
                <Group group={group} view={view} key={group.id} />
              ))}
            </div>
          </Part>
        ))}
        {asNow.length > 0 && (
          <Part id="organisationen" heading="Då och i dag">
            <p class="govuk-body">
              Andra nämnder har gått upp i den här. ”I dag” är siffrorna med deras inräknade; alla andra siffror är som
              organisationen såg ut då.
            </p>
            <StackedTable
              caption={`Då och i dag, siffrorna för ${year}`}
              columns={["Mått", "Då", "I dag"]}
              rows={asNow.map(({ name, was, now }) => ({ key: name, cells: [name, was, now] }))}
            />
          </Part>
        )}
        {report !== null && <YearReport report={report} view={view} csrf={frame.user.csrf} />}
      </>
    ),
  });
};
