import type { Service } from "../../domain/city.ts";
import { central, local, ruled } from "../service-kinds.ts";
import { lastServices, stateServices } from "../sweden/services-anywhere.ts";
import { districtRecords } from "./old-records.ts";

const group = "other";
const work = "employment";

/** Work, guardianship, permits, state authorities, other municipalities, and those who do not know. */
export const otherServices: readonly Service[] = [
  ruled(
    "anstalld-personal",
    work,
    {
      kind: "workplace",
      byPlace: false,
      question: {
        sv: "I vilken förvaltning eller vilket bolag var du anställd, och vilka år?",
        en: "Which administration or company employed you, and in which years?",
      },
    },
    null,
    "ours",
    {
      sv: ["Anställning i staden", "Du är eller var anställd, eller har sökt jobb."],
      en: ["Employment in the city", "You are or were employed, or have applied for a job."],
    },
  ),
  central("arb-jobbtorg", work, "sthlm-arbetsmarknadsnamnden", "ask", {
    sv: ["Jobbtorg", "Du har fått stöd att hitta arbete."],
    en: ["Jobbtorg", "You have had support to find work."],
  }),
  local(
    "arb-feriejobb",
    work,
    "located",
    {
      sv: ["Feriejobb", "Du har sökt eller haft ett feriejobb."],
      en: ["Holiday job", "You have applied for or had a holiday job."],
    },
    { ...districtRecords, also: ["sthlm-arbetsmarknadsnamnden"] },
  ),
  central(
    "god-man",
    group,
    "sthlm-overformyndarnamnden",
    "theirs",
    {
      sv: ["God man eller förvaltare", "Någon hjälper dig, eller du hjälper någon, med pengar och papper."],
      en: ["Guardian or administrator", "Somebody helps you, or you help somebody, with money and papers."],
    },
    { notes: [{ sv: "Domstolen har beslutet.", en: "The court holds the decision." }] },
  ),
  local(
    "konsument",
    group,
    "lived",
    {
      sv: ["Konsumentvägledning", "Du har fått råd som konsument."],
      en: ["Consumer advice", "You have had advice as a consumer."],
    },
    districtRecords,
  ),
  central("tillstand-servering", group, "sthlm-socialnamnden", "theirs", {
    sv: ["Serveringstillstånd", "Du har sökt eller haft tillstånd att servera alkohol."],
    en: ["Licence to serve alcohol", "You have applied for or had a licence to serve alcohol."],
  }),
  central("begravning-gravratt", group, "sthlm-kyrkogardsnamnden", "theirs", {
    sv: ["Grav och begravningsplats", "Vem som har rätt till en grav."],
    en: ["Grave and cemetery", "Who holds the right to a grave."],
  }),
  central("val", group, "sthlm-valnamnden", "ours", {
    sv: ["Val och röstmottagare", "Du har arbetat vid ett val eller undrar något om valet."],
    en: ["Elections and polling staff", "You have worked at an election or have a question about one."],
  }),
  central("kontaktcenter", group, "sthlm-servicenamnden", "ours", {
    sv: ["Kontaktcenter Stockholm", "Du har ringt eller skrivit till stadens växel eller kontaktcenter."],
    en: ["Contact Centre Stockholm", "You have called or written to the city's switchboard or contact centre."],
  }),
  central("arkiv-aldre", group, "sthlm-stadsarkivet", "ours", {
    sv: ["Gamla handlingar", "En socialakt, ett betyg eller en ritning från förr."],
    en: ["Old records", "A social services file, a grade or a drawing from long ago."],
  }),
  ruled(
    "vard-journal",
    group,
    { kind: "health-care" },
    null,
    "ours",
    {
      sv: ["Vård och patientjournal", "Vårdcentral, sjukhus, psykiatri, BUP, BVC, tandvård eller hemsjukvård."],
      en: [
        "Health care and patient records",
        "Health centre, hospital, psychiatry, child health, dental care or home nursing.",
      ],
    },
    {
      notes: [
        {
          sv: "En privat mottagning svarar för sin egen journal. Sjuksköterskan på ett äldreboende hör till kommunen.",
          en: "A private clinic answers for its own records. The nurse in a care home belongs to the municipality.",
        },
      ],
    },
  ),
  ...stateServices,
  ruled("annan-kommun", group, { kind: "municipality" }, "municipality", "theirs", {
    sv: ["En annan kommun", "Det gäller en annan kommun än Stockholm."],
    en: ["Another municipality", "It is about another municipality than Stockholm."],
  }),
  ...lastServices,
];
