import type { Service } from "../../domain/city.ts";
import { central, outside, ruled } from "../service-kinds.ts";
import { lastServices, stateServices } from "../sweden/services-anywhere.ts";
import { districtsUntil, districtsUntil2020 } from "./old-records.ts";

const housing = "building-housing";
const leisure = "culture-leisure";
const traffic = "parking-traffic";
const work = "employment";
const other = "other";

/** Building, leisure, traffic, work, permits, state authorities, other municipalities, and those who do not know. */
export const placesServices: readonly Service[] = [
  // Each housing company of the group is a controller of its own; the rent notice tells which.
  ruled(
    "bostad-hyresgast",
    housing,
    {
      kind: "ask",
      units: ["gbg-framtiden"],
      question: { sv: "Vilken hyresvärd står på hyresavin?", en: "Which landlord is named on the rent notice?" },
    },
    null,
    "ours",
    {
      sv: ["Hyresgäst i ett bolag som staden äger", "Hyra, störningar eller felanmälan."],
      en: ["Tenant of a company owned by the city", "Rent, disturbances or repairs."],
    },
  ),
  central("bostad-ko", housing, "gbg-boplats", "ours", {
    sv: ["Bostadskö", "Din plats i bostadskön."],
    en: ["Housing queue", "Your place in the housing queue."],
  }),
  central("bygg-bygglov", housing, "gbg-stadsbyggnadsnamnden", "theirs", {
    sv: ["Bygglov", "Ansökan, anmälan eller beslut om att bygga."],
    en: ["Building permit", "Applications, notifications or decisions on building."],
  }),
  central("miljo-klagomal", housing, "gbg-miljo-klimat", "theirs", {
    sv: ["Miljö, hälsoskydd och livsmedel", "Klagomål på buller, mögel eller en restaurang."],
    en: ["Environment, health protection and food", "Complaints about noise, mould or a restaurant."],
  }),
  central("avfall-vatten", housing, "gbg-kretslopp-vatten", "theirs", {
    sv: ["Sopor och vatten", "Abonnemang och räkning för sopor och vatten."],
    en: ["Waste and water", "Subscription and bills for waste and water."],
  }),
  central("park-lokal", leisure, "gbg-stadsmiljonamnden", "theirs", {
    sv: ["Parker och lekplatser", "Synpunkter på en park eller lekplats."],
    en: ["Parks and playgrounds", "Comments on a park or playground."],
  }),
  central(
    "kultur-bibliotek",
    leisure,
    "gbg-kulturnamnden",
    "ask",
    {
      sv: ["Bibliotek", "Lånekort och lån."],
      en: ["Library", "Library card and loans."],
    },
    districtsUntil("2017-12-31"),
  ),
  central(
    "kultur-kulturskola",
    leisure,
    "gbg-grundskolenamnden",
    "ask",
    {
      sv: ["Kulturskolan", "Musik, dans eller teater för barn och unga."],
      en: ["School of arts", "Music, dance or theatre for children and young people."],
    },
    districtsUntil2020,
  ),
  central("idrott-simhall", leisure, "gbg-idrott-forening", "ask", {
    sv: ["Simhall, idrott och bidrag till föreningar", "Simskola, bokningar eller föreningsbidrag."],
    en: ["Swimming, sports and grants to associations", "Swimming lessons, bookings or grants."],
  }),
  ruled(
    "trafik-parkering",
    traffic,
    {
      kind: "ask",
      units: ["gbg-stadsmiljonamnden", "gbg-parkering"],
      question: {
        sv: "Gäller det ett tillstånd eller gatan, eller en parkeringsplats som bolaget sköter?",
        en: "Is it about a permit or the street, or a car park that the company runs?",
      },
    },
    null,
    "theirs",
    {
      sv: ["Parkering och gator", "Parkeringstillstånd, felparkering eller gatuärenden."],
      en: ["Parking and streets", "Parking permits, parking fines or street matters."],
    },
  ),
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
  central("arb-feriejobb", work, "gbg-arbvux", "ask", {
    sv: ["Feriejobb", "Du har sökt eller haft ett feriejobb."],
    en: ["Holiday job", "You have applied for or had a holiday job."],
  }),
  central("god-man", other, "gbg-overformyndarnamnden", "theirs", {
    sv: ["God man eller förvaltare", "Någon hjälper dig, eller du hjälper någon, med pengar och papper."],
    en: ["Guardian or administrator", "Somebody helps you, or you help somebody, with money and papers."],
  }),
  central("konsument", other, "gbg-demokrati-medborgarservice", "theirs", {
    sv: ["Konsumentrådgivning", "Du har fått råd som konsument."],
    en: ["Consumer advice", "You have had advice as a consumer."],
  }),
  central("tillstand-servering", other, "gbg-miljo-klimat", "theirs", {
    sv: ["Serveringstillstånd", "Du har sökt eller haft tillstånd att servera alkohol."],
    en: ["Licence to serve alcohol", "You have applied for or had a licence to serve alcohol."],
  }),
  central("kontaktcenter", other, "gbg-demokrati-medborgarservice", "ours", {
    sv: ["Kontaktcenter och medborgarkontor", "Du har ringt, skrivit till eller besökt staden."],
    en: ["Contact centre and citizens' offices", "You have called, written to or visited the city."],
  }),
  central("arkiv-aldre", other, "gbg-regionarkivet", "ours", {
    sv: ["Gamla handlingar", "En socialakt, ett betyg eller en ritning från förr."],
    en: ["Old records", "A social services file, a grade or a drawing from long ago."],
  }),
  ruled(
    "vard-journal-gbg",
    other,
    { kind: "health-care" },
    null,
    "ours",
    {
      sv: ["Vård och patientjournal", "Vårdcentral, sjukhus, psykiatri, BUP, BVC eller tandvård."],
      en: ["Health care and patient records", "Health centre, hospital, psychiatry, child health or dental care."],
    },
    {
      notes: [
        {
          sv: "En privat mottagning svarar för sin egen journal. Kommunens hemsjukvård hör till staden.",
          en: "A private clinic answers for its own records. Municipal home nursing belongs to the city.",
        },
      ],
    },
  ),
  outside(
    "raddningstjanst",
    other,
    "ext-raddningstjansten-storgoteborg",
    {
      sv: ["Räddningstjänst", "Brand, räddning eller tillsyn."],
      en: ["Fire and rescue service", "Fire, rescue or inspection."],
    },
    { elsewhere: "theirs" },
  ),
  ...stateServices,
  ruled("annan-kommun", other, { kind: "municipality" }, "municipality", "theirs", {
    sv: ["En annan kommun", "Det gäller en annan kommun än Göteborg."],
    en: ["Another municipality", "It is about another municipality than Göteborg."],
  }),
  ...lastServices,
];
