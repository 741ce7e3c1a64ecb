import type { RequestStatus } from "../domain/case.ts";
import { type Remedy, remedies } from "../domain/casework/remedies.ts";
import type { Extension, RequestOutcome } from "../domain/casework/request-case.ts";
import type { CityContact } from "../domain/city.ts";
import type { CivilDate } from "../domain/civil-date.ts";
import { dateInWords } from "../domain/date-in-words.ts";
import { type Instant, stockholmDate } from "../domain/instant.ts";
import type { Language, Text } from "../domain/language.ts";
import { addresses } from "./addresses.ts";
import { Reach } from "./reach.tsx";

/** What comes after where a case stands, and whether the person has anything to do. */
export const nextSteps: Readonly<Record<Exclude<RequestStatus, "closed">, Text>> = {
  triage: {
    sv: "Den som ska svara får din begäran. Du behöver inte göra något. Vi hör av oss om vi behöver fråga dig.",
    en: "Those who will answer get your request. You need do nothing. We will contact you if we need to ask you.",
  },
  received: {
    sv: "Vi söker i våra register. Behöver vi kontrollera vem du är hör vi av oss först.",
    en: "We search our records. If we need to check who you are we will contact you first.",
  },
  identity: {
    sv: "Du behöver visa vem du är. Vi skriver till dig om hur du gör. Sedan söker vi i våra register.",
    en: "You need to show who you are. We write to you about how to do it. Then we search our records.",
  },
  searching: {
    sv: "Vi granskar svaret, så att du inte får någon annans uppgifter. Du behöver inte göra något.",
    en: "We review the answer, so that you do not get anybody else’s data. You need do nothing.",
  },
  reviewing: {
    sv: "Vi skickar svaret på det sätt du har valt. Du behöver inte göra något.",
    en: "We send the answer in the way you have chosen. You need do nothing.",
  },
};

/** How a case ended. */
export const outcomes: Readonly<Record<RequestOutcome, Text>> = {
  granted: { sv: "Du har fått det du bad om.", en: "You have been given what you asked for." },
  "partly-granted": {
    sv: "Du har fått en del av det du bad om. I beslutet står varför, och hur du överklagar.",
    en: "You have been given part of what you asked for. The decision says why, and how to appeal.",
  },
  "no-data": { sv: "Vi har inga uppgifter om dig.", en: "We hold no data about you." },
  "refused-unfounded": {
    sv: "Vi har sagt nej, för att begäran är uppenbart ogrundad. I beslutet står hur du överklagar.",
    en: "We have refused, as the request is manifestly unfounded. The decision says how to appeal.",
  },
  "refused-excessive": {
    sv: "Vi har sagt nej, för att begäran är orimlig. I beslutet står varför, och hur du överklagar.",
    en: "We have refused, as the request is excessive. The decision says why, and how to appeal.",
  },
  "refused-by-law": {
    sv: "Vi har sagt nej, för att lagen hindrar oss. I beslutet står varför, och hur du överklagar.",
    en: "We have refused, as the law does not let us. The decision says why, and how to appeal.",
  },
  "identity-not-confirmed": {
    sv: "Vi kunde inte kontrollera vem du är. Du kan skicka en ny begäran.",
    en: "We could not check who you are. You can send a new request.",
  },
  referred: { sv: "Vi har hänvisat dig till den som kan svara.", en: "We have referred you to those who can answer." },
  withdrawn: { sv: "Du tog tillbaka din begäran.", en: "You withdrew your request." },
  duplicate: { sv: "Du får svar i ett annat av dina ärenden.", en: "You get the answer in another case of yours." },
  reclassified: {
    sv: "Det du bad om hanteras enligt en annan lag.",
    en: "What you asked for is handled under another law.",
  },
};

const words = {
  moreTime: { sv: "Vi behöver mer tid", en: "We need more time" },
  because: { sv: "Det beror på att", en: "This is because" },
  promised: { sv: "Först skulle du ha fått svar senast", en: "You would first have had an answer by" },
  now: { sv: "Nu får du svar senast", en: "You now get an answer by" },
  overdue: {
    sv: "Vi är sena med svaret. Hör av dig, så tar vi reda på varför. Du kan också klaga hos Integritetsskyddsmyndigheten, IMY (www.imy.se).",
    en: "We are late with the answer. Contact us and we will find out why. You can also complain to the Swedish Authority for Privacy Protection, IMY (www.imy.se).",
  },
  again: { sv: "Vi har öppnat ditt ärende igen", en: "We have reopened your case" },
  againText: {
    sv: "Vi går igenom det på nytt och svarar dig så snart vi är klara.",
    en: "We are going through it again and will answer you as soon as we have finished.",
  },
  missing: { sv: "Saknas något i svaret?", en: "Is anything missing in the answer?" },
  missingText: {
    sv: "Hör av dig och säg ärendenumret och vad som saknas. Då öppnar vi ärendet igen. Du behöver inte skicka en ny begäran.",
    en: "Contact us with the case number and say what is missing. We will then reopen the case. You need not send a new request.",
  },
  wrong: { sv: "Blev det fel?", en: "Is this a mistake?" },
  wrongText: {
    sv: "Hör av dig och säg ärendenumret. Då kan vi öppna ärendet igen.",
    en: "Contact us with the case number. We can then reopen the case.",
  },
  missingOnline: {
    sv: "Vill du hellre skriva? Klaga till dataskyddsombudet i e-tjänsten: välj ”Klaga på hur ni hanterar mina uppgifter” och skriv ärendenumret.",
    en: "Would you rather write? Complain to the data protection officer in the online service: choose “Complain about how you handle my data” and give the case number.",
  },
  write: { sv: "Skriv till dataskyddsombudet", en: "Write to the data protection officer" },
  complain: { sv: "Är du inte nöjd?", en: "Are you not satisfied?" },
} satisfies Record<string, Text>;

/** Art. 12.3: the two grounds the law knows for a later day. */
const reasons: Readonly<Record<Extension["reason"], Text>> = {
  complex: { sv: "din begäran är komplicerad.", en: "your request is complex." },
  "many-requests": {
    sv: "vi har fått många begäranden att svara på.",
    en: "we have received many requests to answer.",
  },
};

/** Why the day moved, from which and to which. */
export const MoreTime = ({
  language,
  from,
  to,
  because,
}: {
  readonly language: Language;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly because: readonly Extension["reason"][];
}) => (
  <div class="govuk-inset-text">
    <p class="govuk-body">
      <strong>{words.moreTime[language]}.</strong>{" "}
      {because.map((reason) => `${words.because[language]} ${reasons[reason][language]} `)}
    </p>
    <p class="govuk-body">
      {words.promised[language]} {dateInWords(from, language)}. {words.now[language]} {dateInWords(to, language)}.{" "}
      {remedies.imy[language]}
    </p>
  </div>
);

/** The case had ended, and an answer is to come: the first was incomplete or wrong, or there was none. */
export const OpenedAgain = ({ language, at }: { readonly language: Language; readonly at: Instant }) => (
  <div class="govuk-inset-text">
    <p class="govuk-body">
      <strong>
        {words.again[language]} ({dateInWords(stockholmDate(at), language)}).
      </strong>{" "}
      {words.againText[language]}
    </p>
    <p class="govuk-body">{remedies.imy[language]}</p>
  </div>
);

export const Overdue = ({ language }: { readonly language: Language }) => (
  <p class="govuk-inset-text">{words.overdue[language]}</p>
);

/** What somebody can do who got less than they asked for: the case again, the officer, and where to complain. */
export const AfterTheAnswer = ({
  language,
  contact,
  open,
  isAnswered,
}: {
  readonly language: Language;
  readonly contact: CityContact;
  readonly open: readonly Remedy[];
  readonly isAnswered: boolean;
}) => (
  <>
    <h2 class="govuk-heading-m">{words[isAnswered ? "missing" : "wrong"][language]}</h2>
    <p class="govuk-body">
      {words[isAnswered ? "missingText" : "wrongText"][language]} <Reach contact={contact} language={language} />
    </p>
    <p class="govuk-body">
      {words.missingOnline[language]}{" "}
      <a class="govuk-link" href={addresses.request[language]}>
        {words.write[language]}
      </a>
    </p>
    <h2 class="govuk-heading-m">{words.complain[language]}</h2>
    <ul class="govuk-list govuk-list--bullet">
      {open.map((remedy) => (
        <li key={remedy}>{remedies[remedy][language]}</li>
      ))}
    </ul>
  </>
);
