import type { LetterToPerson } from "../../domain/casework/letter-to-person.ts";
import type { RequestCase } from "../../domain/casework/request-case.ts";
import { stockholmDate } from "../../domain/instant.ts";
import { formatReference } from "../../domain/reference.ts";
import { BackLink, Lines, Part } from "./parts.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";

/** Whom a letter is for, as it stands on an envelope: a line each. */
export type AddressLines = readonly string[];

export interface LetterView {
  readonly file: RequestCase;
  /** The controller that writes. */
  readonly controller: string;
  /** Null where the person has given none, or has protected identity and none is kept. */
  readonly address: AddressLines | null;
  readonly letter: LetterToPerson | undefined;
}

const missing = ({ file, address, letter }: LetterView): string | null => {
  if (file.protectedIdentity)
    return "Personen har skyddade personuppgifter, så adressen finns inte här. Skatteverket förmedlar brev till personer med skyddade personuppgifter. Skriv inget annat än ärendenumret utanpå.";
  if (address === null)
    return "Det finns ingen adress i begäran. Hämta folkbokföringsadressen i folkbokföringen innan du skickar.";
  return letter === undefined
    ? "Det finns inget att skriva än: ärendet är varken besvarat eller förlängt. Adressen kan du skriva ut ändå."
    : null;
};

/** A heading ends with the case's number, which does not break over lines. */
const Heading = ({ text }: { readonly text: string }) => {
  const number = text.lastIndexOf(" ") + 1;
  return (
    <>
      {text.slice(0, number)}
      <span class="intag-nowrap">{text.slice(number)}</span>
    </>
  );
};

/**
 * A letter to the person, ready to print: a page with the address where a window envelope shows it, and the letter. What is
 * only for the screen is not printed.
 */
export function letterPage(frame: StaffFrame, view: LetterView): string {
  const { file, controller, address, letter } = view;
  const reference = formatReference(file.reference);
  const says = missing(view);
  return staffPage({
    frame,
    title: `Brev i ${reference}`,
    place: "cases",
    before: <BackLink href={staffAddresses.case(file.reference)} label="Ärendet" />,
    children: (
      <>
        <div class="intag-not-on-paper">
          <h1 class="govuk-heading-l">
            Brev i <span class="intag-nowrap">{reference}</span>
          </h1>
          <p class="govuk-body">
            Skriv ut sidan från webbläsaren.
            {address !== null && " Första bladet har adressen där ett fönsterkuvert visar den."} Lägg svarets filer
            efter brevet.
          </p>
          {file.delivery !== "registered-address" && (
            <p class="govuk-body">
              <strong>Personen har inte bett att få svaret som brev.</strong>
            </p>
          )}
          {says !== null && <p class="govuk-inset-text">{says}</p>}
        </div>
        {address !== null && (
          <Part id="address" heading="Adressblad">
            <p class="govuk-body intag-letter__from">
              <Lines text={[controller, `Ärende ${reference}`].join("\n")} />
            </p>
            <p class="govuk-body intag-letter__to">
              <Lines text={address.join("\n")} />
            </p>
          </Part>
        )}
        {letter !== undefined && (
          <section class="intag-letter" aria-labelledby="letter" lang={file.language}>
            <p class="govuk-body">
              <Lines text={[controller, stockholmDate(frame.now)].join("\n")} />
            </p>
            <h2 class="govuk-heading-m" id="letter">
              <Heading text={letter.heading} />
            </h2>
            {letter.paragraphs.map((paragraph) => (
              <p class="govuk-body" key={paragraph}>
                <Lines text={paragraph} />
              </p>
            ))}
          </section>
        )}
      </>
    ),
  });
}
