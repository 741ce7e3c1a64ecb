import type { ComponentChildren } from "preact";
import type { Role } from "../domain/casework/case-history.ts";
import { addresses } from "./addresses.ts";
import { type Frame, htmlPage } from "./layout.tsx";

/** Why somebody is not signed in. */
export type NotSignedIn = "unavailable" | "abandoned" | "no-role" | "not-from-here" | "signed-out";

const words: Readonly<Record<NotSignedIn, { readonly heading: string; readonly text: string; readonly go: string }>> = {
  unavailable: {
    heading: "Inloggningen svarar inte just nu",
    text: "Vänta en stund och försök igen. Den som vill skicka en begäran till staden behöver inte logga in.",
    go: "Försök igen",
  },
  abandoned: {
    heading: "Inloggningen blev inte klar",
    text: "Den avbröts, eller tog för lång tid. Börja om.",
    go: "Logga in",
  },
  "no-role": {
    heading: "Du har ingen behörighet här",
    text: "Du är inloggad i staden, men har ingen roll i den här tjänsten. Be din chef att beställa den åt dig.",
    go: "Logga in som någon annan",
  },
  "not-from-here": {
    heading: "Vi kan inte se att det kom från tjänstens egen sida",
    text: "Inget har ändrats. Öppna sidan på nytt och gör om det.",
    go: "Logga in",
  },
  "signed-out": {
    heading: "Du är utloggad",
    text: "Stäng webbläsaren om du delar datorn med andra.",
    go: "Logga in igen",
  },
};

const signInAddress = "/personal/logga-in";

const message = (frame: Frame, heading: string, children: ComponentChildren): string =>
  htmlPage({
    ...frame,
    title: heading,
    alternate: addresses.start[frame.language === "sv" ? "en" : "sv"],
    children: (
      <>
        <h1 class="govuk-heading-l">{heading}</h1>
        {children}
      </>
    ),
  });

/** Somebody is not signed in: why, and the way on. */
export const notSignedInPage = (frame: Frame, why: NotSignedIn): string =>
  message(
    frame,
    words[why].heading,
    <>
      <p class="govuk-body">{words[why].text}</p>
      <a class="govuk-button" href={signInAddress} draggable={false}>
        {words[why].go}
      </a>
    </>,
  );

export interface AccountView {
  readonly name: string | undefined;
  readonly roles: readonly Role[];
  /** The units' names. */
  readonly units: readonly string[];
  readonly mayProtected: boolean;
}

const roleNames: Readonly<Record<Role, string>> = {
  employee: "Medarbetare",
  manager: "Chef",
  coordinator: "Samordnare",
  dpo: "Dataskyddsombud",
  security: "Säkerhetssamordnare",
  central: "Central funktion",
};

/** As whom somebody is signed in, and with which rights. */
export const accountPage = (frame: Frame, { name, roles, units, mayProtected }: AccountView): string =>
  message(
    frame,
    "Du är inloggad",
    <>
      <dl class="govuk-summary-list">
        {[
          ["Namn", name ?? "Uppgift saknas"],
          ["Roll", roles.map((role) => roleNames[role]).join(", ")],
          ["Enhet", units.length === 0 ? "Ingen" : units.join(", ")],
          ...(mayProtected ? [["Särskild behörighet", "Ärenden med skyddade personuppgifter"]] : []),
        ].map(([key, value]) => (
          <div class="govuk-summary-list__row" key={key}>
            <dt class="govuk-summary-list__key">{key}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action="/personal/logga-ut">
        <button class="govuk-button govuk-button--secondary" type="submit">
          Logga ut
        </button>
      </form>
    </>,
  );
