import type { ComponentChildren } from "preact";
import type { CityContact } from "../domain/city.ts";
import { addresses, slugs, startAddresses, stepAddress } from "./addresses.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { Reach } from "./reach.tsx";

/** The start page for those who read Finnish, or Swedish that is easy to read. The questions that follow are as they are. */

const P = ({ children }: { readonly children: ComponentChildren }) => <p class="govuk-body">{children}</p>;
const H2 = ({ children }: { readonly children: ComponentChildren }) => <h2 class="govuk-heading-m">{children}</h2>;
const Start = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a class="govuk-button govuk-button--start" href={href} draggable={false}>
    {children}
  </a>
);
const Ways = ({ children }: { readonly children: readonly ComponentChildren[] }) => (
  <ul class="govuk-list">
    {children.map((way, index) => (
      <li key={String(index)}>{way}</li>
    ))}
  </ul>
);

/** How to reach a person, in Finnish; holds also where the city has not filled in its number. */
const ReachInFinnish = ({ contact }: { readonly contact: CityContact }) => (
  <>
    {contact.phone === null ? (
      "Soita kaupungin puhelinvaihteeseen"
    ) : (
      <>
        Soita numeroon{" "}
        <a class="govuk-link intag-nowrap" href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
          {contact.phone}
        </a>
      </>
    )}{" "}
    tai käy kansalaistoimistossa (<span lang="sv">{contact.visit ?? "medborgarkontor"}</span>). Kysy, saatko apua
    suomeksi.
  </>
);

const nowInSwedish = addresses.request.sv;
const inSwedish = { language: "sv", alternate: addresses.start.en } as const;

/** `/fi` */
export const finnishStartPage = ({ city, assets }: Pick<Frame, "city" | "assets">): string =>
  htmlPage({
    city,
    assets,
    ...inSwedish,
    lang: "fi",
    title: "Pyydä tietoja itsestäsi tai niiden muuttamista",
    children: (
      <>
        <h1 class="govuk-heading-xl">Pyydä tietoja itsestäsi tai niiden muuttamista</h1>
        <p class="govuk-body-l">
          Sinulla on oikeus saada tietää, mitä tietoja kaupungilla on sinusta. Voit myös pyytää meitä oikaisemaan tai
          poistamaan tietoja. Se on maksutonta.
        </p>
        <P>Saat vastauksen kuukauden kuluessa. Jos tarvitsemme enemmän aikaa, kerromme siitä ja syystä ennen sitä.</P>
        <H2>Tämän tarvitset</H2>
        <P>Kysymyksiin vastaaminen kestää noin 5 minuuttia. Sinun on tiedettävä:</P>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            henkilötunnuksesi (<span lang="sv">personnummer</span> tai <span lang="sv">samordningsnummer</span>), tai
            syntymäaikasi, jos sinulla ei ole tunnusta
          </li>
          <li>suunnilleen minkä palvelujen kanssa olet ollut tekemisissä</li>
        </ul>
        <H2>Onko sinulla suojatut henkilötiedot?</H2>
        <P>
          Älä käytä verkkopalvelua. <ReachInFinnish contact={city.contact} />
        </P>
        <H2>Aloita</H2>
        <P>
          Kysymykset ovat ruotsiksi ja englanniksi. Voit kirjoittaa vastauksesi suomeksi. Voit tallentaa vastauksesi ja
          jatkaa toisena päivänä.
        </P>
        <Start href={nowInSwedish}>Aloita ruotsiksi</Start>
        <Ways>
          <a class="govuk-link" href={addresses.request.en} hreflang="en">
            Aloita englanniksi
          </a>
          <a class="govuk-link" href={addresses.saved.sv} hreflang="sv">
            Jatka tallennettua pyyntöä (ruotsiksi)
          </a>
          <a class="govuk-link" href={addresses.status.sv} hreflang="sv">
            Katso, miten pyyntösi etenee (ruotsiksi)
          </a>
        </Ways>
        <H2>Muita tapoja</H2>
        <P>
          Sinun ei tarvitse käyttää verkkopalvelua. Voit myös kirjoittaa kirjeen. Pyyntö on yhtä pätevä, teitpä sen
          millä tavalla tahansa. <ReachInFinnish contact={city.contact} />
        </P>
      </>
    ),
  });

/** `/lattlast` */
export const easyStartPage = ({ city, assets }: Pick<Frame, "city" | "assets">): string =>
  htmlPage({
    city,
    assets,
    ...inSwedish,
    title: "Dina uppgifter hos staden – lättläst",
    children: (
      <>
        <h1 class="govuk-heading-xl">Dina uppgifter hos staden – lättläst</h1>
        <P>Staden har uppgifter om dig. Det kan vara ditt namn, din adress eller vad du har fått hjälp med.</P>
        <P>Du har rätt att få veta vilka uppgifter staden har. Det är gratis.</P>
        <P>Du kan också be staden att</P>
        <ul class="govuk-list govuk-list--bullet">
          <li>rätta något som är fel</li>
          <li>ta bort uppgifter.</li>
        </ul>
        <P>Du får svar inom en månad. Ibland behöver vi mer tid. Då säger vi till dig.</P>
        <H2>Har du hemlig adress eller skyddade personuppgifter?</H2>
        <P>
          Använd inte e-tjänsten. <Reach contact={city.contact} language="sv" />
        </P>
        <H2>Så gör du</H2>
        <ol class="govuk-list govuk-list--number">
          <li>Tryck på knappen Börja nu.</li>
          <li>Svara på frågorna. Det tar ungefär 5 minuter. Du kan spara och fortsätta en annan dag.</li>
          <li>Tryck på Skicka begäran. Då får du ett nummer och en kod. Spara dem.</li>
        </ol>
        <Start href={nowInSwedish}>Börja nu</Start>
        <Ways>
          <a class="govuk-link" href={stepAddress(slugs.questions, "sv")}>
            Läs alla frågor först
          </a>
          <a class="govuk-link" href={addresses.saved.sv}>
            Fortsätt på en begäran du har sparat
          </a>
          <a class="govuk-link" href={addresses.status.sv}>
            Se hur det går med din begäran
          </a>
        </Ways>
        <H2>Behöver du hjälp?</H2>
        <P>
          Du måste inte använda e-tjänsten. <Reach contact={city.contact} language="sv" />
        </P>
        <P>
          <a class="govuk-link" href={stepAddress(slugs.paper, "sv")}>
            Skriv ut en blankett
          </a>
        </P>
      </>
    ),
  });

/** The ways from a start page to the others. */
export const OtherStartPages = () => (
  <ul class="govuk-footer__inline-list govuk-body intag-other-starts intag-not-on-paper">
    <li>
      <a class="govuk-link" href={startAddresses.finnish} lang="fi" hreflang="fi">
        Suomeksi
      </a>
    </li>
    <li>
      <a class="govuk-link" href={startAddresses.easy} lang="sv" hreflang="sv">
        Lättläst
      </a>
    </li>
  </ul>
);
