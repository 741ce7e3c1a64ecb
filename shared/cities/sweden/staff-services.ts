import type { Service, UnitId } from "../../domain/city.ts";
import { ruled } from "../service-kinds.ts";

const group = "other";
const staff = { forCitizens: false } as const;

/** What employees report: breaches, by where they happened. Not shown to citizens. `owners` hold the systems that many share. */
export const staffServices = (owners: readonly UnitId[]): readonly Service[] => [
  ruled(
    "incident-egen-enhet",
    group,
    {
      kind: "workplace",
      byPlace: true,
      question: {
        sv: "I vilken förvaltning eller vilket bolag hände det?",
        en: "In which administration or company did it happen?",
      },
    },
    "workplace",
    "theirs",
    {
      sv: ["Personuppgiftsincident i egen verksamhet", "Fel mottagare, tappad dator eller obehörig läsning."],
      en: ["Personal data breach in the own unit", "A wrong recipient, a lost computer or unauthorised reading."],
    },
    staff,
  ),
  ruled(
    "incident-delat-system",
    group,
    {
      kind: "ask",
      units: owners,
      district: true,
      question: {
        sv: "Vilket system gäller det, och vilka förvaltningar drabbas?",
        en: "Which system is it, and which administrations are affected?",
      },
    },
    "workplace",
    "ours",
    {
      sv: ["Incident i ett gemensamt system", "Ett fel i ett system drabbar flera förvaltningar."],
      en: ["Breach in a shared system", "A fault in a system affects several administrations."],
    },
    staff,
  ),
  ruled(
    "incident-leverantor",
    group,
    {
      kind: "ask",
      units: [],
      question: {
        sv: "Vilken nämnd har avtalet med leverantören?",
        en: "Which committee has the contract with the supplier?",
      },
    },
    "workplace",
    "ours",
    {
      sv: ["Incident hos en leverantör", "En leverantör har haft ett fel eller ett intrång."],
      en: ["Breach at a supplier", "A supplier has had a fault or an intrusion."],
    },
    staff,
  ),
  ruled(
    "incident-annan-namnd",
    group,
    {
      kind: "ask",
      units: [],
      question: { sv: "Vems uppgifter är det, och vem fick dem?", en: "Whose data is it, and who received it?" },
    },
    "workplace",
    "ours",
    {
      sv: ["Jag hittade en annan förvaltnings uppgifter", "Ett mejl eller en akt hör till någon annan."],
      en: ["I found another administration's data", "An e-mail or a file belongs to somebody else."],
    },
    staff,
  ),
];
