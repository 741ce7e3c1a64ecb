import type { Service } from "../../domain/city.ts";
import { central, local, outside, ruled } from "../service-kinds.ts";
import { districtRecords } from "./old-records.ts";

const housing = "building-housing";
const leisure = "culture-leisure";
const traffic = "parking-traffic";

/** Building and housing, culture and leisure, parking and traffic. */
export const livingServices: readonly Service[] = [
  ruled(
    "bostad-hyresgast",
    housing,
    {
      kind: "ask",
      units: [
        "sthlm-bolag-svenska-bostader",
        "sthlm-bolag-familjebostader",
        "sthlm-bolag-stockholmshem",
        "sthlm-bolag-stadsholmen",
        "sthlm-bolag-micasa",
        "sthlm-shis",
      ],
      question: { sv: "Vilken hyresvärd står på hyresavin?", en: "Which landlord is named on the rent notice?" },
    },
    null,
    "ours",
    {
      sv: ["Hyresgäst i ett bolag som staden äger", "Hyra, störningar eller felanmälan."],
      en: ["Tenant of a company owned by the city", "Rent, disturbances or repairs."],
    },
  ),
  central("bostad-ko", housing, "sthlm-bolag-bostadsformedlingen", "ours", {
    sv: ["Bostadskö", "Din plats i bostadskön."],
    en: ["Housing queue", "Your place in the housing queue."],
  }),
  central(
    "bygg-bygglov",
    housing,
    "sthlm-stadsbyggnadsnamnden",
    "theirs",
    {
      sv: ["Bygglov", "Ansökan, anmälan eller beslut om att bygga."],
      en: ["Building permit", "Applications, notifications or decisions on building."],
    },
    {
      notes: [
        {
          sv: "Ritningar till och med 1978 finns hos Stadsarkivet. Enklare bygglov låg hos stadsdelarna till och med 2006.",
          en: "Drawings until 1978 are kept by Stadsarkivet. Simple permits were handled by the districts until 2006.",
        },
      ],
    },
  ),
  central("miljo-klagomal", housing, "sthlm-miljo-halsoskyddsnamnden", "theirs", {
    sv: ["Miljö, hälsoskydd och livsmedel", "Klagomål på buller, mögel eller en restaurang."],
    en: ["Environment, health protection and food", "Complaints about noise, mould or a restaurant."],
  }),
  central("avfall-vatten", housing, "sthlm-bolag-svoa", "theirs", {
    sv: ["Sopor och vatten", "Abonnemang och räkning för sopor och vatten."],
    en: ["Waste and water", "Subscription and bills for waste and water."],
  }),
  local(
    "park-lokal",
    leisure,
    "located",
    {
      sv: ["Parker och utemiljö i stadsdelen", "Synpunkter på en park eller lekplats."],
      en: ["Local parks and outdoor areas", "Comments on a park or playground."],
    },
    {
      ...districtRecords,
      notes: [
        {
          sv: "Trafiknämnden svarar för gator och stora parker.",
          en: "Trafiknämnden answers for streets and large parks.",
        },
      ],
    },
  ),
  local(
    "fritid-fritidsgard",
    leisure,
    "located",
    {
      sv: ["Fritidsgård, ungdomens hus, parklek", "Besök och aktiviteter för barn och unga."],
      en: ["Youth centre or play park", "Visits and activities for children and young people."],
    },
    districtRecords,
  ),
  central("kultur-bibliotek", leisure, "sthlm-kulturnamnden", "ask", {
    sv: ["Bibliotek", "Lånekort och lån."],
    en: ["Library", "Library card and loans."],
  }),
  central("kultur-kulturskola", leisure, "sthlm-kulturnamnden", "ask", {
    sv: ["Kulturskolan", "Musik, dans eller teater för barn och unga."],
    en: ["School of arts", "Music, dance or theatre for children and young people."],
  }),
  central("idrott-simhall", leisure, "sthlm-idrottsnamnden", "ask", {
    sv: ["Simhall, idrott och bidrag till idrottsföreningar", "Simskola, bokningar eller föreningsbidrag."],
    en: ["Swimming, sports and grants to sports clubs", "Swimming lessons, bookings or grants."],
  }),
  central(
    "trafik-parkering",
    traffic,
    "sthlm-trafiknamnden",
    "theirs",
    {
      sv: ["Boendeparkering, parkeringsanmärkning, gator", "Parkeringstillstånd, felparkering eller gatuärenden."],
      en: ["Resident parking, parking fines, streets", "Parking permits, parking fines or street matters."],
    },
    {
      notes: [
        {
          sv: "Stockholm Parkering svarar för garage, och Transportstyrelsen för trängselskatt.",
          en: "Stockholm Parkering answers for garages, and Transportstyrelsen for the congestion charge.",
        },
      ],
    },
  ),
  central("funk-parkeringstillstand", traffic, "sthlm-trafiknamnden", "theirs", {
    sv: [
      "Parkeringstillstånd för rörelsehindrade",
      "Du har sökt eller fått tillstånd. Kommunen där du är folkbokförd svarar.",
    ],
    en: [
      "Parking permit for persons with disabilities",
      "You applied for or have a permit. The municipality where you are registered answers.",
    ],
  }),
  outside(
    "raddningstjanst",
    "other",
    "ext-ssbf",
    {
      sv: ["Brandförsvar", "Brand, räddning eller tillsyn."],
      en: ["Fire and rescue service", "Fire, rescue or inspection."],
    },
    { elsewhere: "theirs" },
  ),
];
