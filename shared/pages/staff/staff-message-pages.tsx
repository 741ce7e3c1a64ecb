import type { ComponentChildren } from "preact";
import type { Assets, ShownCity } from "../layout.tsx";
import { Header, SkipLink, wholePage } from "../layout.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";

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

/** What somebody sees who is not signed in, and why. */
export const signedOutPage = (
  { assets, city }: { readonly assets: Assets; readonly city: ShownCity },
  why: "signed-out" | "not-signed-in" | "cannot-sign-in",
): string => {
  const heading = {
    "signed-out": "Du är utloggad",
    "not-signed-in": "Logga in",
    "cannot-sign-in": "Inloggningen fungerar inte just nu",
  }[why];
  return wholePage({
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
      </>
    ),
  });
};
