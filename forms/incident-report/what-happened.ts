import type { Text } from "../../shared/domain/language.ts";
import type { Option } from "../form.ts";

/** The headings that the kinds stand under, in the words somebody would use who has just seen it happen. */
const groups = {
  sent: { sv: "Skickat till fel mottagare", en: "Sent to the wrong recipient" },
  seen: { sv: "Obehörig har läst eller hört", en: "Seen or heard by somebody who should not have" },
  published: { sv: "Publicerat av misstag", en: "Published by mistake" },
  lost: { sv: "Borttappat, stulet eller slängt fel", en: "Lost, stolen or thrown away wrongly" },
  attack: { sv: "Skadlig kod eller intrång", en: "Malware or intrusion" },
  changed: { sv: "Raderat, ändrat eller går inte att komma åt", en: "Deleted, changed or cannot be reached" },
  else: { sv: "Annat", en: "Something else" },
} as const satisfies Record<string, Text>;

/** The 25 kinds of what happened, grouped. */
export const whatHappenedOptions = [
  {
    value: "sent-by-mistake",
    group: groups.sent,
    label: { sv: "Brev eller e-post skickat till fel person", en: "Letter or email sent to the wrong person" },
  },
  {
    value: "recipients-visible",
    group: groups.sent,
    label: {
      sv: "E-post där mottagarna såg varandras adresser",
      en: "Email where the recipients saw each other’s addresses",
    },
  },
  {
    value: "post-lost-or-misdelivered",
    group: groups.sent,
    label: {
      sv: "Post som kom bort, öppnades eller delades ut fel",
      en: "Post that was lost, opened or delivered to the wrong place",
    },
  },
  {
    value: "shown-to-wrong-recipient",
    group: groups.seen,
    label: {
      sv: "Visat för fel person, till exempel på en skärm eller i ett möte",
      en: "Shown to the wrong person, for example on a screen or in a meeting",
    },
  },
  {
    value: "wrong-person-shown",
    group: groups.seen,
    label: {
      sv: "Någon fick se en annan persons uppgifter, till exempel i en e-tjänst",
      en: "Somebody was shown another person’s data, for example in an online service",
    },
  },
  {
    value: "oral-disclosure",
    group: groups.seen,
    label: { sv: "Sagt så att fel person hörde", en: "Said so that the wrong person heard it" },
  },
  {
    value: "misuse-of-access",
    group: groups.seen,
    label: {
      sv: "En medarbetare har läst utan att behöva det i arbetet",
      en: "An employee has read without needing to for the work",
    },
  },
  {
    value: "wrong-access-rights",
    group: groups.seen,
    label: { sv: "Någon hade behörighet till mer än de skulle", en: "Somebody had access to more than they should" },
  },
  {
    value: "unauthorised-access",
    group: groups.seen,
    label: { sv: "En utomstående har varit inne i ett system", en: "An outsider has been inside a system" },
  },
  {
    value: "published-by-mistake",
    group: groups.published,
    label: {
      sv: "Uppgifter lades ut på webben, intranätet eller i sociala medier",
      en: "Data was put on the web, the intranet or social media",
    },
  },
  {
    value: "misconfiguration",
    group: groups.published,
    label: {
      sv: "En mapp, ett system eller en länk var öppen för fler än det var tänkt",
      en: "A folder, system or link was open to more people than intended",
    },
  },
  {
    value: "device-lost-or-stolen",
    group: groups.lost,
    label: {
      sv: "Dator, telefon eller usb-minne borta eller stulet",
      en: "Computer, phone or USB stick lost or stolen",
    },
  },
  {
    value: "paper-lost-or-stolen",
    group: groups.lost,
    label: { sv: "Papper borta, stulna eller kvarglömda", en: "Papers lost, stolen or left behind" },
  },
  {
    value: "paper-disposal",
    group: groups.lost,
    label: { sv: "Papper slängda så att andra kan läsa dem", en: "Papers thrown away so that others can read them" },
  },
  {
    value: "phishing",
    group: groups.attack,
    label: {
      sv: "Någon har lurats att lämna ut lösenord eller uppgifter",
      en: "Somebody was tricked into giving away a password or data",
    },
  },
  {
    value: "malware-or-hacking",
    group: groups.attack,
    label: { sv: "Skadlig kod eller hackning", en: "Malware or hacking" },
  },
  {
    value: "ransomware",
    group: groups.attack,
    label: { sv: "Filer har låsts och någon kräver pengar", en: "Files have been locked and somebody demands money" },
  },
  {
    value: "exploited-vulnerability",
    group: groups.attack,
    label: {
      sv: "Någon har utnyttjat en säkerhetsbrist i ett system",
      en: "Somebody has used a security flaw in a system",
    },
  },
  {
    value: "exfiltration",
    group: groups.attack,
    label: { sv: "Uppgifter har kopierats ut ur ett system", en: "Data has been copied out of a system" },
  },
  {
    value: "deleted-or-destroyed",
    group: groups.changed,
    label: { sv: "Uppgifter har raderats eller förstörts", en: "Data has been deleted or destroyed" },
  },
  {
    value: "unauthorised-change",
    group: groups.changed,
    label: {
      sv: "Uppgifter har ändrats av misstag eller av någon som inte fick",
      en: "Data has been changed by mistake or by somebody who was not allowed to",
    },
  },
  {
    value: "technical-fault",
    group: groups.changed,
    label: { sv: "Ett tekniskt fel i ett system", en: "A technical fault in a system" },
  },
  { value: "power-failure", group: groups.changed, label: { sv: "Strömavbrott", en: "Power failure" } },
  { value: "other", group: groups.else, label: { sv: "Något annat", en: "Something else" } },
  { value: "to-be-determined", group: groups.else, label: { sv: "Jag vet inte än", en: "I do not know yet" } },
] as const satisfies readonly Option[];
