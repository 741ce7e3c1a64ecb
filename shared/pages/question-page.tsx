import type { ComponentChildren } from "preact";
import { holds } from "../../forms/condition.ts";
import type { Field, FormPage } from "../../forms/form.ts";
import type { Identified } from "../domain/identified.ts";
import type { Language, Text } from "../domain/language.ts";
import { stepAddress } from "./addresses.ts";
import {
  type AskingCity,
  ChoiceQuestion,
  DetailsQuestion,
  GroupQuestion,
  NumberQuestion,
  type QuestionProps,
  TextQuestion,
  TicksQuestion,
  TimeQuestion,
} from "./field-questions.tsx";
import { ErrorSummary } from "./fields.tsx";
import { type Frame, htmlPage } from "./layout.tsx";
import { asksOf, isPlaces, isServices } from "./page-answers.ts";
import { PlacesQuestion } from "./places-question.tsx";
import { ServicesQuestion } from "./services-question.tsx";

const words = {
  next: { sv: "Fortsätt", en: "Continue" },
  back: { sv: "Tillbaka", en: "Back" },
  save: { sv: "Spara och fortsätt senare", en: "Save and continue later" },
  identifyText: {
    sv: "Snabbast är att legitimera dig med e-legitimation. Då fyller vi i namn och nummer, och behöver inte kontrollera vem du är senare. Du kan också fylla i själv.",
    en: "The quickest way is to identify yourself with an eID. Then we fill in name and number, and need not check who you are later. You can also fill them in yourself.",
  },
  identify: { sv: "Legitimera dig", en: "Identify yourself" },
  identified: {
    sv: "Du har legitimerat dig. Ändrar du numret behöver vi kontrollera vem du är på ett annat sätt.",
    en: "You have identified yourself. If you change the number, we will need to check who you are in another way.",
  },
  errorTitle: { sv: "Fel:", en: "Error:" },
} satisfies Record<string, Text>;

/** The page's own heading and hint, or those that earlier answers call for. */
export function headingOf(page: FormPage, body: unknown): { readonly heading: Text; readonly hint?: Text | undefined } {
  return page.variants?.find(({ when }) => holds(when, body)) ?? page;
}

const Heading = ({ heading, hint }: { readonly heading: string; readonly hint: string | undefined }) => (
  <>
    <h1 class="govuk-heading-l">{heading}</h1>
    {hint !== undefined && <p class="govuk-body">{hint}</p>}
  </>
);

/** Whether a question's own label is the page's heading: it stands alone, or the page is named after it. */
const isHeadingOf = (field: Field, isAlone: boolean, heading: string, language: Language): boolean =>
  (field.kind === "choice" ||
    field.kind === "choices" ||
    (field.kind === "yes-no" && field.default === undefined) ||
    (field.kind === "text" && field.lines !== undefined)) &&
  (isAlone || field.label[language] === heading);

/** What a page asks. Where it asks one thing the heading is that question's own label; else it stands above them. */
export const Questions = ({
  afterHeading,
  ...props
}: QuestionProps & { readonly afterHeading?: ComponentChildren }) => {
  const { form, page, language, body } = props;
  const { heading, hint } = headingOf(page, body);
  const text = { text: heading[language], hint: hint?.[language] };
  if (isServices(page)) return <ServicesQuestion {...props} heading={text} />;
  if (isPlaces(page)) return <PlacesQuestion {...props} heading={text} />;
  const asked = asksOf(form, page, body);
  const [first] = asked;
  const firstIsHeading = first !== undefined && isHeadingOf(first.field, asked.length === 1, text.text, language);
  // A page that is one group needs no second legend: the heading says it.
  const onlyGroup = asked.length === 1 && first?.field.kind === "group";
  return (
    <>
      {!firstIsHeading && <Heading heading={text.text} hint={text.hint} />}
      {afterHeading}
      {asked.map(({ pointer, field, leaves }, index) => {
        const own = firstIsHeading && index === 0 ? text : undefined;
        if (field.kind === "choices" || (field.kind === "yes-no" && field.default !== undefined)) {
          return <TicksQuestion key={pointer} pointer={pointer} field={field} heading={own} props={props} />;
        }
        if (field.kind === "date" || field.kind === "instant") {
          return <TimeQuestion key={pointer} pointer={pointer} field={field} props={props} />;
        }
        if (field.kind === "number") {
          return <NumberQuestion key={pointer} pointer={pointer} field={field} props={props} />;
        }
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

/** For somebody who must stop half-way. It stands after the button that goes on, which is what Enter presses. */
export const SaveButton = ({ language }: { readonly language: Language }) => (
  <p class="govuk-body">
    <button class="govuk-link intag-link-button" type="submit" formnovalidate name="action" value="save">
      {words.save[language]}
    </button>
  </p>
);

/** The e-legitimation, offered and never asked for; or that it has been used. */
const Identify = ({ language, done }: { readonly language: Language; readonly done: boolean }) =>
  done ? (
    <p class="govuk-inset-text">{words.identified[language]}</p>
  ) : (
    <>
      <p class="govuk-body">{words.identifyText[language]}</p>
      <button class="govuk-button govuk-button--secondary" type="submit" formnovalidate name="action" value="identify">
        {words.identify[language]}
      </button>
    </>
  );

export interface QuestionPageProps extends QuestionProps, Frame {
  readonly city: AskingCity;
  /** The sealed answers. */
  readonly sealed: string;
  readonly isFirst: boolean;
  /** Came from the check page and goes back there. */
  readonly returns: boolean;
  /** Who the person has shown that they are; only told of where the page may ask for it. */
  readonly identified?: Identified | undefined;
  readonly mayIdentify?: boolean;
  /** For a page that no cache may keep: from where the browser's script can ask for it again. */
  readonly again: string | undefined;
}

/** One page of the form, with its errors if any. */
export function questionPage(props: QuestionPageProps): string {
  const { page, language, body, errors, sealed, isFirst, returns, again } = props;
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
        <form id={formId} method="post" action={stepAddress(page.slug, language)} novalidate data-again={again}>
          <input type="hidden" name="state" value={sealed} />
          {returns && <input type="hidden" name="return" value="check" />}
          <Questions
            {...props}
            afterHeading={
              props.mayIdentify === true && <Identify language={language} done={props.identified !== undefined} />
            }
          />
          <button class="govuk-button" type="submit" name="action" value="next">
            {words.next[language]}
          </button>
          {!isFirst && <SaveButton language={language} />}
        </form>
      </>
    ),
  });
}
