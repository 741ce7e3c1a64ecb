import type { SummaryRow } from "../../forms/summary.ts";
import type { Language, Text } from "../domain/language.ts";
import { Unbroken } from "./unbroken.tsx";

const words = {
  change: { sv: "Ändra", en: "Change" },
} satisfies Record<string, Text>;

/** Answers read back. With `changeable` each has a button that goes to its page, answers and all. */
export const SummaryList = ({
  rows,
  language,
  changeable,
}: {
  readonly rows: readonly SummaryRow[];
  readonly language: Language;
  readonly changeable: boolean;
}) => (
  <dl class="govuk-summary-list">
    {rows.map(({ page, label, lines }) => (
      <div class="govuk-summary-list__row" key={`${page} ${label}`}>
        <dt class="govuk-summary-list__key">{label}</dt>
        <dd class="govuk-summary-list__value">
          {lines.map((line, index) => (
            // A line is what somebody wrote and may come twice: its place is its only name.
            <span class="intag-line" key={index}>
              <Unbroken text={line} />
            </span>
          ))}
        </dd>
        {changeable && (
          <dd class="govuk-summary-list__actions">
            <button
              class="govuk-link intag-link-button"
              type="submit"
              name="action"
              value={`change:${page}`}
              formnovalidate
            >
              {words.change[language]}
              <span class="govuk-visually-hidden"> {label.toLowerCase()}</span>
            </button>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
