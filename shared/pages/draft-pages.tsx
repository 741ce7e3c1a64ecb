import type { CivilDate } from "../domain/civil-date.ts";
import { dateInWords } from "../domain/date-in-words.ts";
import type { Language, Text } from "../domain/language.ts";
import { formatStatusCode } from "../domain/reference.ts";
import { addresses, stepAddress } from "./addresses.ts";
import { ErrorSummary, errorOf, type InputError, TextInput } from "./fields.tsx";
import { type Frame, htmlPage } from "./layout.tsx";
import { CarryOn } from "./message-pages.tsx";
import { formId } from "./question-page.tsx";
import { Reach } from "./reach.tsx";

const words = {
  errorTitle: { sv: "Fel:", en: "Error:" },
  saved: { sv: "Vi har sparat dina svar", en: "We have saved your answers" },
  until: { sv: "till", en: "until" },
  notSent: {
    sv: "Din begäran är inte skickad än. Svarstiden börjar när du skickar den.",
    en: "Your request has not been sent yet. The time to answer begins when you send it.",
  },
  code: { sv: "Din kod", en: "Your code" },
  keep: {
    sv: "Skriv upp koden eller skriv ut sidan. Koden är hemlig och visas bara här. Utan den kan ingen läsa dina svar, inte vi heller, och då får du börja om.",
    en: "Write the code down or print this page. The code is secret and is only shown here. Nobody can read your answers without it, and neither can we; you would then have to start again.",
  },
  how: { sv: "Så här fortsätter du", en: "How to continue" },
  howTo: {
    sv: "Du kan fortsätta i vilken telefon eller dator du vill. Välj ”Fortsätt på en begäran du har sparat” på startsidan och skriv koden.",
    en: "You can continue on any phone or computer. Choose “Continue a saved request” on the start page and enter the code.",
  },
  again: {
    sv: "Sparar du en gång till får du en ny kod.",
    en: "If you save again you get a new code.",
  },
  gone: { sv: "Sedan tar vi bort dem.", en: "Then we delete them." },
  goOn: { sv: "Fortsätt nu", en: "Continue now" },
  lookup: { sv: "Fortsätt på en begäran du har sparat", en: "Continue a saved request" },
  lookupText: {
    sv: "Skriv koden som du fick när du sparade dina svar.",
    en: "Enter the code that you got when you saved your answers.",
  },
  lookupCode: { sv: "Kod", en: "Code" },
  codeHint: { sv: "26 tecken. Bindestreck och mellanslag går bra.", en: "26 characters. Hyphens and spaces are fine." },
  next: { sv: "Fortsätt", en: "Continue" },
  notFound: {
    sv: "Vi hittar inga sparade svar med den koden. Kontrollera koden. Är det mer än 14 dagar sedan du sparade har vi tagit bort svaren.",
    en: "We cannot find any saved answers with that code. Check the code. If you saved more than 14 days ago, we have deleted the answers.",
  },
  lost: { sv: "Har du tappat bort koden?", en: "Have you lost the code?" },
  lostText: {
    sv: "Då kan vi inte ta fram dina svar, för bara du har koden. Du kan börja om, eller få hjälp:",
    en: "Then we cannot bring your answers back, since only you have the code. You can start again, or get help:",
  },
  startAgain: { sv: "Börja om", en: "Start again" },
  here: { sv: "Dina svar finns kvar", en: "Your answers are still here" },
  hereText: { sv: "Vi har dem sparade till", en: "We keep them until" },
  notSaved: { sv: "Vi kunde inte spara dina svar", en: "We could not save your answers" },
  notSavedText: {
    sv: "Något gick fel hos oss. Dina svar finns kvar på den här sidan. Försök igen om en stund.",
    en: "Something went wrong on our side. Your answers are still on this page. Try again in a while.",
  },
  errorCode: { sv: "Felkod:", en: "Error code:" },
  tryAgain: { sv: "Försök igen", en: "Try again" },
} satisfies Record<string, Text>;

const other: Readonly<Record<Language, Language>> = { sv: "en", en: "sv" };

/** What a page of saved answers needs: their seal, and the step they go on to. */
interface Carried extends Frame {
  readonly sealed: string;
  readonly slug: Text;
}

/** The answers are saved: the code, shown this once, and the last day. */
export function savedPage({ sealed, slug, ...frame }: Carried, code: string, lastOn: CivilDate): string {
  const { language } = frame;
  const say = (text: Text) => text[language];
  const day = dateInWords(lastOn, language);
  return htmlPage({
    ...frame,
    title: say(words.saved),
    // The code is on no other page, so the way to the other language goes on without it.
    alternate: { form: formId, action: stepAddress(slug, other[language]) },
    children: (
      <>
        <div class="govuk-panel govuk-panel--confirmation">
          <h1 class="govuk-panel__title">{say(words.saved)}</h1>
          <div class="govuk-panel__body">
            {say(words.until)} <strong class="intag-nowrap">{day}</strong>. {say(words.gone)}
          </div>
        </div>
        <p class="govuk-body">{say(words.notSent)}</p>
        <dl class="govuk-summary-list">
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{say(words.code)}</dt>
            <dd class="govuk-summary-list__value intag-code">{formatStatusCode(code)}</dd>
          </div>
        </dl>
        <p class="govuk-body">{say(words.keep)}</p>
        <h2 class="govuk-heading-m">{say(words.how)}</h2>
        <p class="govuk-body">{say(words.howTo)}</p>
        <p class="govuk-body">{say(words.again)}</p>
        <CarryOn slug={slug} sealed={sealed} action="stay" label={words.goOn} frame={frame} />
      </>
    ),
  });
}

/** The answers could not be saved; they stay in the page, which can try again. */
export function notSavedPage({ sealed, slug, ...frame }: Carried, errorCode: string): string {
  const { language } = frame;
  return htmlPage({
    ...frame,
    title: words.notSaved[language],
    alternate: { form: formId, action: stepAddress(slug, other[language]) },
    children: (
      <>
        <h1 class="govuk-heading-l">{words.notSaved[language]}</h1>
        <p class="govuk-body">{words.notSavedText[language]}</p>
        <p class="govuk-body">
          {words.errorCode[language]} <span class="intag-nowrap">{errorCode}</span>
        </p>
        <CarryOn slug={slug} sealed={sealed} action="save" label={words.tryAgain} frame={frame} />
      </>
    ),
  });
}

/** Where the code is asked for. `notFound` is the one answer to a code that opens nothing, whatever the reason. */
export function continuePage(frame: Frame, notFound = false): string {
  const { language, city } = frame;
  const say = (text: Text) => text[language];
  const errors: readonly InputError[] = notFound ? [{ input: "code", message: say(words.notFound) }] : [];
  return htmlPage({
    ...frame,
    title: notFound ? `${say(words.errorTitle)} ${say(words.lookup)}` : say(words.lookup),
    alternate: addresses.saved[other[language]],
    children: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <h1 class="govuk-heading-l">{say(words.lookup)}</h1>
        <p class="govuk-body">{say(words.lookupText)}</p>
        <form method="post" action={addresses.saved[language]} novalidate>
          <TextInput
            id="code"
            name="code"
            language={language}
            label={say(words.lookupCode)}
            hint={say(words.codeHint)}
            error={errorOf(errors, "code")}
            autocomplete="off"
            value=""
          />
          <button class="govuk-button" type="submit">
            {say(words.next)}
          </button>
        </form>
        <h2 class="govuk-heading-m">{say(words.lost)}</h2>
        <p class="govuk-body">
          {say(words.lostText)} <Reach contact={city.contact} language={language} />
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={addresses.request[language]}>
            {say(words.startAgain)}
          </a>
        </p>
      </>
    ),
  });
}

/** The code was right: the answers are there, and the button goes on where the person stopped. */
export function foundPage({ sealed, slug, ...frame }: Carried, lastOn: CivilDate): string {
  const { language } = frame;
  return htmlPage({
    ...frame,
    title: words.here[language],
    alternate: { form: formId, action: stepAddress(slug, other[language]) },
    children: (
      <>
        <h1 class="govuk-heading-l">{words.here[language]}</h1>
        <p class="govuk-body">
          {words.hereText[language]} <strong class="intag-nowrap">{dateInWords(lastOn, language)}</strong>.{" "}
          {words.gone[language]}
        </p>
        <p class="govuk-body">{words.notSent[language]}</p>
        <CarryOn slug={slug} sealed={sealed} action="stay" label={words.next} frame={frame} />
      </>
    ),
  });
}
