import type { Text } from "../shared/domain/language.ts";
import { matterFields } from "./data-subject-request/matter.ts";
import { requestPages } from "./data-subject-request/pages.ts";
import { peopleFields } from "./data-subject-request/people.ts";
import type { AnswersOf, Fields, Form, FormPage } from "./form.ts";

const whenProtected = { field: "/protectedIdentity", is: [true] } as const;
const unlessProtected = { field: "/protectedIdentity", isNot: [true] } as const;

const notWanted = {
  sv: "Vid skyddade personuppgifter skriver vi ingen adress, plats eller kontaktuppgift. Ta bort den.",
  en: "With a protected identity we write no address, place or contact details. Remove it.",
} as const;

/** A field that stays empty where somebody has a protected identity. */
const hidden = <F extends Fields[string]>(field: F) => ({
  ...field,
  notWhen: whenProtected,
  messages: { ...field.messages, "not-wanted": notWanted },
});

const { concerns, ...matter } = matterFields;
const { contact, delivery, person, ...people } = peopleFields;

const fields = {
  channel: {
    kind: "choice",
    counted: true,
    label: { sv: "Hur kom begäran in?", en: "How did the request come in?" },
    short: { sv: "Kom in", en: "Came in" },
    subject: { sv: "Hur begäran kom in", en: "How the request came in" },
    messages: {
      empty: { sv: "Välj hur begäran kom in", en: "Select how the request came in" },
      format: {
        sv: "Välj ett av alternativen för hur begäran kom in",
        en: "Select one of the options for how the request came in",
      },
    },
    options: [
      { value: "post", label: { sv: "Brev", en: "Letter" } },
      { value: "email", label: { sv: "E-post", en: "Email" } },
      { value: "phone", label: { sv: "Telefon", en: "Phone" } },
      { value: "visit", label: { sv: "Besök", en: "Visit" } },
    ],
  },
  receivedAt: {
    kind: "instant",
    dayIsEnough: true,
    label: { sv: "När kom begäran in?", en: "When did the request come in?" },
    short: { sv: "Inkommen", en: "Received" },
    hint: {
      sv: "Dagen den först kom till staden, var som helst. Svarstiden räknas därifrån. Klockslag behövs inte.",
      en: "The day it first reached the city, anywhere. The time to answer runs from there. No time of day is needed.",
    },
    subject: { sv: "Dagen då begäran kom in", en: "The day the request came in" },
    messages: {
      empty: { sv: "Skriv dagen då begäran kom in", en: "Enter the day the request came in" },
      format: {
        sv: "Skriv när begäran kom in, till exempel 2026-11-22 eller 2026-11-22T14:30:00+01:00",
        en: "Enter when the request came in, for example 2026-11-22 or 2026-11-22T14:30:00+01:00",
      },
    },
  },
  ...matter,
  protectedIdentity: {
    kind: "yes-no",
    label: matter.protectedIdentity.label,
    short: matter.protectedIdentity.short,
    hint: {
      sv: "Vid ja: skriv ingen adress, plats eller kontaktuppgift. Bara dataskyddsombudet och de som har särskild behörighet ser ärendet.",
      en: "If yes: write no address, place or contact details. Only the data protection officer and those specially cleared see the case.",
    },
    subject: matter.protectedIdentity.subject,
    messages: matter.protectedIdentity.messages,
  },
  concerns: {
    ...concerns,
    of: {
      ...concerns.of,
      fields: {
        ...concerns.of.fields,
        place: hidden(concerns.of.fields.place),
        postalCode: hidden(concerns.of.fields.postalCode),
      },
    },
  },
  ...people,
  // A letter may lack any of these and is a request all the same: they are asked for afterwards.
  delivery: { ...delivery, required: false },
  contact: hidden(contact),
  person: {
    ...person,
    fields: {
      ...person.fields,
      personalIdentityNumber: { ...person.fields.personalIdentityNumber, required: false },
      address: hidden({ ...person.fields.address, required: false }),
    },
  },
} as const satisfies Fields;

const hiddenPointers: readonly string[] = ["/concerns/*/place", "/contact", "/person/address"];

const both = (one: Text | undefined, other: Text): Text => ({
  sv: [one?.sv, other.sv].join(" ").trim(),
  en: [one?.en, other.en].join(" ").trim(),
});

/** The citizen's pages, asked of the officer who has the letter; nothing is asked that must stay empty. */
const asOfficersSeeThem: readonly FormPage[] = requestPages.map((page: FormPage) => ({
  ...page,
  // A page's hint stands before its field's: the officer needs to know what a yes means as well.
  ...(page.id === "protected" ? { hint: both(page.hint, fields.protectedIdentity.hint) } : {}),
  asks: page.asks.map((ask) =>
    hiddenPointers.includes(ask.field) ? { field: ask.field, when: unlessProtected } : ask,
  ),
}));

/**
 * A request that came otherwise than through the form, as staff register it: by post, e-mail, telephone or visit, with the
 * day it truly came in. Somebody with a protected identity is registered, without address, place and contact details.
 */
export const registration = {
  id: "registration",
  version: 1,
  title: { sv: "Registrera en begäran", en: "Register a request" },
  fields,
  pages: [
    {
      id: "came-in",
      slug: { sv: "inkommen", en: "received" },
      heading: { sv: "Hur och när kom begäran in?", en: "How and when did the request come in?" },
      asks: [{ field: "/channel" }, { field: "/receivedAt" }],
    },
    ...asOfficersSeeThem,
  ],
} as const satisfies Form;

/** A registered request as it was understood. */
export type Registration = AnswersOf<typeof registration>;
