import type { PlaceMembers } from "../../domain/city.ts";
import type { Text } from "../../domain/language.ts";
import { districts } from "./districts.ts";

/** Every district that `unit` has or had. */
const all = (...units: readonly string[]): PlaceMembers =>
  districts
    .filter(({ eras }) => eras.some((era) => era.units.some((unit) => units.includes(unit))))
    .flatMap(({ official }) => official);

/** Places commonly taken for Göteborg that belong to another municipality. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  "1401": ["Landvetter", "Mölnlycke"],
  "1402": ["Sävedalen"],
  "1440": ["Nödinge"],
  "1481": ["Kållered", "Lindome"],
};

const bergsjon = ["Västra Bergsjön", "Östra Bergsjön"];
const torslanda = ["Arendal", "Björlanda", "Hjuvik", "Nolered"];
const tynnered = ["Bratthammar", "Grimmered", "Guldringen", "Kannebäck", "Näset", "Skattegården", "Ängås", "Önnered"];
const frolunda = ["Frölunda torg", "Järnbrott", "Ruddalen", "Tofta"];

/** Names people use that are not primärområden. "(postort)" marks a post town where something else has the same name. */
export const aliases: Readonly<Record<string, PlaceMembers>> = {
  Bergsjön: bergsjon,
  Kortedala: ["Norra Kortedala", "Södra Kortedala"],
  Gårdsten: ["Gårdstensberget"],
  Lärjedalen: ["Agnesberg", "Bergum", "Eriksbo", "Gunnilse", "Hammarkullen", "Hjällbo", "Linnarhult"],
  Biskopsgården: ["Norra Biskopsgården", "Södra Biskopsgården"],
  Torslanda: torslanda,
  Hisingen: all("gbg-soc-hisingen"),
  Eriksberg: ["Sannegården"],
  Backaplan: ["Kvillebäcken"],
  Linnéstaden: ["Annedal", "Haga", "Olivedal", "Änggården"],
  Nordstaden: ["Inom Vallgraven"],
  Gårda: ["Heden"],
  Örgryte: ["Bagaregården", "Kallebäck", "Kärralund", "Lunden", "Olskroken", "Redbergslid", "Skår", "Överås"],
  Frölunda: frolunda,
  Tynnered: tynnered,
  Älvsborg: ["Fiskebäck", "Hagen", "Långedrag"],
  Styrsö: ["Södra skärgården"],
  "Styrsö / Södra skärgården": ["Södra skärgården"],
  Brännö: ["Södra skärgården"],
  Donsö: ["Södra skärgården"],
  Vrångö: ["Södra skärgården"],
  Asperö: ["Södra skärgården"],
  "Angered (postort)": all("gbg-sdn-angered"),
  "Västra Frölunda (postort)": all("gbg-soc-sydvast"),
  "Hisings Backa (postort)": ["Backa", "Brunnsbo", "Skogome", "Skälltorp"],
  "Hisings Kärra (postort)": ["Kärra", "Rödbo"],
  ...Object.fromEntries(
    Object.entries(elsewhere).flatMap(([code, names]) => names.map((name) => [name, [`kommun:${code}`]])),
  ),
};

/** First three digits of a postal code, and the post town. Only a hint: a post town may span several committees. */
export const postalTowns: Readonly<Record<string, string>> = {
  "421": "Västra Frölunda (postort)",
  "422": "Hisings Backa (postort)",
  "423": "Torslanda",
  "424": "Angered (postort)",
  "425": "Hisings Kärra (postort)",
  "426": "Västra Frölunda (postort)",
  "427": "Billdal",
  "436": "Askim",
};

/** Districts with the name of a place that goes on in another municipality. */
export const placeNotes: Readonly<Record<string, Text>> = {
  Krokslätt: {
    sv: "En del av Krokslätt ligger i Mölndal, som svarar för sina egna uppgifter.",
    en: "A part of Krokslätt is in Mölndal, which answers for its own data.",
  },
  Billdal: {
    sv: "En del av Billdal ligger i Kungsbacka, som svarar för sina egna uppgifter.",
    en: "A part of Billdal is in Kungsbacka, which answers for its own data.",
  },
};
