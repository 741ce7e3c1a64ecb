import { holds } from "../../forms/condition.ts";
import type { ChoiceField, Field, Form, FormPage, TextField } from "../../forms/form.ts";
import type { City } from "../domain/city.ts";
import type { Language, Text } from "../domain/language.ts";
import { Checkbox, errorOf, Fieldset, type InputError, Radios, Select, TextArea, TextInput } from "./fields.tsx";
import { type asksOf, idOf, nameOf, type PageAnswers, timeParts, typed } from "./page-answers.ts";

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
  /** Units to choose among where a form asks for one; without them it is typed. */
  readonly units?: readonly { readonly id: string; readonly name: string }[];
}

const words = {
  optional: { sv: "(frivilligt)", en: "(optional)" },
  yes: { sv: "Ja", en: "Yes" },
  no: { sv: "Nej", en: "No" },
  year: { sv: "År", en: "Year" },
  month: { sv: "Månad", en: "Month" },
  day: { sv: "Dag", en: "Day" },
  clock: { sv: "Klockslag", en: "Time" },
  unknown: { sv: "Vet inte", en: "I do not know" },
  ownUnit: { sv: "Min egen enhet", en: "My own unit" },
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

type Timed = Exclude<Field, { readonly kind: "group" | "list" }>;

/** A day, or a day and a time, each part in its own field (no picker). */
const TimeInputs = ({ pointer, field, props }: { pointer: string; field: Timed; props: QuestionProps }) => {
  const { language, answers, errors, body } = props;
  const name = nameOf(pointer);
  const parts = timeParts(field);
  const part = parts.find((each) => errorOf(errors, idOf(`${name}.${each}`)) !== undefined);
  return (
    <Fieldset
      id={idOf(name)}
      language={language}
      legend={field.label[language]}
      legendSize="s"
      hint={field.hint?.[language]}
      error={part === undefined ? undefined : errorOf(errors, idOf(`${name}.${part}`))}
    >
      <div class="govuk-date-input" id={idOf(name)}>
        {parts.map((each) => (
          <div class="govuk-date-input__item" key={each}>
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" for={idOf(`${name}.${each}`)}>
                {words[each][language]}
              </label>
              <input
                class={`govuk-input govuk-date-input__input govuk-input--width-${widths[each]}${
                  part === each ? " govuk-input--error" : ""
                }`}
                id={idOf(`${name}.${each}`)}
                name={`${name}.${each}`}
                type="text"
                inputmode={each === "clock" ? undefined : "numeric"}
                autocomplete={field.kind === "text" && isAboutTheReader(pointer, body) ? `bday-${each}` : undefined}
                value={typed(answers, `${name}.${each}`)}
                aria-invalid={part === each ? "true" : undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </Fieldset>
  );
};

const widths = { year: 4, month: 2, day: 2, clock: 5 } as const;

/** Asked only of those without a number, so closed until it is wanted. */
const BirthDate = ({ pointer, field, props }: { pointer: string; field: TextField; props: QuestionProps }) => {
  const name = nameOf(pointer);
  const isOpen = timeParts(field).some(
    (each) =>
      errorOf(props.errors, idOf(`${name}.${each}`)) !== undefined || typed(props.answers, `${name}.${each}`) !== "",
  );
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words.noNumber[props.language]}</span>
      </summary>
      <div class="govuk-details__text">
        <TimeInputs pointer={pointer} field={field} props={props} />
      </div>
    </details>
  );
};

/** A day or a point in time. */
export const TimeQuestion = TimeInputs;

/** A whole number. */
export const NumberQuestion = ({ pointer, field, props }: { pointer: string; field: Field; props: QuestionProps }) => {
  const { language, answers, errors } = props;
  const name = nameOf(pointer);
  return (
    <TextInput
      id={idOf(name)}
      name={name}
      language={language}
      label={field.label[language]}
      hint={field.hint?.[language]}
      error={errorOf(errors, idOf(name))}
      numeric
      width="10"
      value={typed(answers, name)}
    />
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
  if (pointer === "/unit" && props.units !== undefined) {
    return (
      <Select
        id={idOf(name)}
        name={name}
        language={language}
        label={field.label[language]}
        hint={undefined}
        error={errorOf(errors, idOf(name))}
        choices={[
          { value: "", label: words.ownUnit[language] },
          ...props.units.map((unit) => ({ value: unit.id, label: unit.name })),
        ]}
        chosen={typed(answers, name)}
      />
    );
  }
  const isOptional =
    field.required === false &&
    !pointer.startsWith("/contact/") &&
    !field.label[language].includes(words.optional[language]);
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

/** "I do not know" where nobody need know and the form has no such code of its own: it is sent as nothing. */
const unknownOf = (field: ChoiceField, language: Language) =>
  field.nullable === true && !field.options.some(({ value }) => value === "unknown")
    ? [{ value: "", label: words.unknown[language], hint: undefined, group: undefined }]
    : [];

/** Any number of a few things, or one box to tick. */
export const TicksQuestion = ({ pointer, field, heading, props }: Asked) => {
  const { language, answers, errors } = props;
  const name = nameOf(pointer);
  const id = idOf(name);
  if (field.kind !== "choices")
    return (
      <div class="govuk-form-group">
        <div class="govuk-checkboxes">
          <Checkbox
            id={id}
            name={name}
            value="yes"
            label={field.label[language]}
            hint={field.hint?.[language]}
            checked={typed(answers, name) === "yes"}
          />
        </div>
      </div>
    );
  return (
    <Fieldset
      id={`${id}-group`}
      language={language}
      legend={heading === undefined ? field.label[language] : <h1 class="govuk-fieldset__heading">{heading.text}</h1>}
      legendSize={heading === undefined ? "m" : "l"}
      hint={heading?.hint ?? field.hint?.[language]}
      error={errorOf(errors, id)}
    >
      <div class="govuk-checkboxes">
        {field.options.map(({ value, label, hint }, index) => (
          <Checkbox
            key={value}
            id={index === 0 ? id : `${id}-${value}`}
            name={name}
            value={value}
            label={label[language]}
            hint={hint?.[language]}
            checked={answers[name]?.includes(value) ?? false}
          />
        ))}
      </div>
    </Fieldset>
  );
};

export const ChoiceQuestion = ({ pointer, field, heading, props }: Asked) => {
  const { language, answers, errors } = props;
  const name = nameOf(pointer);
  const choices =
    field.kind === "choice"
      ? field.options
          .map(({ value, label, hint, group }) => ({
            value,
            label: label[language],
            hint: hint?.[language],
            group: group?.[language],
          }))
          .concat(unknownOf(field, language))
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
        heading === undefined ? (
          <label class="govuk-label" for={idOf(name)}>
            {field.label[language]}
          </label>
        ) : (
          <h1 class="govuk-label-wrapper">
            <label class="govuk-label govuk-label--l" for={idOf(name)}>
              {heading.text}
            </label>
          </h1>
        )
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
