import type { PlaceMembers } from "../../domain/city.ts";
import type { Text } from "../../domain/language.ts";

/** Places commonly taken for Stockholm that belong to another municipality. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  "0114": ["Väsby centrum"],
  "0120": ["Gustavsberg"],
  "0123": ["Jakobsberg", "Barkarby", "Barkarbystaden", "Viksjö", "Kallhäll"],
  "0125": ["Drottningholm", "Färentuna"],
  "0126": [
    "Segeltorp",
    "Stuvsta",
    "Snättringe",
    "Fullersta",
    "Flemingsberg",
    "Skogås",
    "Trångsund",
    "Vårby",
    "Kungens kurva",
    "Masmo",
  ],
  "0127": ["Fittja", "Alby", "Hallunda", "Norsborg", "Tumba", "Tullinge"],
  "0128": ["Rönninge"],
  "0136": ["Handen", "Vega", "Brandbergen", "Jordbro"],
  "0138": ["Bollmora", "Trollbäcken"],
  "0160": ["Täby centrum", "Näsbypark"],
  "0162": ["Mörby", "Djursholm", "Stocksund", "Enebyberg"],
  "0163": ["Helenelund", "Tureberg", "Rotebro", "Edsberg", "Häggvik", "Sollentuna centrum"],
  "0181": ["Hovsjö", "Ronna"],
  "0182": ["Sickla", "Finntorp", "Alphyddan", "Älta", "Saltsjöbaden", "Fisksätra", "Orminge", "Kvarnholmen"],
  "0183": ["Hallonbergen", "Rissne", "Duvbo", "Ör", "Lilla Ursvik", "Stora Ursvik"],
  "0184": ["Huvudsta", "Råsunda", "Bergshamra", "Hagalund", "Frösunda", "Arenastaden", "Järva (Solna)"],
};

const spanga = ["Solhem", "Bromsten", "Flysta", "Sundby", "Lunda", "Kälvesta", "Nälsta"];
const kista = ["Kista", "Akalla", "Husby"];
const farsta = ["Farsta", "Farsta strand", "Farstanäset", "Larsboda", "Hökarängen", "Fagersjö"];
const bandhagen = ["Bandhagen", "Högdalen", "Rågsved", "Hagsätra"];
const hagersten = [
  "Hägersten",
  "Hägerstensåsen",
  "Aspudden",
  "Midsommarkransen",
  "Västertorp",
  "Fruängen",
  "Mälarhöjden",
];
const skarholmen = ["Skärholmen", "Bredäng", "Sätra", "Vårberg"];
const johanneshov = ["Johanneshov", "Enskede gård", "Hammarbyhöjden", "Björkhagen", "Kärrtorp"];
const sodermalm = ["Södermalm", "Långholmen", "Reimersholme"];
const kungsholmen = [
  "Kungsholmen",
  "Stadshagen",
  "Kristineberg",
  "Fredhäll",
  "Marieberg",
  "Lilla Essingen",
  "Stora Essingen",
];

/**
 * Names people use that are not official districts, each with the districts it covers. Where they have different committees
 * the name is ambiguous, and the person is asked. "(postort)" marks the post town where a district has the same name.
 */
export const aliases: Readonly<Record<string, PlaceMembers>> = {
  Järvafältet: ["Akalla", "Husby", "Kista", "Hansta", "Rinkeby", "Tensta"],
  Hjulsta: ["Tensta"],
  Spånga: spanga,
  "Spånga (postort)": spanga,
  "Kista (postort)": kista,
  Gärdet: ["Ladugårdsgärdet"],
  "Södra Djurgården": ["Djurgården"],
  Hagastaden: ["Vasastaden", "kommun:0184"],
  "Norra Djurgårdsstaden": ["Hjorthagen", "Norra Djurgården", "Ladugårdsgärdet"],
  Roslagstull: ["Östermalm (del vid Roslagstull)"],
  Vasastan: ["Vasastaden"],
  Sibirien: ["Vasastaden"],
  City: ["Norrmalm"],
  Klara: ["Norrmalm"],
  Ruddammen: ["Norra Djurgården"],
  "Hammarby sjöstad": ["Södra Hammarbyhamnen"],
  Hornstull: ["Södermalm väster om Götgatan"],
  SoFo: ["Södermalm öster om Götgatan"],
  "Årsta holmar": ["sthlm-sdn-sodermalm"],
  Essingeöarna: ["Lilla Essingen", "Stora Essingen"],
  Hornsberg: ["Kristineberg"],
  Thorildsplan: ["Kristineberg"],
  Årstadal: ["Liljeholmen"],
  Liljeholmskajen: ["Liljeholmen"],
  Marievik: ["Liljeholmen"],
  Lövholmen: ["Liljeholmen"],
  Axelsberg: ["Hägersten"],
  Örnsberg: ["Hägersten"],
  Hökmossen: ["Hägerstensåsen"],
  Telefonplan: ["Midsommarkransen"],
  Kransen: ["Midsommarkransen"],
  Årstaberg: ["Liljeholmen", "Årsta"],
  Valla: ["Årsta"],
  Globen: ["Johanneshov"],
  Slakthusområdet: ["Johanneshov"],
  "Globen / Slakthusområdet": ["Johanneshov"],
  Gullmarsplan: ["Johanneshov"],
  "Svedmyra centrum": ["Svedmyra"],
  "Svedmyra (mindre del)": ["Svedmyra", "sthlm-sdn-enskede-arsta-vantor"],
  Pungpinan: ["Enskededalen"],
  Skarpnäck: ["Skarpnäcks gård"],
  Skarpnäcksfältet: ["Skarpnäcks gård"],
  Hammarbyskogen: ["Hammarbyhöjden"],
  Minneberg: ["Traneberg"],
  Annedal: ["Mariehäll"],
  "Annedal (Bromma)": ["Mariehäll"],
  "Bromma flygplats": ["Ulvsunda industriområde"],
  Brommaplan: ["Åkeslund", "Riksby"],
  Ängby: ["Norra Ängby", "Södra Ängby"],
  "Bromma (postort)": ["sthlm-sdn-bromma"],
  "Vällingby centrum": ["Vällingby"],
  Lövsta: ["Hässelby villastad"],
  EÅV: ["sthlm-sdn-enskede-arsta-vantor"],
  Enskede: ["Gamla Enskede", "Enskede gård", "Stureby", "Tallkrogen", "Svedmyra", "Gubbängen", "Enskededalen"],
  "Johanneshov (postort)": johanneshov,
  "Älvsjö (postort)": ["Älvsjö", "Solberga", "Örby slott", "Örby", "Östberga"],
  "Bandhagen (postort)": bandhagen,
  "Hägersten (postort)": hagersten,
  "Farsta (postort)": farsta,
  "Sköndal (postort)": ["Sköndal", "Skarpnäcks gård"],
  "Skärholmen (postort)": skarholmen,
  "Skarpnäck (postort)": ["Skarpnäcks gård", "Bagarmossen", "Sköndal"],
  "Vällingby (postort)": ["Vällingby", "Råcksta", "Grimsta", "Kälvesta", "Vinsta"],
  "Hässelby (postort)": ["Hässelby gård", "Hässelby strand", "Hässelby villastad"],
  "Stockholm (postort)": [
    "Norrmalm",
    "Vasastaden",
    "Östermalm",
    ...sodermalm,
    ...kungsholmen,
    "Liljeholmen",
    "Gröndal",
    "Årsta",
  ],
  "Norra innerstaden (postort)": ["Norrmalm", "Vasastaden", "Östermalm", "Ladugårdsgärdet"],
  "Centrala Stockholm (postort)": ["Norrmalm", "Östermalm", "Gamla stan", "Riddarholmen"],
  "Kungsholmen (postort)": kungsholmen,
  "Södermalm (postort)": ["Södermalm"],
  "Södermalm och Liljeholmen (postort)": [...sodermalm, "Liljeholmen", "Gröndal"],
  "Årsta och Hammarby sjöstad (postort)": ["Årsta", "Södra Hammarbyhamnen"],
  ...Object.fromEntries(
    Object.entries(elsewhere).flatMap(([code, names]) => names.map((name) => [name, [`kommun:${code}`]])),
  ),
};

/**
 * The first three digits of a postal code and the places they are known to cover. Hints only: the real borders between codes
 * are not the districts', and there is no freely licensed table of them. A code that is not here says nothing.
 */
export const postalTowns: Readonly<Record<string, string>> = {
  "111": "Centrala Stockholm (postort)",
  "112": "Kungsholmen (postort)",
  "113": "Norra innerstaden (postort)",
  "114": "Norra innerstaden (postort)",
  "115": "Norra innerstaden (postort)",
  "116": "Södermalm (postort)",
  "117": "Södermalm och Liljeholmen (postort)",
  "118": "Södermalm (postort)",
  "120": "Årsta och Hammarby sjöstad (postort)",
  "121": "Johanneshov (postort)",
  "122": "Enskede",
  "123": "Farsta (postort)",
  "124": "Bandhagen (postort)",
  "125": "Älvsjö (postort)",
  "126": "Hägersten (postort)",
  "127": "Skärholmen (postort)",
  "128": "Skarpnäck (postort)",
  "129": "Hägersten (postort)",
  "161": "Bromma (postort)",
  "162": "Vällingby (postort)",
  "163": "Spånga (postort)",
  "164": "Kista (postort)",
  "165": "Hässelby (postort)",
  "167": "Bromma (postort)",
  "168": "Bromma (postort)",
};

/** Districts with a piece in another committee's area, or with the name of a wider post town. */
export const placeNotes: Readonly<Record<string, Text>> = {
  Svedmyra: {
    sv: "En mindre del av Svedmyra hör till Enskede-Årsta-Vantör.",
    en: "A small part of Svedmyra belongs to Enskede-Årsta-Vantör.",
  },
  Björkhagen: {
    sv: "En liten del av Björkhagen hör till Södermalm.",
    en: "A small part of Björkhagen belongs to Södermalm.",
  },
  Johanneshov: {
    sv: "Postorten Johanneshov är större än stadsdelen: Hammarbyhöjden, Björkhagen och Kärrtorp hör till Skarpnäck.",
    en: "The post town Johanneshov is wider than the district: Hammarbyhöjden, Björkhagen and Kärrtorp belong to Skarpnäck.",
  },
  Älvsjö: {
    sv: "Postorten Älvsjö är större än stadsdelen: Örby och Östberga hör till Enskede-Årsta-Vantör.",
    en: "The post town Älvsjö is wider than the district: Örby and Östberga belong to Enskede-Årsta-Vantör.",
  },
};
