import type { ComponentChildren } from "preact";
import type { Language, Text } from "../domain/language.ts";
import { addresses, slugs, stepAddress } from "./addresses.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { formId } from "./question-page.tsx";
import { Reach } from "./reach.tsx";

const words = {
  toStart: { sv: "Till startsidan", en: "To the start page" },
  startAgain: { sv: "Börja om", en: "Start again" },
  resume: { sv: "Fortsätt", en: "Continue" },
  tryAgain: { sv: "Försök igen", en: "Try again" },
  errorCode: { sv: "Felkod:", en: "Error code:" },
  notFound: { sv: "Sidan finns inte", en: "Page not found" },
  notFoundText: {
    sv: "Kontrollera adressen, eller gå till startsidan.",
    en: "Check the address, or go to the start page.",
  },
  broken: { sv: "Något gick fel hos oss", en: "Something went wrong on our side" },
  brokenText: {
    sv: "Försök igen om en stund. Om det inte går:",
    en: "Try again in a while. If that does not work:",
  },
  answersRemain: {
    sv: "Din begäran är inte skickad. Dina svar finns kvar på den här sidan.",
    en: "Your request has not been sent. Your answers are still on this page.",
  },
  busy: { sv: "Just nu är det många som använder tjänsten", en: "Many people are using the service right now" },
  busyText: {
    sv: "Vänta en minut och försök igen. Om det är bråttom:",
    en: "Wait a minute and try again. If it is urgent:",
  },
  unreadable: { sv: "Vi kunde inte läsa dina svar", en: "We could not read your answers" },
  unreadableText: {
    sv: "Sidan är för gammal eller har ändrats på vägen. Inget har skickats. Börja om, så hjälper vi dig genom frågorna igen.",
    en: "The page is too old or was changed on the way. Nothing has been sent. Start again and we will take you through the questions.",
  },
  away: { sv: "Du har varit borta ett tag", en: "You have been away for a while" },
  awayText: { sv: "Dina svar finns kvar.", en: "Your answers are still here." },
  protected: { sv: "Använd inte e-tjänsten", en: "Do not use this online service" },
  protectedText: {
    sv: "Vi hjälper dig utan att adressen syns. Vi har inte sparat något av det du har svarat.",
    en: "We will help you without showing the address. We have not kept any of your answers.",
  },
  outside: { sv: "Staden har inte de uppgifter du frågar efter", en: "The city does not hold the data you ask for" },
  outsideText: {
    sv: "Din begäran är inte skickad, och vi har inte sparat något. Vänd dig hit i stället:",
    en: "Your request has not been sent, and we have not kept anything. Turn to this body instead:",
  },
  outsideMany: {
    sv: "Din begäran är inte skickad, och vi har inte sparat något. Vänd dig till dessa i stället:",
    en: "Your request has not been sent, and we have not kept anything. Turn to these bodies instead:",
  },
  outsideWrong: {
    sv: "Stämmer det inte? Gå tillbaka och ändra dina svar, eller välj ”Jag vet inte” bland verksamheterna.",
    en: "Is this wrong? Go back and change your answers, or select “I do not know” among the services.",
  },
  changeAnswers: { sv: "Ändra mina svar", en: "Change my answers" },
  alreadySent: { sv: "Du har redan skickat en begäran härifrån", en: "You have already sent a request from here" },
  alreadySentText: {
    sv: "Den första begäran är mottagen, men svaren på den här sidan är ändrade efteråt. Vill du skicka en till? Börja om.",
    en: "The first request has been received, but the answers on this page were changed afterwards. Do you want to send another? Start again.",
  },
} satisfies Record<string, Text>;

const first = (frame: Frame): string => `${addresses.request[frame.language]}`;

interface Message extends Frame {
  readonly heading: Text;
  readonly children?: ComponentChildren;
  readonly alternate?: Text | undefined;
}

const message = ({ heading, children, alternate = addresses.start, ...frame }: Message): string =>
  htmlPage({
    ...frame,
    title: heading[frame.language],
    alternate: alternate[frame.language === "sv" ? "en" : "sv"],
    children: (
      <>
        <h1 class="govuk-heading-l">{heading[frame.language]}</h1>
        {children}
      </>
    ),
  });

const P = ({ children }: { readonly children: ComponentChildren }) => <p class="govuk-body">{children}</p>;

const ToStart = ({ language }: { readonly language: Language }) => (
  <P>
    <a class="govuk-link" href={addresses.start[language]}>
      {words.toStart[language]}
    </a>
  </P>
);

const ReachText = ({ city, language }: Frame) => (
  <P>
    <Reach contact={city.contact} language={language} />
  </P>
);

const StartAgain = (frame: Frame) => (
  <a class="govuk-button" href={first(frame)} draggable={false}>
    {words.startAgain[frame.language]}
  </a>
);

/** A button that carries the answers on to a step of the flow. */
export const CarryOn = ({
  slug,
  sealed,
  action,
  label,
  frame,
}: {
  slug: Text;
  sealed: string;
  action: string;
  label: Text;
  frame: Frame;
}) => (
  <form id={formId} method="post" action={stepAddress(slug, frame.language)} novalidate>
    <input type="hidden" name="state" value={sealed} />
    <button class="govuk-button" type="submit" name="action" value={action}>
      {label[frame.language]}
    </button>
  </form>
);

export const notFoundPage = (frame: Frame): string =>
  message({
    ...frame,
    heading: words.notFound,
    children: (
      <>
        <P>{words.notFoundText[frame.language]}</P>
        <ToStart language={frame.language} />
      </>
    ),
  });

/** Something broke here. With the sealed answers the person can send again from the page itself. */
export const brokenPage = (frame: Frame, errorCode: string, sealed?: string): string =>
  message({
    ...frame,
    heading: words.broken,
    children: (
      <>
        {sealed !== undefined && <P>{words.answersRemain[frame.language]}</P>}
        <P>
          {words.brokenText[frame.language]} <Reach contact={frame.city.contact} language={frame.language} />
        </P>
        <P>
          {words.errorCode[frame.language]} <span class="intag-nowrap">{errorCode}</span>
        </P>
        {sealed === undefined ? (
          <ToStart language={frame.language} />
        ) : (
          <CarryOn slug={slugs.check} sealed={sealed} action="send" label={words.tryAgain} frame={frame} />
        )}
      </>
    ),
  });

/** Too many at once (429, 503). */
export const busyPage = (frame: Frame): string =>
  message({
    ...frame,
    heading: words.busy,
    children: (
      <P>
        {words.busyText[frame.language]} <Reach contact={frame.city.contact} language={frame.language} />
      </P>
    ),
  });

/** The sealed answers were missing, changed or sealed with a key that is gone. */
export const unreadablePage = (frame: Frame): string =>
  message({
    ...frame,
    heading: words.unreadable,
    children: (
      <>
        <P>{words.unreadableText[frame.language]}</P>
        <StartAgain {...frame} />
      </>
    ),
  });

/** A page older than 30 days asks before it goes on. */
export const awayPage = (frame: Frame, slug: Text, sealed: string): string =>
  message({
    ...frame,
    heading: words.away,
    children: (
      <>
        <P>{words.awayText[frame.language]}</P>
        <CarryOn slug={slug} sealed={sealed} action="stay" label={words.resume} frame={frame} />
      </>
    ),
  });

/** Protected identity: the telephone and visit route, and nothing else. Nothing is kept, nothing travels on. */
export const protectedPage = (frame: Frame): string =>
  message({
    ...frame,
    heading: words.protected,
    children: (
      <>
        <ReachText {...frame} />
        <P>{words.protectedText[frame.language]}</P>
      </>
    ),
  });

/** A body outside the city, and why it is the one. */
export interface OutsideView {
  readonly name: string;
  readonly because: readonly string[];
}

/** Every body the request is about is outside the city: who they are, and that nothing was stored. */
export const outsidePage = (frame: Frame, bodies: readonly OutsideView[], sealed: string | undefined): string =>
  message({
    ...frame,
    heading: words.outside,
    children: (
      <>
        <P>{(bodies.length === 1 ? words.outsideText : words.outsideMany)[frame.language]}</P>
        <ul class="govuk-list govuk-list--bullet">
          {bodies.map(({ name, because }) => (
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
        {sealed !== undefined && (
          <>
            <P>{words.outsideWrong[frame.language]}</P>
            <CarryOn
              slug={slugs.check}
              sealed={sealed}
              action="change:services"
              label={words.changeAnswers}
              frame={frame}
            />
          </>
        )}
        <ToStart language={frame.language} />
      </>
    ),
  });

/** The same page was sent before with other answers: one key, one submission, for ever. */
export const alreadySentPage = (frame: Frame): string =>
  message({
    ...frame,
    heading: words.alreadySent,
    children: (
      <>
        <P>{words.alreadySentText[frame.language]}</P>
        <StartAgain {...frame} />
      </>
    ),
  });
