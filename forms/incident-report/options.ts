import type { Option } from "../form.ts";

/** What was lost: secrecy, correctness, access. */
export const effectOptions = [
  {
    value: "confidentiality",
    label: { sv: "Någon obehörig kan ha sett dem", en: "Somebody who should not may have seen it" },
  },
  { value: "integrity", label: { sv: "De har ändrats eller blivit fel", en: "It has been changed or become wrong" } },
  {
    value: "availability",
    label: { sv: "De är borta eller går inte att komma åt", en: "It is gone or cannot be reached" },
  },
] as const satisfies readonly Option[];

/** Whose data. */
export const personGroupOptions = [
  { value: "clients", label: { sv: "Brukare i omsorg eller socialtjänst", en: "Clients of care or social services" } },
  { value: "pupils", label: { sv: "Elever", en: "Pupils" } },
  { value: "children", label: { sv: "Barn", en: "Children" } },
  { value: "guardians", label: { sv: "Vårdnadshavare", en: "Guardians" } },
  { value: "patients", label: { sv: "Patienter", en: "Patients" } },
  { value: "residents", label: { sv: "Invånare i övrigt", en: "Other residents" } },
  { value: "employees", label: { sv: "Medarbetare", en: "Employees" } },
  { value: "other", label: { sv: "Andra", en: "Others" } },
  { value: "unknown", label: { sv: "Vet inte", en: "I do not know" } },
] as const satisfies readonly Option[];

/** Which data. */
export const dataKindOptions = [
  {
    value: "protected-identity",
    label: { sv: "Skyddade personuppgifter", en: "Protected identity" },
    hint: {
      sv: "Ring dataskyddsombudet nu. Vänta inte på svar på anmälan.",
      en: "Call the data protection officer now. Do not wait for an answer to the report.",
    },
  },
  { value: "name-contact", label: { sv: "Namn, adress, telefon eller e-post", en: "Name, address, phone or email" } },
  { value: "personal-identity-number", label: { sv: "Personnummer", en: "Personal identity number" } },
  { value: "health", label: { sv: "Hälsa", en: "Health" } },
  { value: "social-services", label: { sv: "Socialtjänst eller stöd", en: "Social services or support" } },
  { value: "finance", label: { sv: "Ekonomi", en: "Finances" } },
  { value: "login", label: { sv: "Lösenord eller annan inloggning", en: "Passwords or other login details" } },
  { value: "crime", label: { sv: "Brott eller misstanke om brott", en: "Crime or suspicion of crime" } },
  { value: "location", label: { sv: "Var någon har varit", en: "Where somebody has been" } },
  { value: "image-sound", label: { sv: "Bild, film eller ljud", en: "Pictures, film or sound" } },
  { value: "ethnic-origin", label: { sv: "Ras eller etniskt ursprung", en: "Race or ethnic origin" } },
  { value: "political-opinion", label: { sv: "Politiska åsikter", en: "Political opinions" } },
  { value: "religion-belief", label: { sv: "Religion eller övertygelse", en: "Religion or belief" } },
  { value: "union-membership", label: { sv: "Medlemskap i fackförening", en: "Trade union membership" } },
  { value: "sex-life", label: { sv: "Sexualliv eller sexuell läggning", en: "Sex life or sexual orientation" } },
  {
    value: "genetic-biometric",
    label: {
      sv: "Genetiska uppgifter eller biometri, till exempel fingeravtryck",
      en: "Genetic data or biometrics, for example fingerprints",
    },
  },
  { value: "other", label: { sv: "Annat", en: "Something else" } },
  { value: "unknown", label: { sv: "Vet inte", en: "I do not know" } },
] as const satisfies readonly Option[];

/** Who noticed. */
export const discoveredByOptions = [
  { value: "employee", label: { sv: "En medarbetare", en: "An employee" } },
  { value: "data-subject", label: { sv: "Den det gäller hörde av sig", en: "The person concerned told us" } },
  { value: "processor", label: { sv: "En leverantör", en: "A supplier" } },
  { value: "control", label: { sv: "Loggkontroll eller annan kontroll", en: "A check of logs or another control" } },
  { value: "press", label: { sv: "Press eller sociala medier", en: "Press or social media" } },
  { value: "other", label: { sv: "På annat sätt", en: "Another way" } },
] as const satisfies readonly Option[];

/** Why it happened. */
export const causeOptions = [
  { value: "human-factor", label: { sv: "Misstag eller slarv", en: "A mistake or carelessness" } },
  {
    value: "organisation",
    label: { sv: "Rutinen saknas eller räcker inte", en: "A routine is missing or not good enough" },
  },
  { value: "technical-fault", label: { sv: "Tekniskt fel", en: "A technical fault" } },
  { value: "hostile-attack", label: { sv: "Någon ville skada eller stjäla", en: "Somebody wanted to harm or steal" } },
  { value: "unknown", label: { sv: "Vet inte", en: "I do not know" } },
] as const satisfies readonly Option[];

/** Whether it has been stopped. */
export const stoppedOptions = [
  { value: "yes", label: { sv: "Ja", en: "Yes" } },
  { value: "no", label: { sv: "Nej", en: "No" } },
  { value: "unknown", label: { sv: "Vet inte", en: "I do not know" } },
] as const satisfies readonly Option[];
