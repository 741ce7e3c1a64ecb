import type { Text } from "../domain/language.ts";
import type { QuestionProps } from "./field-questions.tsx";
import { Checkbox, errorOf, Fieldset, TextInput } from "./fields.tsx";
import { maxRows, rowsShown, typed } from "./page-answers.ts";

const words = {
  place: { sv: "Stadsdel eller område", en: "District or area" },
  from: { sv: "Från år (frivilligt)", en: "From year (optional)" },
  to: { sv: "Till år (frivilligt)", en: "To year (optional)" },
  row: { sv: "Plats", en: "Place" },
  add: { sv: "Lägg till en plats", en: "Add a place" },
  unknown: { sv: "Jag vet inte", en: "I do not know" },
  unknownHint: {
    sv: "Då frågar vi dig om vi behöver veta mer.",
    en: "We will ask you if we need to know more.",
  },
} satisfies Record<string, Text>;

/** Where and when: a row for each place, with the city's own names as suggestions. */
export const PlacesQuestion = ({
  city,
  language,
  answers,
  errors,
  heading,
}: QuestionProps & { readonly heading: { readonly text: string; readonly hint: string | undefined } }) => {
  const shown = rowsShown(answers);
  const rows = Array.from({ length: shown }, (_, index) => index + 1);
  return (
    <>
      <h1 class="govuk-heading-l">{heading.text}</h1>
      {heading.hint !== undefined && <p class="govuk-body">{heading.hint}</p>}
      <datalist id="places">
        {city.placeNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <input type="hidden" name="place.rows" value={shown} />
      {rows.map((row) => (
        <Fieldset
          key={row}
          id={`row-${row}`}
          language={language}
          legend={`${words.row[language]} ${row}`}
          legendSize="s"
        >
          <TextInput
            id={`place-${row}`}
            name={`place.${row}`}
            language={language}
            label={words.place[language]}
            list="places"
            width="20"
            value={typed(answers, `place.${row}`)}
            error={errorOf(errors, `place-${row}`)}
          />
          <div class="intag-years">
            {(["from", "to"] as const).map((end) => (
              <TextInput
                key={end}
                id={`${end}-${row}`}
                name={`${end}.${row}`}
                language={language}
                label={words[end][language]}
                numeric
                width="4"
                value={typed(answers, `${end}.${row}`)}
                error={errorOf(errors, `${end}-${row}`)}
              />
            ))}
          </div>
        </Fieldset>
      ))}
      {shown < maxRows && (
        <button class="govuk-button govuk-button--secondary" type="submit" name="action" value="add-row" formnovalidate>
          {words.add[language]}
        </button>
      )}
      <div class="govuk-form-group">
        <div class="govuk-checkboxes">
          <Checkbox
            id="place-unknown"
            name="place.unknown"
            value="yes"
            label={words.unknown[language]}
            hint={words.unknownHint[language]}
            checked={typed(answers, "place.unknown") !== ""}
          />
        </div>
      </div>
    </>
  );
};
