import type { CaseFile } from "../../domain/casework/case-file.ts";
import type { RequestCase } from "../../domain/casework/request-case.ts";
import { stockholmDate } from "../../domain/instant.ts";
import { formatReference } from "../../domain/reference.ts";
import { requestDeadline } from "../../domain/request-deadline.ts";
import type { PageAnswers } from "../page-answers.ts";
import type { CommandForm } from "./command-form.ts";
import { dayInWords } from "./time-words.ts";

/**
 * The notice of more time (art. 12.3) as a draft, with the day that holds if it is sent in time. It leaves the reason to
 * be written by somebody who knows it, and names the remedies of art. 12.4.
 */
export const extensionLetter = ({ reference, receivedAt }: RequestCase): string => {
  const receivedOn = stockholmDate(receivedAt);
  return [
    "Hej!",
    `Vi tog emot din begäran den ${dayInWords(receivedOn)}. Den har ärendenummer ${formatReference(reference)}.`,
    "Vi behöver mer tid för att svara. Det beror på att …",
    `Du får svar senast den ${dayInWords(requestDeadline(receivedOn).extendedDueOn)}.`,
    "Är du inte nöjd med hur vi hanterar din begäran kan du klaga hos Integritetsskyddsmyndigheten, IMY (www.imy.se). Du kan också vända dig till domstol.",
    "Med vänlig hälsning",
  ].join("\n\n");
};

/** What a command's form holds before anybody has typed in it. */
export const startOf = (file: CaseFile, command: string, form: CommandForm): PageAnswers => ({
  ...form.start?.(file),
  ...(file.kind === "request" && command === "extend" ? { letter: [extensionLetter(file)] } : {}),
});

/** What stands above a command's fields, with the day it would lead to. */
export const introOf = (file: CaseFile, command: string, form: CommandForm): string | undefined =>
  file.kind === "request" && command === "extend"
    ? `Nytt datum blir ${dayInWords(requestDeadline(stockholmDate(file.receivedAt)).extendedDueOn)}. Tiden kan bara förlängas en gång.`
    : form.intro;
