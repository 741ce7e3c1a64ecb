import type { FormPage } from "../form.ts";

/** Seven short pages; with the one where the answers are checked, eight. */
export const incidentPages = [
  {
    id: "what",
    slug: { sv: "vad", en: "what" },
    heading: { sv: "Vad har hänt?", en: "What has happened?" },
    asks: [{ field: "/whatHappened" }, { field: "/description" }],
  },
  {
    id: "detected",
    slug: { sv: "upptackt", en: "noticed" },
    heading: { sv: "När och hur upptäcktes incidenten?", en: "When and how was it noticed?" },
    asks: [{ field: "/detectedAt" }, { field: "/discoveredBy" }, { field: "/awareAt" }, { field: "/awareDelayReason" }],
  },
  {
    id: "occurred",
    slug: { sv: "nar", en: "when" },
    heading: { sv: "När och varför hände det?", en: "When and why did it happen?" },
    hint: {
      sv: "Pågår det nu: ring it-supporten. Det är bra att anmäla även om du inte vet.",
      en: "If it is going on now: call IT support. It is good to report even if you do not know.",
    },
    asks: [{ field: "/occurredAt" }, { field: "/ongoing" }, { field: "/cause" }],
  },
  {
    id: "persons",
    slug: { sv: "personer", en: "people" },
    heading: { sv: "Vilka personer berörs?", en: "Who is affected?" },
    asks: [{ field: "/personGroups" }, { field: "/personsAbout" }],
  },
  {
    id: "data",
    slug: { sv: "uppgifter", en: "data" },
    heading: { sv: "Vilka uppgifter gäller det?", en: "Which data is it about?" },
    hint: {
      sv: "Gäller det någon med skyddade personuppgifter? Ring dataskyddsombudet nu.",
      en: "Is it about somebody with a protected identity? Call the data protection officer now.",
    },
    asks: [{ field: "/dataKinds" }, { field: "/effect" }],
  },
  {
    id: "done",
    slug: { sv: "gjort", en: "done" },
    heading: { sv: "Vad har ni gjort hittills?", en: "What have you done so far?" },
    asks: [{ field: "/stopped" }, { field: "/measuresTaken" }],
  },
  {
    id: "manager",
    slug: { sv: "chef", en: "manager" },
    heading: { sv: "Vem är ansvarig chef?", en: "Who is the responsible manager?" },
    asks: [{ field: "/manager" }, { field: "/unit" }, { field: "/drill" }],
  },
] as const satisfies readonly FormPage[];
