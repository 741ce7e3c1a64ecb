import type { SummaryRow } from "../../forms/summary.ts";
import type { CivilDate } from "../domain/civil-date.ts";
import { dateInWords, timeInWords } from "../domain/date-in-words.ts";
import type { Instant } from "../domain/instant.ts";
import type { Text } from "../domain/language.ts";
import { formatReference, formatStatusCode } from "../domain/reference.ts";
import { addresses, receiptAddress } from "./addresses.ts";
import { type EvidenceWanted, WayToEvidence } from "./evidence-page.tsx";
import { type Frame, htmlPage } from "./layout.tsx";
import type { OutsideView } from "./message-pages.tsx";
import { SummaryList } from "./summary-list.tsx";

export interface ReceiptView {
  readonly reference: string;
  readonly statusCode: string;
  readonly receivedAt: Instant;
  readonly dueOn: CivilDate;
  readonly recipients: readonly {
    readonly name: string;
    readonly controller: string;
    readonly because: readonly string[];
  }[];
  readonly outside: readonly OutsideView[];
  /** What a person at the city decides, and the one question that would settle it. */
  readonly triage: { readonly question: string } | null;
  /** How the last day was counted. */
  readonly steps: readonly { readonly text: string; readonly date: string }[];
  readonly summary: readonly SummaryRow[];
  /** What goes on to the page where evidence is sent, where the request is for somebody else. */
  readonly evidence?: EvidenceWanted | null;
}

const words = {
  title: { sv: "Din begäran är skickad", en: "Your request has been sent" },
  number: { sv: "Ditt ärendenummer", en: "Your case number" },
  code: { sv: "Din kod", en: "Your code" },
  keep: {
    sv: "Spara ärendenumret och koden, eller skriv ut sidan. Med dem kan du se hur långt vi har kommit. Koden är hemlig och visas bara här.",
    en: "Keep the case number and the code, or print this page. With them you can see how far we have come. The code is secret and is only shown here.",
  },
  status: { sv: "Se hur långt vi har kommit", en: "Track your request" },
  received: { sv: "Mottagen", en: "Received" },
  who: { sv: "De här svarar dig", en: "Who will answer you" },
  controller: { sv: "Ansvarig:", en: "Responsible:" },
  triage: { sv: "En del behöver vi titta på", en: "There is something we need to look at" },
  triageText: {
    sv: "Stadens dataskyddsombud avgör vem som ska svara. Det ändrar inte dagen då du får svar. Det vi vill veta är:",
    en: "The city’s data protection officer decides who will answer. It does not change the day you get an answer. What we want to know is:",
  },
  outside: { sv: "Det här har staden inte", en: "What the city does not hold" },
  outsideText: { sv: "Vänd dig hit med den delen:", en: "Turn here with that part:" },
  next: { sv: "Det här händer nu", en: "What happens next" },
  step1: {
    sv: "Vi kontrollerar att begäran har kommit rätt. Om inte skickar vi den vidare. Du behöver inte göra något.",
    en: "We check that it reached the right place. If not, we forward it. You need do nothing.",
  },
  step2: {
    sv: "Vi kan behöva kontrollera vem du är. Då hör vi av oss.",
    en: "We may need to check who you are. If so we will contact you.",
  },
  step3: { sv: "Vi söker i våra register.", en: "We search our records." },
  due: { sv: "Du får svar senast", en: "You get an answer by" },
  more: {
    sv: "Behöver vi mer tid talar vi om det och varför före det datumet.",
    en: "If we need more time we will tell you, and why, before that date.",
  },
  counted: { sv: "Så räknade vi fram dagen", en: "How we counted the day" },
  answers: { sv: "Det här skickade du", en: "What you sent" },
} satisfies Record<string, Text>;

/** The receipt: reference, code, who answers and why, the last day, and what was sent. */
export const receiptPage = (frame: Frame, view: ReceiptView): string => {
  const { language } = frame;
  const say = (text: Text) => text[language];
  return htmlPage({
    ...frame,
    title: say(words.title),
    alternate: receiptAddress(language === "sv" ? "en" : "sv"),
    children: (
      <>
        <div class="govuk-panel govuk-panel--confirmation">
          <h1 class="govuk-panel__title">{say(words.title)}</h1>
          <div class="govuk-panel__body">
            {say(words.number)}
            <br />
            <strong class="intag-nowrap">{formatReference(view.reference)}</strong>
          </div>
        </div>
        <p class="govuk-body">
          {say(words.due)} <strong class="intag-nowrap">{dateInWords(view.dueOn, language)}</strong>. {say(words.more)}
        </p>
        <dl class="govuk-summary-list">
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{say(words.code)}</dt>
            <dd class="govuk-summary-list__value intag-code">{formatStatusCode(view.statusCode)}</dd>
          </div>
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{say(words.received)}</dt>
            <dd class="govuk-summary-list__value">{timeInWords(view.receivedAt, language)}</dd>
          </div>
        </dl>
        <p class="govuk-body">{say(words.keep)}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={addresses.status[language]}>
            {say(words.status)}
          </a>
        </p>
        <WayToEvidence wanted={view.evidence ?? null} language={language} />
        {view.recipients.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say(words.who)}</h2>
            <ul class="govuk-list govuk-list--spaced">
              {view.recipients.map(({ name, controller, because }) => (
                <li key={name}>
                  <strong>{name}</strong>
                  {controller !== name && (
                    <span class="intag-line">
                      {say(words.controller)} {controller}
                    </span>
                  )}
                  {because.map((reason) => (
                    <span class="intag-line" key={reason}>
                      {reason}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )}
        {view.triage !== null && (
          <>
            <h2 class="govuk-heading-m">{say(words.triage)}</h2>
            <p class="govuk-body">
              {say(words.triageText)} {view.triage.question}
            </p>
          </>
        )}
        {view.outside.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say(words.outside)}</h2>
            <p class="govuk-body">{say(words.outsideText)}</p>
            <ul class="govuk-list govuk-list--spaced">
              {view.outside.map(({ name, because }) => (
                <li key={name}>
                  <strong>{name}</strong>
                  {because.map((reason) => (
                    <span class="intag-line" key={reason}>
                      {reason}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 class="govuk-heading-m">{say(words.next)}</h2>
        <ol class="govuk-list govuk-list--number">
          <li>{say(words.step1)}</li>
          <li>{say(words.step2)}</li>
          <li>{say(words.step3)}</li>
          <li>
            {say(words.due)} {dateInWords(view.dueOn, language)}.
          </li>
        </ol>
        {view.steps.length > 0 && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{say(words.counted)}</span>
            </summary>
            <div class="govuk-details__text">
              <ol class="govuk-list govuk-list--number">
                {view.steps.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ol>
            </div>
          </details>
        )}
        {view.summary.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say(words.answers)}</h2>
            <SummaryList rows={view.summary} language={language} changeable={false} />
          </>
        )}
      </>
    ),
  });
};
