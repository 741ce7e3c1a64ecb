import type { RequestStatus } from "../domain/case.ts";
import type { Remedy } from "../domain/casework/remedies.ts";
import { answeringOutcomes, type Extension, type RequestOutcome } from "../domain/casework/request-case.ts";
import { type CivilDate, daysBetween } from "../domain/civil-date.ts";
import { dateInWords, timeInWords } from "../domain/date-in-words.ts";
import type { Instant } from "../domain/instant.ts";
import type { Language, Text } from "../domain/language.ts";
import { formatReference } from "../domain/reference.ts";
import { addresses, afterIdentifying } from "./addresses.ts";
import { type EvidenceWanted, WayToEvidence } from "./evidence-page.tsx";
import { ErrorSummary, errorOf, type InputError, TextInput } from "./fields.tsx";
import { type Frame, htmlPage } from "./layout.tsx";
import { Reach } from "./reach.tsx";
import { AfterTheAnswer, MoreTime, nextSteps, OpenedAgain, Overdue, outcomes } from "./status-parts.tsx";

/** Where a request stands, as `POST request-status` answers it. */
export interface StatusView {
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly dueOn: CivilDate;
  readonly originalDueOn: CivilDate;
  readonly cases: readonly {
    readonly unit: string | null;
    readonly name: string;
    readonly status: RequestStatus;
    readonly dueOn: CivilDate;
    readonly outcome?: RequestOutcome;
    readonly extendedFor?: Extension["reason"];
    readonly reopenedAt?: Instant;
  }[];
  /** Where one can complain of the answers there are so far. */
  readonly remedies: readonly Remedy[];
  readonly timeline: readonly { readonly at: Instant; readonly text: string }[];
  /** What goes on to the answer's own page, where there is an answer to fetch. */
  readonly answerPass?: string | null;
  /** What goes on to the page where evidence is sent, where the request is for somebody else. */
  readonly evidence?: EvidenceWanted | null;
}

const statuses: Readonly<Record<RequestStatus, Text>> = {
  triage: { sv: "Vi avgör vem som ska svara", en: "We are deciding who will answer" },
  received: { sv: "Mottagen", en: "Received" },
  identity: { sv: "Vi kontrollerar vem du är", en: "We are checking your identity" },
  searching: { sv: "Vi söker i registren", en: "We are searching our records" },
  reviewing: { sv: "Vi granskar svaret", en: "We are reviewing the answer" },
  closed: { sv: "Klar", en: "Done" },
};

const words = {
  lookup: { sv: "Se hur långt vi har kommit", en: "Track your request" },
  lookupText: {
    sv: "Skriv ärendenumret och koden som du fick när du skickade din begäran.",
    en: "Enter the case number and the code that you got when you sent your request.",
  },
  reference: { sv: "Ärendenummer", en: "Case number" },
  referenceHint: {
    sv: "13 tecken. Bindestreck och mellanslag går bra.",
    en: "13 characters. Hyphens and spaces are fine.",
  },
  code: { sv: "Kod", en: "Code" },
  codeHint: { sv: "26 tecken. Bindestreck och mellanslag går bra.", en: "26 characters. Hyphens and spaces are fine." },
  show: { sv: "Visa", en: "Show" },
  notFound: {
    sv: "Vi hittar inget ärende med det numret och den koden. Kontrollera båda.",
    en: "We cannot find a case with that number and that code. Check both.",
  },
  lost: { sv: "Har du tappat bort koden?", en: "Have you lost the code?" },
  errorTitle: { sv: "Fel:", en: "Error:" },
  heading: { sv: "Din begäran", en: "Your request" },
  received: { sv: "Mottagen", en: "Received" },
  due: { sv: "Du får svar senast", en: "You get an answer by" },
  wasDue: { sv: "Du skulle ha fått svar senast", en: "You should have had an answer by" },
  opening: {
    sv: "Vi har tagit emot din begäran och fördelar den nu.",
    en: "We have received your request and are now passing it to those who will answer.",
  },
  undecided: { sv: "Stadens dataskyddsombud", en: "The city’s data protection officer" },
  who: { sv: "De här svarar dig", en: "Who will answer you" },
  ending: { sv: "Så här gick det", en: "How it ended" },
  state: { sv: "Läge:", en: "Status:" },
  outcome: { sv: "Svar:", en: "Answer:" },
  dueCase: { sv: "Svar senast", en: "Answer by" },
  next: { sv: "Nästa steg:", en: "Next step:" },
  done: { sv: "Din begäran är besvarad.", en: "Your request has been answered." },
  ended: { sv: "Din begäran är avslutad.", en: "Your request has been closed." },
  fetchText: {
    sv: "Svaret finns här. Du hämtar det med e-legitimation.",
    en: "The answer is here. You fetch it with an eID.",
  },
  fetchOne: {
    sv: "Ett av svaren finns redan här. Du hämtar det med e-legitimation.",
    en: "One of the answers is already here. You fetch it with an eID.",
  },
  fetch: { sv: "Hämta svaret", en: "Fetch the answer" },
  timeline: { sv: "Det här har hänt", en: "What has happened" },
  questions: { sv: "Har du frågor?", en: "Do you have questions?" },
} satisfies Record<string, Text>;

const daysLeft: Readonly<Record<Language, (days: number) => string>> = {
  sv: (days) => (days > 1 ? `Det är ${days} dagar kvar.` : days === 1 ? "Det är 1 dag kvar." : "Det är i dag."),
  en: (days) => (days > 1 ? `There are ${days} days left.` : days === 1 ? "There is 1 day left." : "That is today."),
};

const titleOf = (title: string, errors: readonly InputError[], language: Language): string =>
  errors.length === 0 ? title : `${words.errorTitle[language]} ${title}`;

/** The form for number and code. `notFound` is the one answer to anything that does not open a case; nothing typed comes back. */
export const statusLookupPage = (frame: Frame, notFound = false): string => {
  const { language, city } = frame;
  const say = (text: Text) => text[language];
  const errors = notFound ? [{ input: "reference", message: say(words.notFound) }] : [];
  return htmlPage({
    ...frame,
    title: titleOf(say(words.lookup), errors, language),
    alternate: addresses.status[language === "sv" ? "en" : "sv"],
    children: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <h1 class="govuk-heading-l">{say(words.lookup)}</h1>
        <p class="govuk-body">{say(words.lookupText)}</p>
        <form method="post" action={addresses.status[language]} novalidate>
          <TextInput
            id="reference"
            name="reference"
            language={language}
            label={say(words.reference)}
            hint={say(words.referenceHint)}
            error={errorOf(errors, "reference")}
            autocomplete="off"
            width="20"
            value=""
          />
          <TextInput
            id="statusCode"
            name="statusCode"
            language={language}
            label={say(words.code)}
            hint={say(words.codeHint)}
            autocomplete="off"
            value=""
          />
          <button class="govuk-button" type="submit">
            {say(words.show)}
          </button>
        </form>
        <h2 class="govuk-heading-m">{say(words.lost)}</h2>
        <p class="govuk-body">
          <Reach contact={city.contact} language={language} />
        </p>
      </>
    ),
  });
};

const CaseItem = ({
  kase,
  language,
  today,
}: {
  readonly kase: StatusView["cases"][number];
  readonly language: Language;
  readonly today: CivilDate;
}) => (
  <li>
    <strong>{kase.unit === null ? words.undecided[language] : kase.name}</strong>
    <span class="intag-line">
      {words.state[language]} {statuses[kase.status][language]}
    </span>
    {kase.outcome !== undefined && (
      <span class="intag-line">
        {words.outcome[language]} {outcomes[kase.outcome][language]}
      </span>
    )}
    {kase.status !== "closed" && (
      <>
        <span class="intag-line">
          {words.next[language]} {nextSteps[kase.status][language]}
        </span>
        {(kase.dueOn >= today || kase.reopenedAt === undefined) && (
          <span class="intag-line">
            {words.dueCase[language]} {dateInWords(kase.dueOn, language)}
          </span>
        )}
      </>
    )}
  </li>
);

/** How far the city has come: the last day, each case, and what has happened. `today` is the local day. */
export const statusPage = (frame: Frame, view: StatusView, today: CivilDate): string => {
  const { language, city } = frame;
  const say = (text: Text) => text[language];
  const open = view.cases.filter(({ status }) => status !== "closed");
  const isDone = view.cases.length > 0 && open.length === 0;
  const isAnswered = view.cases.some(
    ({ status, outcome }) => status === "closed" && answeringOutcomes.includes(outcome ?? "granted"),
  );
  const reopenedAt = open
    .flatMap((kase) => kase.reopenedAt ?? [])
    .toSorted()
    .at(-1);
  // Whose case had ended and was opened again is not told that the first day has gone.
  const isLate = view.dueOn < today && !(open.length > 0 && open.every((kase) => kase.reopenedAt !== undefined));
  return htmlPage({
    ...frame,
    title: say(words.heading),
    alternate: addresses.status[language === "sv" ? "en" : "sv"],
    children: (
      <>
        <span class="govuk-caption-l intag-nowrap">{formatReference(view.reference)}</span>
        <h1 class="govuk-heading-l">{say(words.heading)}</h1>
        {isDone && <p class="govuk-body">{say(isAnswered ? words.done : words.ended)}</p>}
        {!isDone && (view.dueOn >= today || isLate) && (
          <p class="govuk-body">
            {say(isLate ? words.wasDue : words.due)}{" "}
            <strong class="intag-nowrap">{dateInWords(view.dueOn, language)}</strong>.{" "}
            {!isLate && daysLeft[language](daysBetween(today, view.dueOn))}
          </p>
        )}
        {!isDone && view.dueOn > view.originalDueOn && (
          <MoreTime
            language={language}
            from={view.originalDueOn}
            to={view.dueOn}
            because={[...new Set(view.cases.flatMap(({ extendedFor }) => extendedFor ?? []))]}
          />
        )}
        {!isDone && isLate && <Overdue language={language} />}
        {reopenedAt !== undefined && <OpenedAgain language={language} at={reopenedAt} />}
        {(view.answerPass ?? null) !== null && (
          <form method="post" action={afterIdentifying("answer", language)}>
            <input type="hidden" name="pass" value={view.answerPass ?? ""} />
            <p class="govuk-body">{say(isDone ? words.fetchText : words.fetchOne)}</p>
            <button class="govuk-button" type="submit">
              {say(words.fetch)}
            </button>
          </form>
        )}
        <WayToEvidence wanted={view.evidence ?? null} language={language} />
        {view.cases.length === 0 ? (
          <p class="govuk-body">{say(words.opening)}</p>
        ) : (
          <>
            <h2 class="govuk-heading-m">{say(isDone ? words.ending : words.who)}</h2>
            <ul class="govuk-list govuk-list--spaced">
              {view.cases.map((kase) => (
                <CaseItem key={`${kase.unit} ${kase.status}`} kase={kase} language={language} today={today} />
              ))}
            </ul>
          </>
        )}
        {view.timeline.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say(words.timeline)}</h2>
            <ol class="govuk-list govuk-list--spaced">
              {view.timeline.map(({ at, text }) => (
                <li key={`${at} ${text}`}>
                  <strong>{timeInWords(at, language)}</strong>
                  <span class="intag-line">{text}</span>
                </li>
              ))}
            </ol>
          </>
        )}
        {view.cases.some(({ status }) => status === "closed") && (
          <AfterTheAnswer language={language} contact={city.contact} open={view.remedies} isAnswered={isAnswered} />
        )}
        <h2 class="govuk-heading-m">{say(words.questions)}</h2>
        <p class="govuk-body">
          <Reach contact={city.contact} language={language} />
        </p>
      </>
    ),
  });
};
