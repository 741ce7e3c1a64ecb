import { dateInWords } from "../date-in-words.ts";
import { stockholmDate } from "../instant.ts";
import type { Language, Text } from "../language.ts";
import { formatReference } from "../reference.ts";
import { remedies } from "./remedies.ts";
import type { Extension, RequestCase, RequestOutcome } from "./request-case.ts";

/** What somebody is told in writing about their request, in a letter or in their digital mailbox. */
export interface LetterToPerson {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Outcomes that are an answer to what was asked, each with the sentence that says it. */
const answers: Readonly<Partial<Record<RequestOutcome, Text>>> = {
  granted: { sv: "Du får det du bad om.", en: "You are given what you asked for." },
  "partly-granted": {
    sv: "Du får en del av det du bad om.",
    en: "You are given part of what you asked for.",
  },
  "no-data": { sv: "Vi har inga uppgifter om dig.", en: "We hold no data about you." },
  "refused-unfounded": {
    sv: "Vi säger nej, för att begäran är uppenbart ogrundad.",
    en: "We refuse, as the request is manifestly unfounded.",
  },
  "refused-excessive": {
    sv: "Vi säger nej, för att begäran är orimlig.",
    en: "We refuse, as the request is excessive.",
  },
  "refused-by-law": {
    sv: "Vi säger nej, för att lagen hindrar oss.",
    en: "We refuse, as the law does not let us.",
  },
  "identity-not-confirmed": {
    sv: "Vi kunde inte kontrollera vem du är. Därför lämnar vi inte ut några uppgifter. Du kan skicka en ny begäran.",
    en: "We could not check who you are. We therefore hand out no data. You can send a new request.",
  },
};

/** Art. 12.3: the two grounds the law knows for a later day. */
const grounds: Readonly<Record<Extension["reason"], Text>> = {
  complex: { sv: "Det beror på att din begäran är komplicerad.", en: "This is because your request is complex." },
  "many-requests": {
    sv: "Det beror på att vi har fått många begäranden att svara på.",
    en: "This is because we have received many requests to answer.",
  },
};

const words = {
  answer: { sv: "Svar på din begäran", en: "Answer to your request" },
  received: { sv: "Vi tog emot din begäran den", en: "We received your request on" },
  moreTime: { sv: "Vi behöver mer tid för din begäran", en: "We need more time for your request" },
  promised: { sv: "Du skulle ha fått svar senast den", en: "You would have had an answer by" },
  now: { sv: "Nu får du svar senast den", en: "You now get an answer by" },
  missing: {
    sv: "Saknas något i svaret? Hör av dig med ärendenumret och säg vad som saknas, så öppnar vi ärendet igen.",
    en: "Is anything missing in the answer? Contact us with the case number and say what, and we will reopen the case.",
  },
} satisfies Record<string, Text>;

/**
 * What the person is to be told as the case stands: the answer, or else that it takes longer (art. 12.3–4). Undefined while
 * there is nothing to tell. An officer's explanation comes as it was written.
 */
export function letterToPerson(
  { submission, receivedAt, originalDueOn, dueOn, closing, extension }: RequestCase,
  language: Language,
): LetterToPerson | undefined {
  const say = (text: Text) => text[language];
  const day = (on: typeof dueOn) => dateInWords(on, language);
  const reference = formatReference(submission);
  const received = `${say(words.received)} ${day(stockholmDate(receivedAt))}.`;
  if (closing !== null) {
    const answer = answers[closing.outcome];
    if (answer === undefined) return undefined;
    const remedy = closing.remedies.map((each) => say(remedies[each]));
    return {
      heading: `${say(words.answer)} ${reference}`,
      paragraphs: [
        received,
        say(answer),
        ...(closing.explanation === null ? [] : [closing.explanation]),
        say(words.missing),
        ...(remedy.length === 0 ? [say(remedies.imy)] : remedy),
      ],
    };
  }
  if (extension === null) return undefined;
  return {
    heading: `${say(words.moreTime)} ${reference}`,
    paragraphs: [
      `${received} ${say(words.promised)} ${day(originalDueOn)}. ${say(words.now)} ${day(dueOn)}.`,
      say(grounds[extension.reason]),
      extension.explanation,
      say(remedies.imy),
    ],
  };
}
