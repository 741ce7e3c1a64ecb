import type { ChoiceField, ChoicesField, FormPage, NumberField, TextField } from "../../../forms/form.ts";
import type { YearlyReview } from "../../domain/yearly/yearly-review.ts";
import { Checkbox, ErrorSummary, errorOf, Fieldset, type InputError, Radios, TextArea, TextInput } from "../fields.tsx";
import { idOf, type PageAnswers, typed } from "../page-answers.ts";
import { BackLink, Lines } from "./parts.tsx";
import { answerInWords, changeInWords, markNames, questionsOf, type ReviewQuestion } from "./review-answers.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { yearAddresses } from "./year-addresses.ts";

export interface ReviewPartView {
  readonly year: number;
  readonly unit: string;
  readonly unitName: string;
  readonly page: FormPage;
  /** The review as it stands, and the year's before. */
  readonly standing: YearlyReview;
  readonly previous: YearlyReview | null;
  /** The version that stands, which is given back with what is typed. */
  readonly version: number;
  readonly key: string;
  readonly answers: PageAnswers;
  readonly errors: readonly InputError[];
  /** Somebody else has saved since the page was opened: nothing has been saved, and what they wrote stands beside. */
  readonly isStale: boolean;
  /** The marks are the data protection officer's own and not this person's to change. */
  readonly isJudged: boolean;
}

type Ask = ReviewPartView & { readonly question: ReviewQuestion };

/** Last year's answer beside the question, with the change since; what another has saved meanwhile. */
const Beside = ({ question, year, previous, standing, isStale, answers }: Ask) => {
  const before = answerInWords(question, previous);
  const change = changeInWords(question.pointer, standing, previous);
  const now = isStale ? (answerInWords(question, standing) ?? "uppgift saknas") : null;
  const isTyped = (answers[question.name] ?? []).length > 0;
  return (
    <div class="intag-beside">
      <p class="govuk-hint intag-beside__line">
        {year - 1}:{" "}
        {question.field.kind === "text" && before !== null ? <Lines text={before} /> : (before ?? "uppgift saknas")}
        {change === null || question.field.kind === "text" ? "" : ` (${change})`}
      </p>
      {now !== null && isTyped && (
        <p class="govuk-hint intag-beside__line">
          <strong>Sparat nu: {now}</strong>
        </p>
      )}
    </div>
  );
};

const Count = (props: Ask & { readonly field: NumberField }) => {
  const { question, answers, errors, field } = props;
  const id = idOf(question.name);
  return (
    <div class="intag-question">
      <TextInput
        id={id}
        name={question.name}
        label={field.label.sv}
        language="sv"
        value={typed(answers, question.name)}
        error={errorOf(errors, id)}
        numeric
        width="10"
        autocomplete="off"
      />
      <Beside {...props} />
    </div>
  );
};

const Extent = (props: Ask & { readonly field: ChoiceField }) => {
  const { question, answers, errors, field } = props;
  const id = idOf(question.name);
  return (
    <div class="intag-question intag-answers">
      <Fieldset id={id} language="sv" legend={field.label.sv} legendSize="s" error={errorOf(errors, id)}>
        <Radios
          id={id}
          name={question.name}
          chosen={typed(answers, question.name)}
          choices={[
            ...field.options.map(({ value, label }) => ({ value, label: label.sv })),
            { value: "", label: "Uppgift saknas" },
          ]}
        />
      </Fieldset>
      <Beside {...props} />
    </div>
  );
};

const Marks = (props: Ask & { readonly field: ChoicesField }) => {
  const { question, answers, errors, field, isJudged, standing } = props;
  const id = idOf(question.name);
  if (isJudged)
    return (
      <div class="intag-question">
        <h2 class="govuk-heading-s">{field.label.sv}</h2>
        <p class="govuk-body">{answerInWords(question, standing) ?? "Uppgift saknas"}</p>
        <Beside {...props} />
      </div>
    );
  return (
    <div class="intag-question intag-marks">
      <Fieldset id={id} language="sv" legend={field.label.sv} legendSize="s" error={errorOf(errors, id)}>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {field.options.map(({ value, label }, index) => (
            <Checkbox
              key={value}
              id={index === 0 ? id : `${id}-${value}`}
              name={question.name}
              value={value}
              label={markNames[value] ?? value}
              hint={label.sv}
              checked={(answers[question.name] ?? []).includes(value)}
            />
          ))}
        </div>
      </Fieldset>
      <Beside {...props} />
    </div>
  );
};

const number = new Intl.NumberFormat("sv-SE");

const Comment = (props: Ask & { readonly field: TextField }) => {
  const { question, answers, errors, field } = props;
  const id = idOf(question.name);
  return (
    <div class="intag-question">
      <TextArea
        id={id}
        name={question.name}
        language="sv"
        label={
          <label class="govuk-label govuk-label--s" for={id}>
            Kommentar om {field.label.sv.toLowerCase()}
          </label>
        }
        hint="Skriv inga namn och inga personnummer."
        value={typed(answers, question.name)}
        error={errorOf(errors, id)}
        rows={field.lines ?? 4}
        maxLength={field.maxLength}
        limit={`Du kan skriva högst ${number.format(field.maxLength)} tecken`}
        left="Du har {n} tecken kvar"
        over="Texten är {n} tecken för lång"
      />
      <Beside {...props} />
    </div>
  );
};

const Question = (props: Ask) => {
  const { field } = props.question;
  switch (field.kind) {
    case "number":
      return <Count {...props} field={field} />;
    case "choice":
      return <Extent {...props} field={field} />;
    case "choices":
      return <Marks {...props} field={field} />;
    case "text":
      return <Comment {...props} field={field} />;
    default:
      return null;
  }
};

/** What is told of a page that somebody else has saved meanwhile. */
export const Stale = () => (
  <div class="intag-stale" role="alert">
    <h2 class="govuk-heading-m">Någon annan har sparat sedan du öppnade sidan</h2>
    <p class="govuk-body">
      Det du skrev står kvar här nedanför, men är inte sparat. Vid varje fråga ser du vad som är sparat nu. Spara igen
      om dina svar ska gälla.
    </p>
  </div>
);

export const Sealed = ({
  frame,
  version,
  sentKey,
}: {
  readonly frame: StaffFrame;
  readonly version: number;
  readonly sentKey: string;
}) => (
  <>
    <input type="hidden" name="csrf" value={frame.user.csrf} />
    <input type="hidden" name="key" value={sentKey} />
    <input type="hidden" name="version" value={String(version)} />
  </>
);

export const SaveButton = () => (
  <button class="govuk-button" type="submit">
    Spara
  </button>
);

/** `GET /personal/arsuppfoljning/{year}/{unit}/{part}`: one area's questions, last year's answers beside them. */
export const reviewPartPage = (frame: StaffFrame, view: ReviewPartView): string => {
  const { year, unit, unitName, page, errors, isStale, isJudged } = view;
  const heading = page.heading?.sv ?? "";
  return staffPage({
    frame,
    title: `${heading} ${year}`,
    place: "review",
    hasErrors: errors.length > 0,
    before: <BackLink href={yearAddresses.review(year, unit)} label={`Årsuppföljning ${year}: ${unitName}`} />,
    children: (
      <>
        <ErrorSummary errors={errors} language="sv" />
        {isStale && <Stale />}
        <h1 class="govuk-heading-l">
          {heading} {year}
        </h1>
        {page.hint !== undefined && <p class="govuk-body">{page.hint.sv}</p>}
        {page.id === "assessment" && (
          <p class="govuk-body">
            {isJudged
              ? "Dataskyddsombudet har satt bedömningen. Kommentarerna kan du ändra."
              : "Fler än ett steg får väljas. Skriv då varför i kommentaren."}
          </p>
        )}
        {page.id === "records" && (
          <p class="govuk-body">
            Har ni förteckningen i ett eget verktyg?{" "}
            <a class="govuk-link" href={yearAddresses.record(year, unit)}>
              Fyll i antalen från en export
            </a>
          </p>
        )}
        <form method="post" action={yearAddresses.reviewPart(year, unit, page.slug.sv)} novalidate data-send-once>
          <Sealed frame={frame} version={view.version} sentKey={view.key} />
          {questionsOf(page).map((question) => (
            <Question {...view} question={question} key={question.name} />
          ))}
          <SaveButton />
        </form>
      </>
    ),
  });
};
