import { everyField, type Field, type Form, type FormPage, fieldAt } from "../../forms/form.ts";
import { serviceGroupLabels, serviceGroups } from "../domain/city.ts";
import type { Language, Text } from "../domain/language.ts";
import { addresses, slugs, stepAddress } from "./addresses.ts";
import type { AskingCity } from "./field-questions.tsx";
import { type Frame, htmlPage } from "./layout.tsx";
import { isServices } from "./page-answers.ts";

const words = {
  heading: { sv: "Alla frågor i e-tjänsten", en: "All the questions in the service" },
  intro: {
    sv: "Här kan du läsa frågorna innan du börjar. Du får bara de frågor som gäller dig.",
    en: "Here you can read the questions before you start. You will only get those that apply to you.",
  },
  optional: { sv: "(frivilligt)", en: "(optional)" },
  sometimes: { sv: "Frågan kommer bara om den behövs.", en: "You only get this question if it is needed." },
  or: { sv: "eller", en: "or" },
  yesNo: { sv: "Ja eller nej", en: "Yes or no" },
  start: { sv: "Börja nu", en: "Start now" },
  paper: { sv: "Skriv ut frågorna som blankett", en: "Print the questions as a paper form" },
  check: {
    sv: "Till sist får du kontrollera dina svar innan du skickar.",
    en: "At the end you can check your answers before you send.",
  },
} satisfies Record<string, Text>;

/** Whether another question is needed only when this one has no answer: a date of birth instead of a number. */
const isAlternative = (form: Form, pointer: string): boolean =>
  everyField(form.fields).some(
    ({ field: { required } }) => typeof required === "object" && "answered" in required && required.field === pointer,
  );

/** A question as it is read beside others. */
export const wordsOf = (form: Form, pointer: string, field: Field, language: Language): string => {
  const label = field.label[language];
  if (isAlternative(form, pointer)) return `${words.or[language]} ${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
  return field.required === false ? `${label} ${words.optional[language]}` : label;
};

const PageQuestions = ({
  form,
  page,
  city,
  language,
}: {
  form: Form;
  page: FormPage;
  city: AskingCity;
  language: Language;
}) => {
  if (isServices(page)) {
    const groups = serviceGroups.filter((group) =>
      city.services.some((each) => each.group === group && each.forCitizens),
    );
    return (
      <ul class="govuk-list govuk-list--bullet">
        {groups.map((group) => (
          <li key={group}>{serviceGroupLabels[group][language]}</li>
        ))}
      </ul>
    );
  }
  const asked = page.asks.flatMap(({ field: pointer }) => {
    const field = fieldAt(form, pointer);
    return field === undefined ? [] : [{ pointer, field }];
  });
  const lines = asked.flatMap(({ pointer, field }) =>
    field.kind === "group"
      ? everyField(field.fields, pointer).filter((each) => each.field.kind !== "group")
      : [{ pointer, field }],
  );
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.flatMap(({ pointer, field }) => {
        if (field.kind === "choice") {
          return field.options.map((option) => <li key={option.value}>{option.label[language]}</li>);
        }
        if (field.kind === "yes-no") return [<li key={pointer}>{words.yesNo[language]}</li>];
        return [<li key={pointer}>{wordsOf(form, pointer, field, language)}</li>];
      })}
    </ul>
  );
};

/** Every question readable on one page, without answering anything. */
export const questionsPage = ({
  form,
  city,
  ...frame
}: Frame & { readonly form: Form; readonly city: AskingCity }): string => {
  const { language } = frame;
  return htmlPage({
    ...frame,
    city,
    title: words.heading[language],
    alternate: stepAddress(slugs.questions, language === "sv" ? "en" : "sv"),
    children: (
      <>
        <h1 class="govuk-heading-l">{words.heading[language]}</h1>
        <p class="govuk-body">{words.intro[language]}</p>
        <ol class="govuk-list intag-questions">
          {form.pages.map((page) => (
            <li key={page.id}>
              <h2 class="govuk-heading-m">{page.heading[language]}</h2>
              {page.when !== undefined && <p class="govuk-hint">{words.sometimes[language]}</p>}
              {page.hint !== undefined && <p class="govuk-body">{page.hint[language]}</p>}
              <PageQuestions form={form} page={page} city={city} language={language} />
            </li>
          ))}
        </ol>
        <p class="govuk-body">{words.check[language]}</p>
        <a class="govuk-button" href={addresses.request[language]} draggable={false}>
          {words.start[language]}
        </a>
        <p class="govuk-body">
          <a class="govuk-link" href={stepAddress(slugs.paper, language)}>
            {words.paper[language]}
          </a>
        </p>
      </>
    ),
  });
};
