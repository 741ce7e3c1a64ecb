import type { BreachCase } from "../../domain/casework/breach-case.ts";
import type { CaseFile } from "../../domain/casework/case-file.ts";
import type { RequestCase } from "../../domain/casework/request-case.ts";
import { type Instant, stockholmDate, stockholmDateTime } from "../../domain/instant.ts";
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

const timeInputs = (name: string, at: Instant | null): PageAnswers => {
  if (at === null) return {};
  const { date, time } = stockholmDateTime(at);
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  return {
    [`${name}.year`]: [year],
    [`${name}.month`]: [month],
    [`${name}.day`]: [dayOfMonth],
    [`${name}.clock`]: [time.replace(":", ".")],
  };
};

const filled = (name: string, value: string | number | null): PageAnswers =>
  value === null || value === "" ? {} : { [name]: [String(value)] };

/** The report as it is known now, to be put right. */
const startOfAmend = ({ facts, times }: BreachCase): PageAnswers => ({
  ...filled("whatHappened", facts.whatHappened),
  ...filled("description", facts.description),
  ...filled("discoveredBy", facts.discoveredBy),
  ...filled("cause", facts.cause),
  ...filled("personsAbout", facts.personsAbout),
  ...filled("measuresTaken", facts.measuresTaken),
  ...filled("stopped", facts.stopped),
  ...(facts.effect.length === 0 ? {} : { effect: facts.effect }),
  ...(facts.personGroups.length === 0 ? {} : { personGroups: facts.personGroups }),
  ...(facts.dataKinds.length === 0 ? {} : { dataKinds: facts.dataKinds }),
  ...timeInputs("occurredAt", times.occurredAt),
  ...timeInputs("detectedAt", times.detectedAt),
  ...timeInputs("awareAt", times.awareAt),
});

/** What a command's form holds before anybody has typed in it. */
export function startOf(file: CaseFile, command: string): PageAnswers {
  if (file.kind === "breach" && command === "amend") return startOfAmend(file);
  return file.kind === "request" && command === "extend" ? { letter: [extensionLetter(file)] } : {};
}

/** What stands above a command's fields, with the day it would lead to. */
export const introOf = (file: CaseFile, command: string, form: CommandForm): string | undefined =>
  file.kind === "request" && command === "extend"
    ? `Nytt datum blir ${dayInWords(requestDeadline(stockholmDate(file.receivedAt)).extendedDueOn)}. Tiden kan bara förlängas en gång.`
    : form.intro;
