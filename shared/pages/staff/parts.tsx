import type { ComponentChildren } from "preact";
import { safeHref } from "../addresses.ts";
import { Unbroken } from "../unbroken.tsx";
import type { TimeLeft } from "./time-words.ts";

const colours = { late: "red", soon: "yellow", calm: "grey" } as const;

/** How long is left: the words say it, the colour only repeats it. */
export const TimeTag = ({ left, isEnded = false }: { readonly left: TimeLeft | null; readonly isEnded?: boolean }) => {
  if (isEnded) return <span>Avslutat</span>;
  if (left === null) return <span>Ingen sista dag</span>;
  return (
    <>
      <strong class={`govuk-tag govuk-tag--${colours[left.press]} intag-nowrap`}>{left.words}</strong>
      <span class="intag-line">{left.by}</span>
    </>
  );
};

/** The way back to where one came from. */
export const BackLink = ({ href, label }: { readonly href: string; readonly label: string }) => (
  <nav aria-label="Tillbaka">
    <a class="govuk-back-link" href={safeHref(href)}>
      {label}
    </a>
  </nav>
);

/** One thing and what is known of it. */
export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Somebody's text with its line breaks, as text and nothing else. */
export const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split("\n").map((line, index) => (
      // A line may come twice: its place is its only name.
      <span class="intag-line" key={index}>
        <Unbroken text={line} />
      </span>
    ))}
  </>
);

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="govuk-summary-list">
    {facts.map(({ label, value }) => (
      <div class="govuk-summary-list__row" key={label}>
        <dt class="govuk-summary-list__key">{label}</dt>
        <dd class="govuk-summary-list__value">{typeof value === "string" ? <Lines text={value} /> : value}</dd>
      </div>
    ))}
  </dl>
);

/** A part of a long page with its own heading, to be found by it. */
export const Part = ({
  id,
  heading,
  children,
}: {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}) => (
  <section class="intag-part" aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {heading}
    </h2>
    {children}
  </section>
);

/** A table that is read across on a wide screen and row by row on a narrow one. */
export const StackedTable = ({
  caption,
  columns,
  rows,
}: {
  readonly caption: ComponentChildren;
  readonly columns: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}) => (
  // Roles are said out loud: a table laid out as blocks would lose them in some browsers.
  // biome-ignore-start lint/a11y/noRedundantRoles: see above
  // biome-ignore-start lint/a11y/useSemanticElements: see above
  <div class="intag-stacked-place">
    <table class="govuk-table intag-stacked" role="table">
      <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {columns.map((column) => (
            <th class="govuk-table__header" scope="col" role="columnheader" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr class="govuk-table__row" role="row" key={key}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th class="govuk-table__header" scope="row" role="rowheader" key={columns[index]}>
                  {cell}
                </th>
              ) : (
                <td class="govuk-table__cell" role="cell" data-column={columns[index]} key={columns[index]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
  // biome-ignore-end lint/a11y/useSemanticElements: see above
  // biome-ignore-end lint/a11y/noRedundantRoles: see above
);
