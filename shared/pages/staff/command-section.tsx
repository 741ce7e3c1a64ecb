import { type RefusalCode, refusalText } from "../../domain/casework/refusal.ts";
import { errorOf, type InputError } from "../fields.tsx";
import type { PageAnswers } from "../page-answers.ts";
import type { CommandField, CommandForm } from "./command-form.ts";
import { CommandInput, type SectionContext } from "./command-input.tsx";
import { inputId } from "./read-command.ts";
import { introOf } from "./section-start.ts";
import { staffAddresses } from "./staff-addresses.ts";

/** What a command was refused with, or what is wrong in its form; everything that was typed stays in it. */
export interface Attempt {
  readonly command: string;
  readonly answers: PageAnswers;
  readonly errors: readonly InputError[];
  readonly refusal: RefusalCode | null;
}

/** Where a refusal is said: beside the field it is about, else above the form's button. */
const fieldOfRefusal = (form: CommandForm, refusal: RefusalCode): CommandField | undefined =>
  form.fields.find((field) => field.refusals?.includes(refusal));

/** Every error of an attempt with the input it leads to. */
export function errorsOf(form: CommandForm, attempt: Attempt): readonly InputError[] {
  if (attempt.refusal === null) return attempt.errors;
  const field = fieldOfRefusal(form, attempt.refusal);
  const at = field === undefined ? `${attempt.command}-send` : firstInput(attempt.command, field);
  return [...attempt.errors, { input: at, message: refusalText(attempt.refusal, "sv") }];
}

const firstInput = (command: string, field: CommandField): string => {
  const id = inputId(command, field.name);
  return field.kind === "day" || field.kind === "moment" ? `${id}-year` : id;
};

/** One command's form: closed until it is wanted, open where something in it is wrong. */
export const CommandSection = ({
  command,
  form,
  answers,
  attempt,
  context,
}: {
  readonly command: string;
  readonly form: CommandForm;
  readonly answers: PageAnswers;
  readonly attempt: Attempt | undefined;
  readonly context: SectionContext;
}) => {
  const errors = attempt === undefined ? [] : errorsOf(form, attempt);
  const whole = errorOf(errors, `${command}-send`);
  const intro = introOf(context.file, command, form);
  return (
    <details class="intag-command" id={command} open={attempt !== undefined}>
      <summary class="intag-command__title">
        <h4 class="govuk-heading-s">{form.title}</h4>
      </summary>
      <form
        class="intag-command__form"
        method="post"
        action={staffAddresses.case(context.file.reference)}
        novalidate
        data-send-once
      >
        <input type="hidden" name="csrf" value={context.csrf} />
        <input type="hidden" name="key" value={context.key} />
        <input type="hidden" name="version" value={context.file.version} />
        <input type="hidden" name="command" value={command} />
        {intro !== undefined && <p class="govuk-body">{intro}</p>}
        {form.fields.map((field) => (
          <CommandInput
            key={field.name}
            command={command}
            field={field}
            answers={attempt?.answers ?? answers}
            errors={errors}
            context={context}
          />
        ))}
        {whole !== undefined && (
          <p class="govuk-error-message" id={`${command}-send-error`}>
            <span class="govuk-visually-hidden">Fel:</span> {whole}
          </p>
        )}
        <button
          class="govuk-button"
          type="submit"
          id={`${command}-send`}
          aria-describedby={whole === undefined ? undefined : `${command}-send-error`}
        >
          {form.button}
        </button>
      </form>
    </details>
  );
};
