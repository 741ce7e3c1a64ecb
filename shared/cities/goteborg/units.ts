import type { Unit, UnitId } from "../../domain/city.ts";

type Row = Omit<Unit, "predecessors">;
type More = Partial<Pick<Unit, "kind" | "area" | "validFrom" | "validTo" | "successors">>;

/** A unit whose beginning no source in this data states, unless said. */
const unit = (id: UnitId, name: string, controller: string, more: More = {}): Row => ({
  id,
  name,
  kind: "facknamnd",
  administration: name,
  controller,
  validFrom: null,
  validTo: null,
  successors: [],
  ...more,
});

/** The social services of a part of the city. */
const social = (key: string, area: string): Row =>
  unit(`gbg-soc-${key}`, `Socialförvaltningen ${area}`, `Socialnämnden ${area}`, { area, validFrom: "2021-01-01" });

/** A district committee of 2011–2020. Who came after it depends on the service, which says so itself (`formerly`). */
const district = (key: string, area: string, socialServices: string): Row =>
  unit(`gbg-sdn-${key}`, `${area} stadsdelsförvaltning`, `${area} stadsdelsnämnd`, {
    area,
    kind: "stadsdelsnamnd",
    validFrom: "2011-01-01",
    validTo: "2020-12-31",
    successors: [
      `gbg-soc-${socialServices}`,
      "gbg-avo",
      "gbg-funktionsstod",
      "gbg-forskolenamnden",
      "gbg-grundskolenamnden",
    ],
  });

const rows: readonly Row[] = [
  social("nordost", "Nordost"),
  social("centrum", "Centrum"),
  social("sydvast", "Sydväst"),
  social("hisingen", "Hisingen"),
  unit("gbg-avo", "Äldre samt vård- och omsorgsförvaltningen", "Äldre samt vård- och omsorgsnämnden", {
    validFrom: "2021-01-01",
  }),
  unit("gbg-funktionsstod", "Förvaltningen för funktionsstöd", "Nämnden för funktionsstöd", {
    validFrom: "2021-01-01",
  }),
  unit("gbg-forskolenamnden", "Förskoleförvaltningen", "Förskolenämnden", { validFrom: "2018-07-01" }),
  unit("gbg-grundskolenamnden", "Grundskoleförvaltningen", "Grundskolenämnden", { validFrom: "2018-07-01" }),
  unit("gbg-utbildningsnamnden", "Utbildningsförvaltningen", "Utbildningsnämnden"),
  unit(
    "gbg-arbvux",
    "Förvaltningen för arbetsmarknad och vuxenutbildning",
    "Nämnden för arbetsmarknad och vuxenutbildning",
  ),
  unit("gbg-stadsledningskontoret", "Stadsledningskontoret", "Kommunstyrelsen"),
  unit("gbg-intraservice", "Intraservice", "Nämnden för Intraservice"),
  unit(
    "gbg-demokrati-medborgarservice",
    "Förvaltningen för demokrati och medborgarservice",
    "Nämnden för demokrati och medborgarservice",
    { validFrom: "2021-01-01" },
  ),
  unit("gbg-overformyndarnamnden", "Överförmyndarförvaltningen", "Överförmyndarnämnden"),
  unit("gbg-miljo-klimat", "Miljöförvaltningen", "Miljö- och klimatnämnden"),
  unit("gbg-kulturnamnden", "Kulturförvaltningen", "Kulturnämnden"),
  unit("gbg-idrott-forening", "Idrotts- och föreningsförvaltningen", "Idrotts- och föreningsnämnden"),
  unit("gbg-kretslopp-vatten", "Kretslopp och vatten", "Kretslopp och vattennämnden"),
  unit("gbg-inkop", "Förvaltningen för inköp och upphandling", "Nämnden för inköp och upphandling"),
  unit("gbg-stadsbyggnadsnamnden", "Stadsbyggnadsförvaltningen", "Stadsbyggnadsnämnden", { validFrom: "2023-01-02" }),
  unit("gbg-exploateringsnamnden", "Exploateringsförvaltningen", "Exploateringsnämnden", { validFrom: "2023-01-02" }),
  unit("gbg-stadsmiljonamnden", "Stadsmiljöförvaltningen", "Stadsmiljönämnden", { validFrom: "2023-01-02" }),
  unit("gbg-stadsfastighetsnamnden", "Stadsfastighetsförvaltningen", "Stadsfastighetsnämnden", {
    validFrom: "2023-01-02",
  }),
  unit("gbg-byggnadsnamnden-old", "Stadsbyggnadskontoret", "Byggnadsnämnden", {
    validTo: "2023-01-01",
    successors: ["gbg-stadsbyggnadsnamnden"],
  }),
  unit("gbg-fastighetsnamnden-old", "Fastighetskontoret", "Fastighetsnämnden", {
    validTo: "2023-01-01",
    successors: ["gbg-exploateringsnamnden", "gbg-stadsfastighetsnamnden"],
  }),
  unit("gbg-trafiknamnden-old", "Trafikkontoret", "Trafiknämnden", {
    validTo: "2023-01-01",
    successors: ["gbg-stadsmiljonamnden", "gbg-exploateringsnamnden"],
  }),
  unit("gbg-park-natur-old", "Park- och naturförvaltningen", "Park- och naturnämnden", {
    validTo: "2023-01-01",
    successors: ["gbg-stadsmiljonamnden"],
  }),
  unit("gbg-lokalnamnden-old", "Lokalförvaltningen", "Lokalnämnden", {
    validTo: "2023-01-01",
    successors: ["gbg-stadsfastighetsnamnden"],
  }),
  unit("gbg-social-resursnamnd", "Social resursförvaltning", "Social resursnämnd", {
    validTo: "2020-12-31",
    successors: [
      "gbg-soc-centrum",
      "gbg-soc-nordost",
      "gbg-soc-sydvast",
      "gbg-soc-hisingen",
      "gbg-avo",
      "gbg-funktionsstod",
    ],
  }),
  district("angered", "Angered", "nordost"),
  district("ostra-goteborg", "Östra Göteborg", "nordost"),
  district("orgryte-harlanda", "Örgryte-Härlanda", "centrum"),
  district("centrum", "Centrum", "centrum"),
  district("majorna-linne", "Majorna-Linné", "centrum"),
  district("askim-frolunda-hogsbo", "Askim-Frölunda-Högsbo", "sydvast"),
  district("vastra-goteborg", "Västra Göteborg", "sydvast"),
  district("lundby", "Lundby", "hisingen"),
  district("norra-hisingen", "Norra Hisingen", "hisingen"),
  district("vastra-hisingen", "Västra Hisingen", "hisingen"),
  unit(
    "gbg-regionarkivet",
    "Regionarkivet (Region- och Stadsarkivet Göteborg)",
    "Arkivnämnden (gemensam för VGR och Göteborgs Stad)",
  ),
  unit(
    "gbg-framtiden",
    "Framtidenkoncernen (Bostadsbolaget, Poseidon, Familjebostäder i Göteborg, Gårdstensbostäder)",
    "Respektive bolags styrelse",
    { kind: "bolag" },
  ),
  unit("gbg-boplats", "Boplats Göteborg AB", "Boplats Göteborg AB (styrelsen)", { kind: "bolag" }),
  unit("gbg-parkering", "Göteborgs Stads Parkeringsaktiebolag", "Bolagets styrelse", { kind: "bolag" }),
];

/** Every unit of Göteborg since the ten district committees of 2011. */
export const units: readonly Unit[] = rows.map((row) => ({
  ...row,
  predecessors: rows.filter(({ successors }) => successors.includes(row.id)).map(({ id }) => id),
}));
