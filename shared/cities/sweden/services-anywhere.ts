import type { Service } from "../../domain/city.ts";
import { outside, ruled } from "../service-kinds.ts";

const group = "other";

/** What people often ask a municipality for, and state authorities answer. */
export const stateServices: readonly Service[] = [
  outside("folkbokforing", group, "ext-skatteverket", {
    sv: ["Folkbokföring och personnummer", "Var du är folkbokförd, namn, familj eller skyddad folkbokföring."],
    en: [
      "Population register and personal identity number",
      "Where you are registered, your name or family, or protected registration.",
    ],
  }),
  outside("forsakringskassan", group, "ext-forsakringskassan", {
    sv: [
      "Sjukpenning, föräldrapenning, bostadsbidrag",
      "Pengar från staten när du är sjuk, har barn eller låg inkomst.",
    ],
    en: [
      "Sickness, parental and housing benefit",
      "Money from the state when you are ill, have children or a low income.",
    ],
  }),
  outside("polis", group, "ext-polisen", {
    sv: ["Polisanmälan och brottsregister", "Anmälan, förhör, pass eller polisens register."],
    en: ["Police reports and criminal records", "Reports, interviews, passports or the police's registers."],
  }),
  outside("migration", group, "ext-migrationsverket", {
    sv: ["Asyl och uppehållstillstånd", "Ett ärende om att få stanna i Sverige."],
    en: ["Asylum and residence permits", "A matter of being allowed to stay in Sweden."],
  }),
  outside("skuld", group, "ext-kronofogden", {
    sv: ["Kronofogden", "Skulder, utmätning, vräkning eller skuldsanering."],
    en: ["Debt enforcement", "Debts, seizure, eviction or debt relief."],
  }),
];

/** A complaint, and the one to choose when none of the others fits. */
export const lastServices: readonly Service[] = [
  outside(
    "klagomal-gdpr",
    group,
    "ext-imy",
    {
      sv: ["Klaga på hur staden hanterar uppgifter", "Du är missnöjd med hur staden hanterar dina personuppgifter."],
      en: ["Complain about how the city handles data", "You are unhappy with how the city handles your personal data."],
    },
    {
      notes: [
        {
          sv: "Vänd dig gärna först till den nämnd det gäller och dess dataskyddsombud.",
          en: "You are welcome to turn first to the committee concerned and its data protection officer.",
        },
      ],
    },
  ),
  ruled(
    "vet-inte",
    "unknown",
    {
      kind: "ask",
      units: [],
      question: {
        sv: "Vad hade du kontakt med staden om, och när?",
        en: "What was your contact with the city about, and when?",
      },
    },
    "lived",
    "ask",
    {
      sv: ["Jag vet inte – sök brett", "Vi tar reda på vilka som kan ha uppgifter om dig."],
      en: ["I do not know – search widely", "We find out who may hold data about you."],
    },
  ),
];
