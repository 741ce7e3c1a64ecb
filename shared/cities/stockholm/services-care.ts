import type { Service } from "../../domain/city.ts";
import { central, local, outside, ruled } from "../service-kinds.ts";
import { socialRecords } from "./old-records.ts";

const group = "social-services";
const elderly = "elderly-care";

/** Support for persons with disabilities, and elderly care. */
export const careServices: readonly Service[] = [
  local(
    "funk-lss",
    group,
    "lived",
    {
      sv: [
        "LSS och stöd vid funktionsnedsättning",
        "Du har assistans, boende, ledsagning, korttids eller daglig verksamhet.",
      ],
      en: [
        "Support for persons with disabilities (LSS)",
        "You have assistance, housing, an escort, respite or daily activity.",
      ],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Försäkringskassan svarar för statlig assistansersättning, och ett assistansbolag för sin egen dokumentation.",
          en: "Försäkringskassan answers for state assistance benefit, and a private provider for its own records.",
        },
      ],
    },
  ),
  central("funk-bostadsanpassning", group, "sthlm-stadsbyggnadsnamnden", "theirs", {
    sv: ["Bostadsanpassningsbidrag", "Du har sökt bidrag för att bygga om hemma."],
    en: ["Home adaptation grant", "You have applied for a grant to adapt your home."],
  }),
  local(
    "aldre-hemtjanst",
    elderly,
    "lived",
    {
      sv: [
        "Hemtjänst och beslut om äldreomsorg",
        "Du eller en anhörig har sökt eller fått hemtjänst, dagverksamhet eller äldreboende.",
      ],
      en: [
        "Home care and decisions on elderly care",
        "You or a relative applied for or had home care, day care or a care home.",
      ],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Ett företag som utför hemtjänsten har egen dokumentation.",
          en: "A company that carries out the home care has its own records.",
        },
      ],
    },
  ),
  local(
    "aldre-boende",
    elderly,
    "before-moving",
    {
      sv: ["Vård- och omsorgsboende", "Du eller en anhörig bor eller bodde på ett äldreboende."],
      en: ["Care home", "You or a relative live or lived in a care home."],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Stadsdelen som beslutade svarar för beslutet. Den som driver boendet har sjuksköterskans journal: ange även var boendet ligger.",
          en: "The district that decided answers for the decision. Whoever runs the home keeps the nurse's records: say where the home is, too.",
        },
      ],
    },
  ),
  local(
    "aldre-trygghetslarm",
    elderly,
    "lived",
    {
      sv: ["Trygghetslarm", "Du eller en anhörig har ett larm hemma."],
      en: ["Personal alarm", "You or a relative have an alarm at home."],
    },
    { ...socialRecords, also: ["sthlm-aldrenamnden"] },
  ),
  ruled(
    "dodsboanmalan",
    group,
    {
      kind: "ask",
      units: ["sthlm-socialnamnden"],
      district: true,
      question: {
        sv: "I vilken stadsdel bodde den som har dött, och vem hade du kontakt med?",
        en: "Which district did the person who died live in, and who were you in touch with?",
      },
    },
    "lived",
    "theirs",
    {
      sv: ["Dödsboanmälan", "Den som dog saknade tillgångar, och staden gjorde en anmälan."],
      en: ["Report on an estate", "The person who died had no assets, and the city made a report."],
    },
    socialRecords,
  ),
  outside("funk-fardtjanst", group, "ext-region-stockholm", {
    sv: ["Färdtjänst och riksfärdtjänst", "Du har tillstånd att resa när du inte kan åka kollektivt."],
    en: ["Mobility service", "You have a permit to travel when you cannot use public transport."],
  }),
];
