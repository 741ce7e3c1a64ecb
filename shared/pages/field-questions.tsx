import { holds } from "../../forms/condition.ts";
import type { Field, Form, FormPage, TextField } from "../../forms/form.ts";
import type { City } from "../domain/city.ts";
import type { Language, Text } from "../domain/language.ts";
import { errorOf, Fieldset, type InputError, Radios, TextArea, TextInput } from "./fields.tsx";
import { type asksOf, dateParts, idOf, nameOf, type PageAnswers, typed } from "./page-answers.ts";

/** The city as the questions need it: who to call, what to choose from. */
export type AskingCity = Pick<City, "id" | "name" | "contact" | "services" | "placeNames">;

export interface QuestionProps {
  readonly form: Form;
  readonly page: FormPage;
  readonly city: AskingCity;
  readonly language: Language;
  readonly answers: PageAnswers;
  /** The API's body so far: which variant of the page, and what on it, is asked. */
  readonly body: unknown;
  readonly errors: readonly InputError[];
}

const words = {
  optional: { sv: "(frivilligt)", en: "(optional)" },
  yes: { sv: "Ja", en: "Yes" },
  no: { sv: "Nej", en: "No" },
  year: { sv: "År", en: "Year" },
  month: { sv: "Månad", en: "Month" },
  day: { sv: "Dag", en: "Day" },
  noNumber: { sv: "Finns inget svenskt nummer?", en: "Is there no Swedish number?" },
  limit: { sv: "Du kan skriva högst {n} tecken", en: "You can enter up to {n} characters" },
  left: { sv: "Du har {n} tecken kvar", en: "You have {n} characters left" },
  over: { sv: "Texten är {n} tecken för lång", en: "The text is {n} characters too long" },
} satisfies Record<string, Text>;

const numberIn: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat("sv-SE"),
  en: new Intl.NumberFormat("en-GB"),
};

const isAboutTheReader = (pointer: string, body: unknown): boolean =>
  !pointer.startsWith("/person/") || holds({ field: "/onBehalfOf", is: ["self"] }, body);

const inputType = (field: TextField): "email" | "tel" | "text" =>
  field.format === "email" ? "email" : field.format === "phone" ? "tel" : "text";

const BirthDate = ({ pointer, field, props }: { pointer: string; field: TextField; props: QuestionProps }) => {
  const { language, answers, errors, body } = props;
  const name = nameOf(pointer);
  const part = dateParts.find((each) => errorOf(errors, idOf(`${name}.${each}`)) !== undefined);
  const error = part === undefined ? undefined : errorOf(errors, idOf(`${name}.${part}`));
  const isOpen = error !== undefined || dateParts.some((each) => typed(answers, `${name}.${each}`) !== "");
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words.noNumber[language]}</span>
      </summary>
      <div class="govuk-details__text">
        <Fieldset
          id={idOf(name)}
          language={language}
          legend={field.label[language]}
          legendSize="s"
          hint={field.hint?.[language]}
          error={error}
        >
          <div class="govuk-date-input" id={idOf(name)}>
            {dateParts.map((each) => (
              <div class="govuk-date-input__item" key={each}>
                <div class="govuk-form-group">
                  <label class="govuk-label govuk-date-input__label" for={idOf(`${name}.${each}`)}>
                    {words[each][language]}
                  </label>
                  <input
                    class={`govuk-input govuk-date-input__input govuk-input--width-${each === "year" ? 4 : 2}${
                      part === each ? " govuk-input--error" : ""
                    }`}
                    id={idOf(`${name}.${each}`)}
                    name={`${name}.${each}`}
                    type="text"
                    inputmode="numeric"
                    autocomplete={isAboutTheReader(pointer, body) ? `bday-${each}` : undefined}
                    value={typed(answers, `${name}.${each}`)}
                    aria-invalid={part === each ? "true" : undefined}
                  />
                </div>
              </div>
            ))}
          </div>
        </Fieldset>
      </div>
    </details>
  );
};

/** A text field where the page's heading is not its label. */
export const TextQuestion = ({
  pointer,
  field,
  props,
}: {
  pointer: string;
  field: TextField;
  props: QuestionProps;
}) => {
  const { language, answers, errors, body } = props;
  if (field.format === "birth-date") return <BirthDate pointer={pointer} field={field} props={props} />;
  const name = nameOf(pointer);
  const isOptional = field.required === false && !pointer.startsWith("/contact/");
  return (
    <TextInput
      id={idOf(name)}
      name={name}
      language={language}
      label={`${field.label[language]}${isOptional ? ` ${words.optional[language]}` : ""}`}
      hint={field.hint?.[language]}
      error={errorOf(errors, idOf(name))}
      type={inputType(field)}
      numeric={field.format === "postal-code"}
      width={field.format === "postal-code" ? "5" : field.format === "identity-number" ? "20" : undefined}
      autocomplete={isAboutTheReader(pointer, body) ? field.autocomplete : undefined}
      value={typed(answers, name)}
    />
  );
};

interface Asked {
  readonly pointer: string;
  readonly field: Field;
  /** The page's heading, where this question is the page. */
  readonly heading?: { readonly text: string; readonly hint: string | undefined } | undefined;
  readonly props: QuestionProps;
}

export const ChoiceQuestion = ({ pointer, field, heading, props }: Asked) => {
  const { language, answers, errors } = props;
  const name = nameOf(pointer);
  const choices =
    field.kind === "choice"
      ? field.options
          .filter((option) => option.offPage !== true)
          .map(({ value, label, hint }) => ({ value, label: label[language], hint: hint?.[language] }))
      : [
          { value: "yes", label: words.yes[language] },
          { value: "no", label: words.no[language] },
        ];
  return (
    <Fieldset
      id={idOf(name)}
      language={language}
      legend={heading === undefined ? field.label[language] : <h1 class="govuk-fieldset__heading">{heading.text}</h1>}
      legendSize={heading === undefined ? "m" : "l"}
      hint={heading?.hint ?? field.hint?.[language]}
      error={errorOf(errors, idOf(name))}
    >
      <Radios id={idOf(name)} name={name} choices={choices} chosen={typed(answers, name)} />
    </Fieldset>
  );
};

export const DetailsQuestion = ({ pointer, field, heading, props }: Asked & { readonly field: TextField }) => {
  const { language, answers, errors } = props;
  const name = nameOf(pointer);
  return (
    <TextArea
      id={idOf(name)}
      name={name}
      language={language}
      label={
        <h1 class="govuk-label-wrapper">
          <label class="govuk-label govuk-label--l" for={idOf(name)}>
            {heading?.text ?? field.label[language]}
          </label>
        </h1>
      }
      hint={heading?.hint ?? field.hint?.[language]}
      error={errorOf(errors, idOf(name))}
      rows={field.lines ?? 4}
      maxLength={field.maxLength}
      limit={words.limit[language].replace("{n}", numberIn[language].format(field.maxLength))}
      left={words.left[language]}
      over={words.over[language]}
      value={typed(answers, name)}
    />
  );
};

export const GroupQuestion = ({
  field,
  leaves,
  props,
}: {
  field: Field;
  leaves: ReturnType<typeof asksOf>[number]["leaves"];
  props: QuestionProps;
}) => (
  <Fieldset
    id={`${leaves[0] === undefined ? "" : idOf(nameOf(leaves[0].pointer))}-group`}
    language={props.language}
    legend={field.label[props.language]}
    hint={field.hint?.[props.language]}
  >
    {leaves.map((leaf) =>
      leaf.field.kind === "text" ? (
        <TextQuestion key={leaf.pointer} pointer={leaf.pointer} field={leaf.field} props={props} />
      ) : null,
    )}
  </Fieldset>
);
