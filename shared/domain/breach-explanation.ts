import type { AssessmentReason, BreachAssessment } from "./breach-assessment.ts";
import type { FactName, ImpostorKind, SensitiveKind, VulnerableGroup } from "./breach-facts.ts";
import type { Recipient, Risk } from "./incident-codes.ts";
import type { Language, Text } from "./language.ts";

/** The assessment's reasons as sentences, the threshold that decided last. */
export const explainAssessment = (assessment: BreachAssessment, language: Language): readonly string[] =>
  assessment.because.map((reason) => sentence(reason)[language]);

const sentence = (reason: AssessmentReason): Text => {
  switch (reason.code) {
    case "nobody-got-it":
      return { sv: "Ingen obehörig har fått uppgifterna.", en: "Nobody unauthorised has got the data." };
    case "not-readable":
      return {
        sv: "Uppgifterna är krypterade och nyckeln är säker, så ingen kan läsa dem.",
        en: "The data are encrypted and the key is safe, so nobody can read them.",
      };
    case "not-identifiable":
      return {
        sv: "Det går i praktiken inte att se vilka personer uppgifterna gäller.",
        en: "In practice it cannot be seen whom the data are about.",
      };
    case "contained":
      return contained(reason);
    case "attacker-has-it":
      return {
        sv: "Någon har tagit uppgifterna med avsikt och kan missbruka dem.",
        en: "Somebody has taken the data on purpose and can misuse them.",
      };
    case "protected-identity":
      return {
        sv: "Personer med skyddade personuppgifter kan komma i fara.",
        en: "People with protected identity may be in danger.",
      };
    case "sensitive-data":
      return {
        sv: `Obehöriga kan ha fått känsliga eller särskilt skyddsvärda uppgifter: ${listed(reason.kinds, kinds, "sv")}.`,
        en: `Somebody unauthorised may have got sensitive data: ${listed(reason.kinds, kinds, "en")}.`,
      };
    case "impostor-data":
      return {
        sv: `Uppgifterna räcker för att utge sig för någon annan: ${listed(reason.kinds, kinds, "sv")}.`,
        en: `The data are enough to pose as somebody else: ${listed(reason.kinds, kinds, "en")}.`,
      };
    case "vulnerable-persons":
      return {
        sv: `Uppgifterna gäller personer som behöver särskilt skydd: ${listed(reason.groups, groups, "sv")}.`,
        en: `The data are about people who need particular protection: ${listed(reason.groups, groups, "en")}.`,
      };
    case "large-scale":
      return {
        sv: `Många personer berörs: omkring ${reason.persons}.`,
        en: `Many people are affected: about ${reason.persons}.`,
      };
    case "exposed":
      return exposed[reason.recipient ?? "missing"];
    case "back-in-time":
      return reason.days === 0
        ? { sv: "Allt fungerade igen samma dag.", en: "Everything worked again the same day." }
        : { sv: "Allt fungerade igen inom en dag.", en: "Everything worked again within a day." };
    case "copy-exists":
      return {
        sv: "Det finns en kopia, så inga uppgifter har gått förlorade.",
        en: "There is a copy, so no data have been lost.",
      };
    case "needed-and-gone":
      return {
        sv: "Uppgifter som behövs för vård eller omsorg saknades så länge att någon kan ha tagit skada.",
        en: "Data needed for care were gone so long that somebody may have come to harm.",
      };
    case "gone-a-while":
      return {
        sv: "Uppgifterna har varit borta eller felaktiga, eller så är det inte klart när de är tillbaka.",
        en: "The data have been gone or wrong, or it is not clear when they are back.",
      };
    case "missing":
      return {
        sv: `Det här vet vi inte, och då räknar vi med risk: ${listed(reason.facts, factNames, "sv")}.`,
        en: `This is not known, so a risk is assumed: ${listed(reason.facts, factNames, "en")}.`,
      };
    case "threshold":
      return thresholds[reason.risk];
  }
};

/** The two thresholds, each with its article, never in one sentence's condition. */
const thresholds: Record<Risk, Text> = {
  "unlikely-risk": {
    sv: "Det är osannolikt att incidenten medför en risk. Då behöver den inte anmälas till IMY (artikel 33.1), men den ska dokumenteras med skälen (artikel 33.5).",
    en: "The breach is unlikely to result in a risk. It need not be notified to IMY (Article 33(1)), but it must be documented with the reasons (Article 33(5)).",
  },
  risk: {
    sv: "En risk är inte osannolik. Då ska incidenten anmälas till IMY inom 72 timmar (artikel 33.1). Inget visar att risken är hög, så artikel 34 kräver inte att personerna informeras.",
    en: "A risk is not unlikely. The breach must be notified to IMY within 72 hours (Article 33(1)). Nothing shows that the risk is high, so Article 34 does not require that the persons are informed.",
  },
  "high-risk": {
    sv: "Risken är sannolikt hög. Då ska incidenten anmälas till IMY inom 72 timmar (artikel 33.1), och personerna ska informeras utan onödigt dröjsmål (artikel 34.1) om inget undantag i artikel 34.3 gäller.",
    en: "The risk is likely to be high. The breach must be notified to IMY within 72 hours (Article 33(1)), and the persons must be informed without undue delay (Article 34(1)) unless an exception in Article 34(3) applies.",
  },
};

const contained = (reason: Extract<AssessmentReason, { code: "contained" }>): Text => {
  const who =
    reason.recipient === "trusted"
      ? { sv: "någon som har tystnadsplikt", en: "somebody bound by secrecy" }
      : { sv: "någon vi vet vem det är", en: "somebody known" };
  const outcome = reason.returned
    ? { sv: "och de är återlämnade eller raderade", en: "and they have been returned or deleted" }
    : { sv: "och de säger lite om personerna", en: "and they say little about the persons" };
  return {
    sv: `Uppgifterna gäller få personer (omkring ${reason.persons}), de har kommit till ${who.sv}, ${outcome.sv}.`,
    en: `The data are about few people (about ${reason.persons}), they reached ${who.en}, ${outcome.en}.`,
  };
};

const exposed: Record<Recipient | "missing", Text> = {
  none: { sv: "Uppgifterna har varit åtkomliga.", en: "The data have been within reach." },
  trusted: {
    sv: "Uppgifterna har kommit till någon som har tystnadsplikt men inte skulle ha dem.",
    en: "The data reached somebody who is bound by secrecy but should not have them.",
  },
  known: {
    sv: "Uppgifterna har kommit till någon som inte skulle ha dem.",
    en: "The data reached somebody who should not have them.",
  },
  unknown: { sv: "Vi vet inte vem som har uppgifterna.", en: "It is not known who has the data." },
  public: { sv: "Vem som helst kan ha sett uppgifterna.", en: "Anybody may have seen the data." },
  missing: { sv: "Obehöriga kan ha fått uppgifterna.", en: "Somebody unauthorised may have got the data." },
};

const listed = <Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, Text>>,
  language: Language,
): string => codes.map((code) => names[code][language]).join(", ");

const kinds: Record<SensitiveKind | ImpostorKind, Text> = {
  "personal-identity-number": { sv: "personnummer", en: "personal identity number" },
  "protected-identity": { sv: "skyddade personuppgifter", en: "protected identity" },
  health: { sv: "hälsa", en: "health" },
  "social-services": { sv: "socialtjänst", en: "social services" },
  finance: { sv: "ekonomi", en: "finances" },
  crime: { sv: "brott", en: "crime" },
  login: { sv: "inloggning", en: "login details" },
  "ethnic-origin": { sv: "etniskt ursprung", en: "ethnic origin" },
  "political-opinion": { sv: "politiska åsikter", en: "political opinions" },
  "religion-belief": { sv: "religion eller övertygelse", en: "religion or belief" },
  "union-membership": { sv: "medlemskap i fackförening", en: "union membership" },
  "sex-life": { sv: "sexualliv eller sexuell läggning", en: "sex life or sexual orientation" },
  "genetic-biometric": { sv: "genetiska eller biometriska uppgifter", en: "genetic or biometric data" },
};

const groups: Record<VulnerableGroup, Text> = {
  children: { sv: "barn", en: "children" },
  pupils: { sv: "elever", en: "pupils" },
  patients: { sv: "patienter", en: "patients" },
};

const factNames: Record<FactName, Text> = {
  whatHappened: { sv: "vad som har hänt", en: "what happened" },
  effect: {
    sv: "om uppgifterna har spridits, ändrats eller försvunnit",
    en: "whether the data were disclosed, changed or lost",
  },
  personGroups: { sv: "vilka personer det gäller", en: "whose data they are" },
  personsAbout: { sv: "hur många personer det gäller", en: "how many people are affected" },
  dataKinds: { sv: "vilka uppgifter det gäller", en: "which data they are" },
  encrypted: { sv: "om uppgifterna var krypterade", en: "whether the data were encrypted" },
  keySafe: { sv: "om nyckeln är säker", en: "whether the key is safe" },
  backup: { sv: "om det finns en kopia", en: "whether there is a copy" },
  restoredWithinDays: { sv: "när allt fungerade igen", en: "when everything worked again" },
  recipient: { sv: "vem som har fått uppgifterna", en: "who got the data" },
  returnedOrDeleted: {
    sv: "om uppgifterna är återlämnade eller raderade",
    en: "whether the data have been returned or deleted",
  },
  malicious: { sv: "om det gjordes med avsikt", en: "whether it was done on purpose" },
};
