import type { Language, Text } from "../language.ts";

/**
 * Why a command was not carried out, as a sentence for the person who gave it. What is common to all commands comes
 * first, in the order in which it is checked; then each command's own rules.
 */
export const refusals = {
  "role-may-not": {
    status: 403,
    text: { sv: "Din roll får inte göra det här.", en: "Your role may not do this." },
  },
  "stale-version": {
    status: 409,
    text: {
      sv: "Någon annan har ändrat ärendet. Läs ändringen och försök igen.",
      en: "Somebody else has changed the case. Read the change and try again.",
    },
  },
  "already-closed": {
    status: 422,
    text: {
      sv: "Ärendet är avslutat. Öppna det igen om något mer ska göras.",
      en: "The case is closed. Reopen it if more is to be done.",
    },
  },
  "not-in-the-future": {
    status: 422,
    text: { sv: "Tidpunkten har inte varit än.", en: "That time has not come yet." },
  },
  "unknown-unit": {
    status: 422,
    text: {
      sv: "Det finns ingen sådan enhet i staden i dag.",
      en: "There is no such unit in the city today.",
    },
  },
  "explanation-required": {
    status: 422,
    text: { sv: "Skriv varför.", en: "Write the reason." },
  },
  "not-now": {
    status: 422,
    text: {
      sv: "Det går inte att göra som ärendet ligger till nu.",
      en: "That cannot be done as the case stands now.",
    },
  },
  "before-receipt": {
    status: 422,
    text: {
      sv: "Tidpunkten ligger före det att ärendet började.",
      en: "That time is before the case began.",
    },
  },
  "identity-required": {
    status: 422,
    text: {
      sv: "Kontrollera först vem personen är. Utan det kan svaret bara skickas till folkbokföringsadressen.",
      en: "First check who the person is. Without that, the answer can only be sent to the registered address.",
    },
  },
  "extension-too-late": {
    status: 422,
    text: {
      sv: "Tiden har redan gått ut och kan inte förlängas.",
      en: "The time has already run out and cannot be extended.",
    },
  },
  "notice-too-late": {
    status: 422,
    text: {
      sv: "Beskedet om mer tid måste skickas inom en månad från det att begäran kom in.",
      en: "The notice of more time must be sent within one month of the request.",
    },
  },
  "already-extended": {
    status: 422,
    text: {
      sv: "Tiden är redan förlängd. Det går bara att göra en gång.",
      en: "The time has been extended already. That can be done only once.",
    },
  },
  "duplicate-of-itself": {
    status: 422,
    text: {
      sv: "Ett ärende kan inte vara en dubblett av sig självt.",
      en: "A case cannot be a duplicate of itself.",
    },
  },
  "assessment-required": {
    status: 422,
    text: { sv: "Bedöm först risken för de berörda.", en: "First assess the risk to the persons." },
  },
  "decision-required": {
    status: 422,
    text: {
      sv: "Besluta först om anmälan till IMY och om information till de berörda.",
      en: "First decide on notifying the authority (IMY) and on informing the persons.",
    },
  },
  "action-plan-required": {
    status: 422,
    text: {
      sv: "Lägg först till minst en åtgärd med ansvarig och datum.",
      en: "First add at least one measure with an owner and a date.",
    },
  },
  "late-reason-required": {
    status: 422,
    text: {
      sv: "Anmälan gjordes efter 72 timmar. Skriv varför den dröjde.",
      en: "The notification was made after 72 hours. Write why it was late.",
    },
  },
  "risk-must-be-notified": {
    status: 422,
    text: {
      sv: "Incidenten är bedömd som en risk för de berörda och ska då anmälas till IMY.",
      en: "The breach is assessed as a risk to the persons and must then be notified to the authority (IMY).",
    },
  },
  "ground-does-not-fit": {
    status: 422,
    text: {
      sv: "Risken är bedömd som hög. Då krävs ett annat skäl för att inte informera de berörda.",
      en: "The risk is assessed as high. Not informing the persons then needs another ground.",
    },
  },
  "aware-delay-reason-required": {
    status: 422,
    text: {
      sv: "Det gick mer än 24 timmar från upptäckt till kännedom. Skriv varför.",
      en: "More than 24 hours passed from detection to awareness. Write why.",
    },
  },
  "aware-before-detected": {
    status: 422,
    text: {
      sv: "Kännedom kan inte ha kommit före upptäckten.",
      en: "Awareness cannot have come before detection.",
    },
  },
  "unknown-measure": {
    status: 422,
    text: { sv: "Det finns ingen sådan åtgärd i handlingsplanen.", en: "There is no such measure in the action plan." },
  },
  "case-full": {
    status: 422,
    text: {
      sv: "Ärendet rymmer inte mer text. Spara resten i diariet och hänvisa dit.",
      en: "The case cannot hold more text. Keep the rest in the register and refer to it.",
    },
  },
} as const satisfies Record<string, { readonly status: 403 | 409 | 422; readonly text: Text }>;

export type RefusalCode = keyof typeof refusals;

/** Why a command was refused: the rule, never what was entered. */
export interface Refusal {
  readonly code: RefusalCode;
}

/** The rule as a sentence, the same on the page, in the API and in the tests. */
export const refusalText = (code: RefusalCode, language: Language): string => refusals[code].text[language];
