import type { Unit, UnitId } from "../../domain/city.ts";

const districtId = (key: string): UnitId => `sthlm-sdn-${key}`;

/** A district committee; `asOwner` is the area's name before "stadsdelsnämnd". */
const committee = (
  key: string,
  area: string,
  asOwner: string,
  validFrom: string,
  validTo: string | null = null,
  successors: readonly string[] = [],
) => ({
  id: districtId(key),
  name: `${asOwner} stadsdelsnämnd`,
  area,
  kind: "stadsdelsnamnd" as const,
  administration: `${asOwner} stadsdelsförvaltning`,
  controller: `${asOwner} stadsdelsnämnd`,
  validFrom,
  validTo,
  successors: successors.map(districtId),
});

/** A unit for the whole city, whose beginning no source in this data states. */
const standing = (id: UnitId, kind: "facknamnd" | "bolag" | "stiftelse", name: string, controller: string) => ({
  id,
  name,
  kind,
  administration: name,
  controller,
  validFrom: null,
  validTo: null,
  successors: [],
});

/** A city company; its board is the controller. */
const company = (key: string, name: string) => standing(`sthlm-bolag-${key}`, "bolag", name, `${name} (styrelsen)`);

const rows: readonly Omit<Unit, "predecessors">[] = [
  // The eleven of today.
  committee("bromma", "Bromma", "Bromma", "1997-01-01"),
  committee("enskede-arsta-vantor", "Enskede-Årsta-Vantör", "Enskede-Årsta-Vantörs", "2007-01-01"),
  committee("farsta", "Farsta", "Farsta", "1997-01-01"),
  committee("hagersten-alvsjo", "Hägersten-Älvsjö", "Hägersten-Älvsjö", "2020-07-01"),
  committee("hasselby-vallingby", "Hässelby-Vällingby", "Hässelby-Vällingby", "1999-01-01"),
  committee("jarva", "Järva", "Järva", "2023-07-01"),
  committee("kungsholmen", "Kungsholmen", "Kungsholmens", "1997-01-01"),
  committee("norra-innerstaden", "Norra innerstaden", "Norra innerstadens", "2023-07-01"),
  committee("skarpnack", "Skarpnäck", "Skarpnäcks", "1997-01-01"),
  committee("skarholmen", "Skärholmen", "Skärholmens", "1997-01-01"),
  committee("sodermalm", "Södermalm", "Södermalms", "2007-01-01"),
  // Those that have ended, the latest first: the day they ended, and who took over.
  committee("rinkeby-kista", "Rinkeby-Kista", "Rinkeby-Kista", "2007-01-01", "2023-06-30", ["jarva"]),
  committee("spanga-tensta", "Spånga-Tensta", "Spånga-Tensta", "1997-01-01", "2023-06-30", ["jarva"]),
  committee("norrmalm", "Norrmalm", "Norrmalms", "1997-01-01", "2023-06-30", ["norra-innerstaden"]),
  committee("ostermalm", "Östermalm", "Östermalms", "1997-01-01", "2023-06-30", ["norra-innerstaden"]),
  committee("hagersten-liljeholmen", "Hägersten-Liljeholmen", "Hägersten-Liljeholmens", "2007-01-01", "2020-06-30", [
    "hagersten-alvsjo",
  ]),
  committee("alvsjo", "Älvsjö", "Älvsjö", "1997-01-01", "2020-06-30", ["hagersten-alvsjo"]),
  committee("rinkeby", "Rinkeby", "Rinkeby", "1997-01-01", "2006-12-31", ["rinkeby-kista"]),
  committee("kista", "Kista", "Kista", "1997-01-01", "2006-12-31", ["rinkeby-kista"]),
  committee("hagersten", "Hägersten", "Hägerstens", "1997-01-01", "2006-12-31", ["hagersten-liljeholmen"]),
  committee("liljeholmen", "Liljeholmen", "Liljeholmens", "1997-01-01", "2006-12-31", ["hagersten-liljeholmen"]),
  committee("vantor", "Vantör", "Vantörs", "1997-01-01", "2006-12-31", ["enskede-arsta-vantor"]),
  committee("katarina-sofia", "Katarina-Sofia", "Katarina-Sofia", "1997-01-01", "2006-12-31", ["sodermalm"]),
  committee("maria-gamla-stan", "Maria-Gamla stan", "Maria-Gamla stans", "1997-01-01", "2006-12-31", ["sodermalm"]),
  committee("enskede-arsta", "Enskede-Årsta", "Enskede-Årsta", "1999-01-01", "2006-12-31", ["enskede-arsta-vantor"]),
  committee("enskede", "Enskede", "Enskede", "1997-01-01", "1998-12-31", ["enskede-arsta"]),
  committee("arsta", "Årsta", "Årsta", "1997-01-01", "1998-12-31", ["enskede-arsta"]),
  committee("hammarby", "Hammarby", "Hammarby", "1997-01-01", "1998-12-31", ["katarina-sofia", "skarpnack"]),
  committee("hornstull", "Hornstull", "Hornstulls", "1997-01-01", "1998-12-31", ["maria-gamla-stan"]),
  committee("hasselby", "Hässelby", "Hässelby", "1997-01-01", "1998-12-31", ["hasselby-vallingby"]),
  committee("vallingby", "Vällingby", "Vällingby", "1997-01-01", "1998-12-31", ["hasselby-vallingby"]),
  committee("vasterled", "Västerled", "Västerleds", "1997-01-01", "1998-12-31", ["bromma"]),
  committee("soderled", "Söderled", "Söderleds", "1997-01-01", "1998-12-31", ["farsta"]),
  {
    id: "sthlm-socialdistrikt-pre1997",
    name: "Sociala distriktsnämnder/socialdistrikt (före stadsdelsreformen)",
    kind: "historic",
    administration: "Socialdistrikten",
    controller: "(upphört)",
    validFrom: null,
    validTo: "1996-12-31",
    // What was kept of their files has been handed to the archive.
    successors: ["sthlm-stadsarkivet"],
  },
  standing("sthlm-stadsledningskontoret", "facknamnd", "Stadsledningskontoret", "Kommunstyrelsen"),
  standing("sthlm-socialnamnden", "facknamnd", "Socialförvaltningen", "Socialnämnden"),
  standing("sthlm-utbildningsnamnden", "facknamnd", "Utbildningsförvaltningen", "Utbildningsnämnden"),
  standing("sthlm-aldrenamnden", "facknamnd", "Äldreförvaltningen", "Äldrenämnden"),
  standing("sthlm-arbetsmarknadsnamnden", "facknamnd", "Arbetsmarknadsförvaltningen", "Arbetsmarknadsnämnden"),
  standing("sthlm-stadsbyggnadsnamnden", "facknamnd", "Stadsbyggnadskontoret", "Stadsbyggnadsnämnden"),
  standing("sthlm-miljo-halsoskyddsnamnden", "facknamnd", "Miljöförvaltningen", "Miljö- och hälsoskyddsnämnden"),
  standing("sthlm-trafiknamnden", "facknamnd", "Trafikkontoret", "Trafiknämnden"),
  standing("sthlm-kulturnamnden", "facknamnd", "Kulturförvaltningen", "Kulturnämnden"),
  standing("sthlm-stadsarkivet", "facknamnd", "Stadsarkivet", "Kulturnämnden"),
  standing("sthlm-idrottsnamnden", "facknamnd", "Idrottsförvaltningen", "Idrottsnämnden"),
  standing("sthlm-kyrkogardsnamnden", "facknamnd", "Kyrkogårdsförvaltningen", "Kyrkogårdsnämnden"),
  standing("sthlm-overformyndarnamnden", "facknamnd", "Överförmyndarförvaltningen", "Överförmyndarnämnden"),
  standing("sthlm-servicenamnden", "facknamnd", "Serviceförvaltningen", "Servicenämnden"),
  standing("sthlm-valnamnden", "facknamnd", "Valnämndens kansli", "Valnämnden"),
  standing("sthlm-fastighetsnamnden", "facknamnd", "Fastighetskontoret", "Fastighetsnämnden"),
  standing("sthlm-exploateringsnamnden", "facknamnd", "Exploateringskontoret", "Exploateringsnämnden"),
  standing("sthlm-revisorskollegiet", "facknamnd", "Revisionskontoret", "Revisorskollegiet (stadsrevisorerna)"),
  company("svenska-bostader", "AB Svenska Bostäder"),
  company("familjebostader", "AB Familjebostäder"),
  company("stockholmshem", "AB Stockholmshem"),
  company("stadsholmen", "AB Stadsholmen"),
  company("bostadsformedlingen", "Bostadsförmedlingen i Stockholm AB"),
  company("micasa", "Micasa Fastigheter i Stockholm AB"),
  company("sisab", "Skolfastigheter i Stockholm AB (SISAB)"),
  company("svoa", "Stockholm Vatten och Avfall AB"),
  company("parkering", "Stockholms Stads Parkerings AB (Stockholm Parkering)"),
  company("stokab", "AB Stokab"),
  company("hamnar", "Stockholms Hamn AB"),
  company("sbr", "Stockholm Business Region AB"),
  company("stadsteatern", "Kulturhuset Stadsteatern (Stockholms Stadsteater AB)"),
  company("stadshus", "Stockholms Stadshus AB"),
  standing("sthlm-shis", "stiftelse", "SHIS Bostäder (Stiftelsen Hotellhem i Stockholm)", "SHIS Bostäder (styrelsen)"),
];

/** Every unit of Stockholm, present and past. */
export const units: readonly Unit[] = rows.map((row) => ({
  ...row,
  predecessors: rows.filter(({ successors }) => successors.includes(row.id)).map(({ id }) => id),
}));
