import type { CityContact } from "../domain/city.ts";
import type { Language, Text } from "../domain/language.ts";

const words = {
  switchboard: { sv: "stadens växel", en: "the city’s switchboard" },
  call: { sv: "Ring", en: "Call" },
  or: { sv: "eller besök", en: "or visit" },
  office: { sv: "ett medborgarkontor", en: "a citizens’ office" },
} satisfies Record<string, Text>;

/** How to reach a person, in one sentence that holds also where a city has not filled in its number. */
export const Reach = ({ contact, language }: { readonly contact: CityContact; readonly language: Language }) => (
  <>
    {words.call[language]}{" "}
    {contact.phone === null ? (
      words.switchboard[language]
    ) : (
      <a class="govuk-link intag-nowrap" href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
        {contact.phone}
      </a>
    )}{" "}
    {words.or[language]} {contact.visit ?? words.office[language]}.
  </>
);
