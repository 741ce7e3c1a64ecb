import type { DistrictGroup } from "../../domain/city.ts";

/**
 * The 117 official stadsdelar, in groups that have had the same committees since the district committees began on 1 January 1997.
 * `unsure` marks the divisions of 1997 and 1998 that no source states.
 */
export const districts: readonly DistrictGroup[] = [
  {
    eras: [
      { from: "1999-01-01", units: ["sthlm-sdn-bromma"] },
      { from: "1997-01-01", units: ["sthlm-sdn-bromma"], unsure: true },
    ],
    official: [
      "Abrahamsberg",
      "Beckomberga",
      "Blackeberg",
      "Bromma kyrka",
      "Bällsta",
      "Eneby",
      "Mariehäll",
      "Norra Ängby",
      "Riksby",
      "Södra Ängby",
      "Ulvsunda industriområde",
      "Åkeshov",
      "Åkeslund",
    ],
  },
  {
    eras: [
      { from: "1999-01-01", units: ["sthlm-sdn-bromma"] },
      { from: "1997-01-01", units: ["sthlm-sdn-vasterled"], unsure: true },
    ],
    official: [
      "Alvik",
      "Höglandet",
      "Nockeby",
      "Nockebyhov",
      "Olovslund",
      "Smedslätten",
      "Stora mossen",
      "Traneberg",
      "Ulvsunda",
      "Ålsten",
      "Äppelviken",
    ],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-enskede-arsta-vantor"] },
      { from: "1997-01-01", units: ["sthlm-sdn-vantor"] },
    ],
    official: ["Bandhagen", "Hagsätra", "Högdalen", "Rågsved", "Örby"],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-enskede-arsta-vantor"] },
      { from: "1999-01-01", units: ["sthlm-sdn-enskede-arsta"] },
      { from: "1997-01-01", units: ["sthlm-sdn-enskede"], unsure: true },
    ],
    official: ["Enskede gård", "Enskedefältet", "Gamla Enskede", "Stureby"],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-enskede-arsta-vantor"] },
      { from: "1999-01-01", units: ["sthlm-sdn-enskede-arsta"] },
      { from: "1997-01-01", units: ["sthlm-sdn-arsta"] },
    ],
    official: ["Johanneshov", "Årsta", "Östberga"],
  },
  {
    eras: [
      { from: "1999-01-01", units: ["sthlm-sdn-farsta"] },
      { from: "1997-01-01", units: ["sthlm-sdn-farsta", "sthlm-sdn-soderled"], unsure: true },
    ],
    official: [
      "Fagersjö",
      "Farsta",
      "Farsta strand",
      "Farstanäset",
      "Gubbängen",
      "Hökarängen",
      "Larsboda",
      "Sköndal",
      "Svedmyra",
      "Tallkrogen",
    ],
  },
  {
    eras: [
      { from: "2020-07-01", units: ["sthlm-sdn-hagersten-alvsjo"] },
      { from: "1997-01-01", units: ["sthlm-sdn-alvsjo"] },
    ],
    official: ["Herrängen", "Liseberg", "Långbro", "Långsjö", "Solberga", "Älvsjö", "Örby slott"],
  },
  {
    eras: [
      { from: "2020-07-01", units: ["sthlm-sdn-hagersten-alvsjo"] },
      { from: "2007-01-01", units: ["sthlm-sdn-hagersten-liljeholmen"] },
      { from: "1997-01-01", units: ["sthlm-sdn-liljeholmen"] },
    ],
    official: ["Aspudden", "Gröndal", "Liljeholmen", "Midsommarkransen", "Västberga"],
  },
  {
    eras: [
      { from: "2020-07-01", units: ["sthlm-sdn-hagersten-alvsjo"] },
      { from: "2007-01-01", units: ["sthlm-sdn-hagersten-liljeholmen"] },
      { from: "1997-01-01", units: ["sthlm-sdn-hagersten"] },
    ],
    official: ["Fruängen", "Hägersten", "Hägerstensåsen", "Mälarhöjden", "Västertorp"],
  },
  {
    eras: [
      { from: "1999-01-01", units: ["sthlm-sdn-hasselby-vallingby"] },
      { from: "1997-01-01", units: ["sthlm-sdn-hasselby"] },
    ],
    official: ["Hässelby gård", "Hässelby strand", "Hässelby villastad"],
  },
  {
    eras: [
      { from: "1999-01-01", units: ["sthlm-sdn-hasselby-vallingby"] },
      { from: "1997-01-01", units: ["sthlm-sdn-hasselby", "sthlm-sdn-vallingby"], unsure: true },
    ],
    official: ["Grimsta", "Kälvesta", "Nälsta", "Råcksta", "Vinsta"],
  },
  {
    eras: [
      { from: "1999-01-01", units: ["sthlm-sdn-hasselby-vallingby"] },
      { from: "1997-01-01", units: ["sthlm-sdn-vallingby"] },
    ],
    official: ["Vällingby"],
  },
  {
    eras: [
      { from: "2023-07-01", units: ["sthlm-sdn-jarva"] },
      { from: "1997-01-01", units: ["sthlm-sdn-spanga-tensta"] },
    ],
    official: ["Bromsten", "Flysta", "Lunda", "Solhem", "Sundby", "Tensta"],
  },
  {
    eras: [
      { from: "2023-07-01", units: ["sthlm-sdn-jarva"] },
      { from: "2007-01-01", units: ["sthlm-sdn-rinkeby-kista"] },
      { from: "1997-01-01", units: ["sthlm-sdn-kista"] },
    ],
    official: ["Akalla", "Hansta", "Husby", "Kista"],
  },
  {
    eras: [
      { from: "2023-07-01", units: ["sthlm-sdn-jarva"] },
      { from: "2007-01-01", units: ["sthlm-sdn-rinkeby-kista"] },
      { from: "1997-01-01", units: ["sthlm-sdn-rinkeby"] },
    ],
    official: ["Rinkeby"],
  },
  {
    eras: [{ from: "1997-01-01", units: ["sthlm-sdn-kungsholmen"] }],
    official: [
      "Fredhäll",
      "Kristineberg",
      "Kungsholmen",
      "Lilla Essingen",
      "Marieberg",
      "Stadshagen",
      "Stora Essingen",
    ],
  },
  {
    eras: [
      { from: "2023-07-01", units: ["sthlm-sdn-norra-innerstaden"] },
      { from: "1997-01-01", units: ["sthlm-sdn-ostermalm"] },
    ],
    official: ["Djurgården", "Hjorthagen", "Ladugårdsgärdet", "Norra Djurgården", "Östermalm"],
  },
  {
    eras: [
      { from: "2023-07-01", units: ["sthlm-sdn-norra-innerstaden"] },
      { from: "1997-01-01", units: ["sthlm-sdn-norrmalm"] },
    ],
    official: ["Norrmalm", "Skeppsholmen", "Vasastaden"],
    parts: ["Östermalm (del vid Roslagstull)"],
  },
  {
    eras: [{ from: "1997-01-01", units: ["sthlm-sdn-skarholmen"] }],
    official: ["Bredäng", "Skärholmen", "Sätra", "Vårberg"],
  },
  {
    eras: [
      { from: "1999-01-01", units: ["sthlm-sdn-skarpnack"] },
      { from: "1997-01-01", units: ["sthlm-sdn-hammarby"] },
    ],
    official: ["Bagarmossen", "Björkhagen", "Enskededalen", "Flaten", "Hammarbyhöjden", "Kärrtorp", "Orhem", "Skrubba"],
  },
  {
    eras: [{ from: "1997-01-01", units: ["sthlm-sdn-skarpnack"] }],
    official: ["Skarpnäcks gård"],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-sodermalm"] },
      { from: "1997-01-01", units: ["sthlm-sdn-maria-gamla-stan"] },
    ],
    official: ["Gamla stan", "Långholmen", "Reimersholme", "Riddarholmen"],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-sodermalm"] },
      { from: "1997-01-01", units: ["sthlm-sdn-katarina-sofia"] },
    ],
    official: [],
    parts: ["Södermalm öster om Götgatan"],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-sodermalm"] },
      { from: "1999-01-01", units: ["sthlm-sdn-katarina-sofia", "sthlm-sdn-maria-gamla-stan"] },
      { from: "1997-01-01", units: ["sthlm-sdn-katarina-sofia", "sthlm-sdn-maria-gamla-stan", "sthlm-sdn-hornstull"] },
    ],
    official: ["Södermalm"],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-sodermalm"] },
      { from: "1999-01-01", units: ["sthlm-sdn-katarina-sofia"] },
      { from: "1997-01-01", units: ["sthlm-sdn-hammarby"] },
    ],
    official: ["Södra Hammarbyhamnen"],
  },
  {
    eras: [
      { from: "2007-01-01", units: ["sthlm-sdn-sodermalm"] },
      { from: "1999-01-01", units: ["sthlm-sdn-maria-gamla-stan"] },
      { from: "1997-01-01", units: ["sthlm-sdn-maria-gamla-stan", "sthlm-sdn-hornstull"], unsure: true },
    ],
    official: [],
    parts: ["Södermalm väster om Götgatan"],
  },
];
