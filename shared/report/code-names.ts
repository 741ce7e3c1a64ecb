import { consultation } from "../../forms/consultation.ts";
import { causeOptions, discoveredByOptions } from "../../forms/incident-report/options.ts";
import { whatHappenedOptions } from "../../forms/incident-report/what-happened.ts";

type Names = Readonly<Record<string, string>>;

const namesOf = (options: readonly { readonly value: string; readonly label: { readonly sv: string } }[]): Names =>
  Object.fromEntries(options.map(({ value, label }) => [value, label.sv]));

/** What the stored codes are called in the report. A code that is not here is shown as it is. */
export const codeNames = {
  rights: {
    access: "Registerutdrag",
    rectification: "Rättelse",
    erasure: "Radering",
    restriction: "Begränsning",
    portability: "Dataportabilitet",
    objection: "Invändning",
    "automated-decision": "Automatiserat beslut",
    "withdraw-consent": "Återkallat samtycke",
    complaint: "Klagomål",
    other: "Annat",
  },
  outcomes: {
    granted: "Bifall",
    "partly-granted": "Delvis bifall",
    "no-data": "Inga uppgifter behandlas",
    "refused-unfounded": "Avslag: uppenbart ogrundad",
    "refused-excessive": "Avslag: orimlig",
    "refused-by-law": "Avslag enligt lag",
    "identity-not-confirmed": "Identiteten kunde inte bekräftas",
    referred: "Hänvisad till annan",
    withdrawn: "Återtagen",
    duplicate: "Dubblett",
    reclassified: "Hanterad som annat än en begäran",
  },
  channels: { web: "Webben", post: "Post", email: "E-post", phone: "Telefon", visit: "Besök", import: "Importerad" },
  categories: {
    "sent-wrong": "Felskick",
    "other-disclosure": "Annat obehörigt röjande",
    "unauthorised-access": "Obehörig åtkomst",
    loss: "Förlust",
    technical: "Tekniskt fel",
    other: "Annat",
  },
  kinds: namesOf(whatHappenedOptions),
  causes: namesOf(causeOptions),
  discovery: namesOf(discoveredByOptions),
  consultations: namesOf(consultation.fields.kind.options),
} as const satisfies Readonly<Record<string, Names>>;

export const nameIn = (names: Names, code: string): string => (Object.hasOwn(names, code) && names[code]) || code;

/** How breaches were discovered, worded as the report's answer: "enskild meddelar felaktighet". */
export const discoveryAnswers: Names = {
  employee: "medarbetare anger felaktighet",
  "data-subject": "enskild meddelar felaktighet",
  processor: "leverantör anger felaktighet",
  control: "loggkontroll eller annan kontroll",
  press: "press eller sociala medier",
  other: "på annat sätt",
};
