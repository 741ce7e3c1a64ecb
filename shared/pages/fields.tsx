import type { ComponentChildren } from "preact";
import type { Language, Text } from "../domain/language.ts";
import { Unbroken } from "./unbroken.tsx";

const words = {
  error: { sv: "Fel:", en: "Error:" },
  problem: { sv: "Något behöver rättas", en: "There is a problem" },
} satisfies Record<string, Text>;

/** What is wrong with one input, by the input's id. */
export interface InputError {
  readonly input: string;
  readonly message: string;
}

/** The errors first in the page, in the same words as beside the fields. */
export const ErrorSummary = ({
  errors,
  language,
}: {
  readonly errors: readonly InputError[];
  readonly language: Language;
}) =>
  errors.length === 0 ? null : (
    <div class="govuk-error-summary" tabindex={-1} data-error-summary>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{words.problem[language]}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ input, message }) => (
              <li key={input}>
                <a href={`#${input}`}>
                  <Unbroken text={message} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );

export const errorOf = (errors: readonly InputError[], input: string): string | undefined =>
  errors.find((error) => error.input === input)?.message;

interface Described {
  readonly id: string;
  readonly language: Language;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

const describedBy = ({ id, hint, error }: Described): string | undefined =>
  [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(Boolean).join(" ") ||
  undefined;

const Hint = ({ id, hint }: Pick<Described, "id" | "hint">) =>
  hint === undefined ? null : (
    <div id={`${id}-hint`} class="govuk-hint">
      <Unbroken text={hint} />
    </div>
  );

const ErrorMessage = ({ id, error, language }: Pick<Described, "id" | "error" | "language">) =>
  error === undefined ? null : (
    <p id={`${id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{words.error[language]}</span> <Unbroken text={error} />
    </p>
  );

const group = (error: string | undefined): string =>
  error === undefined ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

interface InputProps extends Described {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "email" | "tel";
  readonly numeric?: boolean | undefined;
  readonly width?: "4" | "5" | "10" | "20" | undefined;
  readonly autocomplete?: string | undefined;
  readonly list?: string | undefined;
}

export const TextInput = (props: InputProps) => {
  const { id, name, label, value, type = "text", numeric, width, autocomplete, list, error } = props;
  const classes = ["govuk-input", width && `govuk-input--width-${width}`, error !== undefined && "govuk-input--error"];
  return (
    <div class={group(error)}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <Hint {...props} />
      <ErrorMessage {...props} />
      <input
        class={classes.filter(Boolean).join(" ")}
        id={id}
        name={name}
        type={type}
        value={value}
        inputmode={numeric === true ? "numeric" : undefined}
        spellcheck={false}
        autocomplete={autocomplete}
        list={list}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : "true"}
      />
    </div>
  );
};

interface TextAreaProps extends Described {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number;
  /** "Du kan skriva högst 2 000 tecken": replaced by a count while typing where there is JavaScript. */
  readonly limit: string;
  /** The sentences of that count, with `{n}` for the number. */
  readonly left: string;
  readonly over: string;
}

export const TextArea = (props: TextAreaProps) => {
  const { id, name, label, value, rows, maxLength, limit, left, over, error } = props;
  return (
    <div class={`${group(error)} govuk-character-count`} data-max-length={maxLength} data-left={left} data-over={over}>
      {label}
      <Hint {...props} />
      <ErrorMessage {...props} />
      <textarea
        class={`govuk-textarea${error === undefined ? "" : " govuk-textarea--error"}`}
        id={id}
        name={name}
        rows={rows}
        aria-describedby={`${describedBy(props) ?? ""} ${id}-limit`.trim()}
        aria-invalid={error === undefined ? undefined : "true"}
      >
        {/* HTML drops the first line break in a textarea, so one is spent to keep the person's own. */}
        {`\n${value}`}
      </textarea>
      <div id={`${id}-limit`} class="govuk-hint govuk-character-count__message" data-count>
        {limit}
      </div>
    </div>
  );
};

interface FieldsetProps extends Described {
  readonly legend: ComponentChildren;
  readonly legendSize?: "l" | "m" | "s";
  readonly children: ComponentChildren;
}

export const Fieldset = (props: FieldsetProps) => (
  <div class={group(props.error)}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
      <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${props.legendSize ?? "m"}`}>
        {props.legend}
      </legend>
      <Hint {...props} />
      <ErrorMessage {...props} />
      {props.children}
    </fieldset>
  </div>
);

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The heading it stands under, shared with its neighbours. */
  readonly group?: string | undefined;
}

const ItemHint = ({
  id,
  kind,
  hint,
}: {
  readonly id: string;
  readonly kind: string;
  readonly hint?: string | undefined;
}) =>
  hint === undefined ? null : (
    <div id={`${id}-hint`} class={`govuk-hint govuk-${kind}__hint`}>
      {hint}
    </div>
  );

/** One radio button. */
const Radio = ({
  id,
  name,
  choice: { value, label, hint },
  chosen,
}: {
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly chosen: string | undefined;
}) => (
  <div class="govuk-radios__item">
    <input
      class="govuk-radios__input"
      id={id}
      name={name}
      type="radio"
      value={value}
      checked={chosen === value}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    />
    <label class="govuk-label govuk-radios__label" for={id}>
      {label}
    </label>
    <ItemHint id={id} kind="radios" hint={hint} />
  </div>
);

/**
 * Radio buttons, under headings where the choices have them. The first has the field's own id, so that a link to the error
 * lands on it.
 */
export const Radios = ({
  id,
  name,
  choices,
  chosen,
}: {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
}) => {
  const idOfChoice = (choice: Choice) => (choice === choices[0] ? id : `${id}-${choice.value}`);
  const groups = [...new Set(choices.map((choice) => choice.group))];
  return (
    <>
      {groups.map((heading) => {
        const radios = (
          <div class="govuk-radios" key={heading}>
            {choices
              .filter((choice) => choice.group === heading)
              .map((choice) => (
                <Radio key={choice.value} id={idOfChoice(choice)} name={name} choice={choice} chosen={chosen} />
              ))}
          </div>
        );
        return heading === undefined ? (
          radios
        ) : (
          <fieldset class="govuk-fieldset intag-choices" key={heading}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{heading}</legend>
            {radios}
          </fieldset>
        );
      })}
    </>
  );
};

/** One choice from a list, for lists that are long or stand in a row. */
export const Select = ({
  id,
  name,
  label,
  choices,
  chosen,
  language,
  hint,
  error,
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly language: Language;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}) => (
  <div class={group(error)}>
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <Hint id={id} hint={hint} />
    <ErrorMessage id={id} error={error} language={language} />
    <select
      class={`govuk-select${error === undefined ? "" : " govuk-select--error"}`}
      id={id}
      name={name}
      aria-describedby={describedBy({ id, language, hint, error })}
      aria-invalid={error === undefined ? undefined : "true"}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === chosen}>
          {choice.label}
        </option>
      ))}
    </select>
  </div>
);

/** One tick box. */
export const Checkbox = ({
  id,
  name,
  value,
  label,
  hint,
  checked,
}: Choice & { readonly id: string; readonly name: string; readonly checked: boolean }) => (
  <div class="govuk-checkboxes__item">
    <input
      class="govuk-checkboxes__input"
      id={id}
      name={name}
      type="checkbox"
      value={value}
      checked={checked}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    />
    <label class="govuk-label govuk-checkboxes__label" for={id}>
      {label}
    </label>
    <ItemHint id={id} kind="checkboxes" hint={hint} />
  </div>
);
