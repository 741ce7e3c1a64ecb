import type { CaseFile } from "../../domain/casework/case-file.ts";
import {
  Checkbox,
  type Choice,
  errorOf,
  Fieldset,
  type InputError,
  Radios,
  Select,
  TextArea,
  TextInput,
} from "../fields.tsx";
import { type PageAnswers, typed } from "../page-answers.ts";
import type { CommandField } from "./command-form.ts";
import { inputId } from "./read-command.ts";

/** What a form of the case's page needs besides its own fields. */
export interface SectionContext {
  readonly file: CaseFile;
  readonly csrf: string;
  /** Sent with a command, so that sending it twice is the same as once. */
  readonly key: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

interface FieldProps {
  readonly command: string;
  readonly field: CommandField;
  readonly answers: PageAnswers;
  readonly errors: readonly InputError[];
  readonly context: SectionContext;
}

const labelOf = (field: CommandField): string =>
  field.empty === undefined && field.refusals?.includes("explanation-required") !== true && field.kind !== "tick"
    ? `${field.label} (frivilligt)`
    : field.label;

const number = new Intl.NumberFormat("sv-SE");

const Writing = ({
  command,
  field,
  answers,
  errors,
}: FieldProps & { readonly field: { readonly kind: "text" | "draft" } }) => {
  const id = inputId(command, field.name);
  const shared = {
    id,
    name: field.name,
    language: "sv" as const,
    hint: field.hint,
    error: errorOf(errors, id),
    value: typed(answers, field.name),
  };
  if (field.kind === "text" && field.lines === undefined)
    return (
      <TextInput
        {...shared}
        label={labelOf(field)}
        width={field.number === true ? "10" : undefined}
        numeric={field.number}
        autocomplete="off"
      />
    );
  return (
    <TextArea
      {...shared}
      label={
        <label class="govuk-label" for={id}>
          {field.kind === "draft" ? field.label : labelOf(field)}
        </label>
      }
      rows={field.lines ?? 4}
      maxLength={field.maxLength}
      limit={`Du kan skriva högst ${number.format(field.maxLength)} tecken`}
      left="Du har {n} tecken kvar"
      over="Texten är {n} tecken för lång"
    />
  );
};

const parts = [
  { part: "year", label: "År", width: 4 },
  { part: "month", label: "Månad", width: 2 },
  { part: "day", label: "Dag", width: 2 },
  { part: "clock", label: "Klockslag", width: 5 },
] as const;

const Time = ({ command, field, answers, errors }: FieldProps) => {
  const id = inputId(command, field.name);
  const shown = parts.filter(({ part }) => part !== "clock" || field.kind === "moment");
  const wrong = shown.find(({ part }) => errorOf(errors, `${id}-${part}`) !== undefined);
  return (
    <Fieldset
      id={id}
      language="sv"
      legend={labelOf(field)}
      legendSize="s"
      hint={field.hint}
      error={wrong === undefined ? undefined : errorOf(errors, `${id}-${wrong.part}`)}
    >
      <div class="govuk-date-input" id={id}>
        {shown.map(({ part, label, width }) => (
          <div class="govuk-date-input__item" key={part}>
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                {label}
              </label>
              <input
                class={`govuk-input govuk-date-input__input govuk-input--width-${width}${
                  wrong?.part === part ? " govuk-input--error" : ""
                }`}
                id={`${id}-${part}`}
                name={`${field.name}.${part}`}
                type="text"
                inputmode={part === "clock" ? undefined : "numeric"}
                autocomplete="off"
                value={typed(answers, `${field.name}.${part}`)}
                aria-invalid={wrong?.part === part ? "true" : undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </Fieldset>
  );
};

const Ticks = ({
  field,
  id,
  options,
  answers,
  error,
}: {
  readonly field: CommandField;
  readonly id: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly answers: PageAnswers;
  readonly error: string | undefined;
}) => (
  <Fieldset id={`${id}-group`} language="sv" legend={labelOf(field)} legendSize="s" hint={field.hint} error={error}>
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {options.map(({ value, label }, index) => (
        <Checkbox
          key={value}
          id={index === 0 ? id : `${id}-${value}`}
          name={field.name}
          value={value}
          label={label}
          checked={answers[field.name]?.includes(value) ?? false}
        />
      ))}
    </div>
  </Fieldset>
);

const openMeasures = (file: CaseFile): readonly Choice[] =>
  file.kind === "breach"
    ? file.measures
        .filter(({ completedOn }) => completedOn === null)
        .map(({ id, what, dueOn }) => ({ value: id, label: what, hint: `Klart senast ${dueOn}` }))
    : [];

/** One field of a command's form, with what is wrong with it beside it. */
export const CommandInput = (props: FieldProps) => {
  const { command, field, answers, errors, context } = props;
  const id = inputId(command, field.name);
  const error = errorOf(errors, id);
  switch (field.kind) {
    case "text":
    case "draft":
      return <Writing {...props} field={field} />;
    case "day":
    case "moment":
      return <Time {...props} />;
    case "tick":
      return (
        <div class="govuk-form-group">
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <Checkbox
              id={id}
              name={field.name}
              value="yes"
              label={field.label}
              hint={field.hint}
              checked={typed(answers, field.name) !== ""}
            />
          </div>
        </div>
      );
    case "choice":
    case "yes-no":
      return (
        <Fieldset
          id={`${id}-group`}
          language="sv"
          legend={labelOf(field)}
          legendSize="s"
          hint={field.hint}
          error={error}
        >
          <Radios id={id} name={field.name} choices={field.options} chosen={typed(answers, field.name)} />
        </Fieldset>
      );
    case "measure":
      return (
        <Fieldset id={`${id}-group`} language="sv" legend={field.label} legendSize="s" error={error}>
          <Radios id={id} name={field.name} choices={openMeasures(context.file)} chosen={typed(answers, field.name)} />
        </Fieldset>
      );
    case "list":
      return (
        <Select
          language="sv"
          id={id}
          name={field.name}
          label={labelOf(field)}
          error={error}
          choices={[{ value: "", label: "Välj" }, ...field.options]}
          chosen={typed(answers, field.name)}
        />
      );
    case "several":
      return <Ticks field={field} id={id} options={field.options} answers={answers} error={error} />;
    case "units": {
      const options = context.units
        .filter((unit) => unit.id !== context.file.unit)
        .map((unit) => ({ value: unit.id, label: unit.name }));
      return (
        <details class="govuk-details" open={error !== undefined || (answers[field.name] ?? []).length > 0}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{field.label}</span>
          </summary>
          <div class="govuk-details__text">
            <Ticks
              field={{ ...field, label: "Nämnder och bolag" }}
              id={id}
              options={options}
              answers={answers}
              error={error}
            />
          </div>
        </details>
      );
    }
  }
};
