import type { ComponentChildren } from "preact";
import { type Instant, stockholmDate } from "../../domain/instant.ts";
import type { Assets, ShownCity } from "../layout.tsx";
import { Header, SkipLink, wholePage } from "../layout.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { dayInWords } from "./time-words.ts";

const message = (frame: StaffFrame, heading: string, children: ComponentChildren): string =>
  staffPage({
    frame,
    title: heading,
    children: (
      <>
        <h1 class="govuk-heading-l">{heading}</h1>
        {children}
      </>
    ),
  });

const P = ({ children }: { readonly children: ComponentChildren }) => <p class="govuk-body">{children}</p>;

const ToCases = () => (
  <P>
    <a class="govuk-link" href={staffAddresses.start}>
      Till startsidan
    </a>
  </P>
);

/** A case that is not there, and one that is not this person's to see: the same page for both, to the byte. */
export const staffNotFoundPage = (frame: StaffFrame): string =>
  message(
    frame,
    "Sidan finns inte",
    <>
      <P>Kontrollera adressen eller ärendenumret. Ärendet kan också finnas hos en annan nämnd.</P>
      <ToCases />
    </>,
  );

/** A case whose content has been removed, to somebody who could see it. */
export const staffDisposedPage = (frame: StaffFrame, { disposedAt }: { readonly disposedAt: Instant }): string =>
  message(
    frame,
    "Ärendet är gallrat",
    <>
      <P>
        Innehållet togs bort {dayInWords(stockholmDate(disposedAt))} enligt stadens beslut om gallring. Det går inte att
        få fram igen.
      </P>
      <P>Ärendet räknas fortfarande i statistiken.</P>
      <ToCases />
    </>,
  );

/** Something that this role may not do at all. */
export const staffForbiddenPage = (frame: StaffFrame): string =>
  message(
    frame,
    "Det här ingår inte i din roll",
    <>
      <P>Behöver du det i ditt arbete? Prata med din chef eller dataskyddsombudet.</P>
      <ToCases />
    </>,
  );

/** The form came from a page that was not shown to this person, or was shown too long ago. Nothing was done. */
export const staffUnreadablePage = (frame: StaffFrame): string =>
  message(
    frame,
    "Vi kunde inte läsa det du skickade",
    <>
      <P>
        Sidan är för gammal eller har ändrats på vägen. Inget är sparat. Gå tillbaka, läs in sidan på nytt och försök
        igen.
      </P>
      <ToCases />
    </>,
  );

/** Something broke on our side. */
export const staffBrokenPage = (frame: StaffFrame, errorCode: string): string =>
  message(
    frame,
    "Något gick fel hos oss",
    <>
      <P>Gå tillbaka och försök igen om en stund.</P>
      <P>
        Felkod: <span class="intag-nowrap">{errorCode}</span>
      </P>
    </>,
  );

/** Something we depend on does not answer; nothing is shown or done until it does. */
export const staffWaitPage = (frame: StaffFrame): string =>
  message(
    frame,
    "Tjänsten svarar inte just nu",
    <>
      <P>Vänta en stund och läs in sidan igen. Det som är sparat finns kvar.</P>
      <P>Är det bråttom, till exempel vid en personuppgiftsincident: ring dataskyddsombudet.</P>
    </>,
  );

/** The form has been sent before with other answers: one form, one case. */
export const staffAlreadySentPage = (frame: StaffFrame): string =>
  message(
    frame,
    "Du har redan skickat det här",
    <>
      <P>Det du skickade först gäller. Vill du ändra eller lägga till något? Skriv det i ärendet.</P>
      <P>
        <a class="govuk-link" href={staffAddresses.cases}>
          Till ärendena
        </a>
      </P>
    </>,
  );

/** Somebody who belongs to no unit of the city's cannot ask on behalf of one. */
export const noUnitPage = (frame: StaffFrame): string =>
  message(
    frame,
    "Du hör inte till någon nämnd här",
    <>
      <P>En fråga ställs för en nämnd eller ett bolag. Be din chef att lägga till din enhet i behörigheten.</P>
      <ToCases />
    </>,
  );

/** A request about nothing that the city holds: who to turn to. Nothing has been registered. */
export const outsidePage = (
  frame: StaffFrame,
  bodies: readonly { readonly id: string; readonly name: string; readonly because: readonly string[] }[],
): string =>
  message(
    frame,
    "Staden har inte de uppgifterna",
    <>
      <P>Vi har inte registrerat begäran. Hänvisa personen till:</P>
      <ul class="govuk-list govuk-list--bullet">
        {bodies.map(({ id, name, because }) => (
          <li key={id}>
            {name}
            {because.map((reason) => (
              <span class="intag-line" key={reason}>
                {reason}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <ToCases />
    </>,
  );

/** Why something that was sent has not been done, though nothing was wrong with it. */
export type NotDone = "signed-out" | "signed-in-anew" | "failed";

const notDone: Readonly<Record<NotDone, { readonly heading: string; readonly text: string; readonly again: string }>> =
  {
    "signed-out": {
      heading: "Du behöver logga in igen",
      text: "Det du skrev finns kvar på den här sidan, men är inte sparat. Logga in i en ny flik. Kom sedan tillbaka hit och skicka.",
      again: "Jag har loggat in, skicka det jag skrev",
    },
    "signed-in-anew": {
      heading: "Vill du skicka det du skrev?",
      text: "Du har loggat in på nytt sedan du öppnade sidan. Kontrollera att det är du som står som inloggad.",
      again: "Skicka det jag skrev",
    },
    failed: {
      heading: "Något gick fel hos oss",
      text: "Det du skrev finns kvar på den här sidan, men vi vet inte om det blev sparat. Vänta en stund och försök igen. Det sparas inte två gånger.",
      again: "Försök igen",
    },
  };

/** What somebody sent, to be sent again. Every field is kept but the proof of who was shown the form. */
export interface Kept {
  readonly action: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

const SendAgain = ({
  why,
  kept,
  csrf,
}: {
  readonly why: NotDone;
  readonly kept: Kept;
  readonly csrf: string | null;
}) => (
  <form method="post" action={kept.action} data-send-once>
    {csrf !== null && <input type="hidden" name="csrf" value={csrf} />}
    {[...kept.fields]
      .filter(([name]) => name !== "csrf")
      .flatMap(([name, values]) =>
        values.map((value, index) => (
          // A field may come twice with the same value: its place is its only name.
          <input type="hidden" name={name} value={value} key={`${name} ${index}`} />
        )),
      )}
    <button class="govuk-button" type="submit">
      {notDone[why].again}
    </button>
  </form>
);

/** What somebody sent has not been done: they send it again from here, and lose nothing they typed. */
export const keptPage = (
  frame: StaffFrame,
  why: Exclude<NotDone, "signed-out">,
  kept: Kept,
  errorCode?: string,
): string =>
  message(
    frame,
    notDone[why].heading,
    <>
      <P>{notDone[why].text}</P>
      {errorCode !== undefined && (
        <P>
          Felkod: <span class="intag-nowrap">{errorCode}</span>
        </P>
      )}
      <SendAgain why={why} kept={kept} csrf={frame.user.csrf} />
    </>,
  );

/** The same for somebody whose sign-in has ended meanwhile. */
export const signInAgainPage = (frame: SignedOutFrame, kept: Kept): string =>
  outside(
    frame,
    notDone["signed-out"].heading,
    <>
      <P>{notDone["signed-out"].text}</P>
      <P>
        <a class="govuk-link" href={staffAddresses.signIn} target="_blank" rel="noopener">
          Logga in i en ny flik
        </a>
      </P>
      <SendAgain why="signed-out" kept={kept} csrf={null} />
    </>,
  );

interface SignedOutFrame {
  readonly assets: Assets;
  readonly city: ShownCity;
}

const outside = ({ assets, city }: SignedOutFrame, heading: string, children: ComponentChildren): string =>
  wholePage({
    language: "sv",
    assets,
    city,
    title: heading,
    header: (
      <>
        <SkipLink language="sv" />
        <Header city={city} language="sv" home={staffAddresses.start} service="Dataskydd för medarbetare">
          {null}
        </Header>
      </>
    ),
    children: (
      <>
        <h1 class="govuk-heading-l">{heading}</h1>
        {children}
      </>
    ),
  });

/** What somebody sees who is not signed in, and why. */
export const signedOutPage = (
  frame: SignedOutFrame,
  why: "signed-out" | "not-signed-in" | "cannot-sign-in",
): string => {
  const heading = {
    "signed-out": "Du är utloggad",
    "not-signed-in": "Logga in",
    "cannot-sign-in": "Inloggningen fungerar inte just nu",
  }[why];
  return outside(
    frame,
    heading,
    <>
      {why === "cannot-sign-in" ? (
        <P>
          Vänta en stund och försök igen. Är det bråttom, till exempel vid en personuppgiftsincident: ring
          dataskyddsombudet.
        </P>
      ) : (
        <P>
          {why === "signed-out"
            ? "Stäng webbläsaren om du delar datorn med andra."
            : "Du behöver logga in för att se sidan. Det du inte hann spara behöver du skriva igen."}
        </P>
      )}
      <a class="govuk-button" href={staffAddresses.signIn} draggable={false}>
        Logga in
      </a>
    </>,
  );
};
