import type { BreachCase } from "../../domain/casework/breach-case.ts";
import { formatReference } from "../../domain/reference.ts";
import { type Answering, authorityAnswers, authorityQuestions } from "./authority-answers.ts";
import { BackLink, TimeTag } from "./parts.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { dayInWords, timeLeft } from "./time-words.ts";

/**
 * The answers to IMY's form in its own order, each to be copied: with a button where there is JavaScript, else by marking
 * the text.
 */
export function authorityAnswersPage(frame: StaffFrame, file: BreachCase, answering: Answering): string {
  const title = `Svar till IMY för ${formatReference(file.reference)}`;
  return staffPage({
    frame,
    title,
    place: "cases",
    before: <BackLink href={staffAddresses.case(file.reference)} label="Ärendet" />,
    children: (
      <>
        <h1 class="govuk-heading-l">
          Svar till IMY för <span class="intag-nowrap">{formatReference(file.reference)}</span>
        </h1>
        <p class="govuk-body">
          <TimeTag left={timeLeft(file.dueAt, frame.now)} />
        </p>
        <p class="govuk-body">
          Kopiera svaren till{" "}
          <a class="govuk-link" href="https://e-tjanster.imy.se/">
            IMY:s e-tjänst
          </a>
          . Det du skickar blir allmän handling hos IMY: skriv inte mer än det som behövs, och inga namn på dem som
          berörs.
        </p>
        <p class="govuk-body">
          {file.supplementDueOn === null
            ? "Anmäl även om något saknas. Komplettera inom fyra veckor."
            : `Komplettera senast ${dayInWords(file.supplementDueOn)}.`}
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={staffAddresses.authorityAnswersFile(file.reference)}>
            Ladda ner svaren som en textfil
          </a>
        </p>
        {authorityAnswers(file, answering).map(({ id, number, question, answer }) => (
          <section class="intag-answer" aria-labelledby={`question-${id}`} key={id}>
            <h2 class="govuk-heading-s" id={`question-${id}`}>
              {number === null ? question : `${number}. ${question}`}
            </h2>
            {answer === "" ? (
              <p class="govuk-hint">Ärendet har inget svar på det än. Fyll i det hos IMY om det behövs.</p>
            ) : (
              <>
                <p class="intag-answer__text" id={`answer-${id}`}>
                  {answer}
                </p>
                <button
                  class="govuk-button govuk-button--secondary"
                  type="button"
                  data-copy={`answer-${id}`}
                  data-copied="Kopierat"
                  aria-describedby={`question-${id}`}
                  hidden
                >
                  Kopiera svaret
                </button>
              </>
            )}
          </section>
        ))}
        <p class="govuk-hint">
          Frågorna följer IMY:s formulär så långt det är känt (version {authorityQuestions.version},{" "}
          {authorityQuestions.asOf}). Nummer står bara där vi är säkra på dem.
        </p>
      </>
    ),
  });
}
