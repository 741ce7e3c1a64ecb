import { holds } from "../../forms/condition.ts";
import type { Field, Form, FormPage, TextField } from "../../forms/form.ts";
import type { City } from "../domain/city.ts";
import type { Language, Text } from "../domain/language.ts";
import { stepAddress } from "./addresses.ts";
import { ErrorSummary, errorOf, Fieldset, type InputError, Radios, TextArea, TextInput } from "./fields.tsx";
import { type Frame, htmlPage } from "./layout.tsx";
import { asksOf, dateParts, idOf, isPlaces, isServices, nameOf, type PageAnswers, typed } from "./page-answers.ts";
import { PlacesQuestion } from "./places-question.tsx";
import { ServicesQuestion } from "./services-question.tsx";

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
  next: { sv: "Fortsätt", en: "Continue" },
  back: { sv: "Tillbaka", en: "Back" },
  errorTitle: { sv: "Fel:", en: "Error:" },
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

/** The page's own heading and hint, or those that earlier answers call for. */
export function headingOf(page: FormPage, body: unknown): { readonly heading: Text; readonly hint?: Text | undefined } {
  return page.variants?.find(({ when }) => holds(when, body)) ?? page;
}

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
const TextQuestion = ({ pointer, field, props }: { pointer: string; field: TextField; props: QuestionProps }) => {
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

const ChoiceQuestion = ({ pointer, field, heading, props }: Asked) => {
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

const DetailsQuestion = ({ pointer, field, heading, props }: Asked & { readonly field: TextField }) => {
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

const GroupQuestion = ({
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

const Heading = ({ heading, hint }: { readonly heading: string; readonly hint: string | undefined }) => (
  <>
    <h1 class="govuk-heading-l">{heading}</h1>
    {hint !== undefined && <p class="govuk-body">{hint}</p>}
  </>
);

/** What a page asks. Where it asks one thing the heading is that question's own label; else it stands above them. */
export const Questions = (props: QuestionProps) => {
  const { form, page, language, body } = props;
  const { heading, hint } = headingOf(page, body);
  const text = { text: heading[language], hint: hint?.[language] };
  if (isServices(page)) return <ServicesQuestion {...props} heading={text} />;
  if (isPlaces(page)) return <PlacesQuestion {...props} heading={text} />;
  const asked = asksOf(form, page, body);
  const [first] = asked;
  const firstIsHeading =
    first !== undefined &&
    (first.field.kind === "choice" ||
      first.field.kind === "yes-no" ||
      (first.field.kind === "text" && first.field.lines !== undefined));
  // A page that is one group needs no second legend: the heading says it.
  const onlyGroup = asked.length === 1 && first?.field.kind === "group";
  return (
    <>
      {!firstIsHeading && <Heading heading={text.text} hint={text.hint} />}
      {asked.map(({ pointer, field, leaves }, index) => {
        const own = firstIsHeading && index === 0 ? text : undefined;
        if (field.kind === "choice" || field.kind === "yes-no") {
          return <ChoiceQuestion key={pointer} pointer={pointer} field={field} heading={own} props={props} />;
        }
        if (field.kind === "text" && field.lines !== undefined) {
          return <DetailsQuestion key={pointer} pointer={pointer} field={field} heading={own} props={props} />;
        }
        if (field.kind === "text") return <TextQuestion key={pointer} pointer={pointer} field={field} props={props} />;
        if (field.kind === "group" && !onlyGroup) {
          return <GroupQuestion key={pointer} field={field} leaves={leaves} props={props} />;
        }
        return leaves.map((leaf) =>
          leaf.field.kind === "text" ? (
            <TextQuestion key={leaf.pointer} pointer={leaf.pointer} field={leaf.field} props={props} />
          ) : null,
        );
      })}
    </>
  );
};

/** The id of the form on every page of the flow. */
export const formId = "answers";

/** The way back: a button, since what was typed goes with it. */
export const BackButton = ({ language }: { readonly language: Language }) => (
  <button
    class="govuk-back-link intag-link-button"
    type="submit"
    form={formId}
    formnovalidate
    name="action"
    value="back"
  >
    {words.back[language]}
  </button>
);

export interface QuestionPageProps extends QuestionProps, Frame {
  readonly city: AskingCity;
  /** The sealed answers. */
  readonly sealed: string;
  readonly isFirst: boolean;
  /** Came from the check page and goes back there. */
  readonly returns: boolean;
}

/** One page of the form, with its errors if any. */
export function questionPage(props: QuestionPageProps): string {
  const { page, language, body, errors, sealed, isFirst, returns } = props;
  const title = headingOf(page, body).heading[language];
  const other = language === "sv" ? "en" : "sv";
  return htmlPage({
    ...props,
    title: errors.length === 0 ? title : `${words.errorTitle[language]} ${title}`,
    alternate: { form: formId, action: stepAddress(page.slug, other) },
    defaultForm: formId,
    before: isFirst ? null : <BackButton language={language} />,
    children: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <form id={formId} method="post" action={stepAddress(page.slug, language)} novalidate>
          <input type="hidden" name="state" value={sealed} />
          {returns && <input type="hidden" name="return" value="check" />}
          <Questions {...props} />
          <button class="govuk-button" type="submit" name="action" value="next">
            {words.next[language]}
          </button>
        </form>
      </>
    ),
  });
}
