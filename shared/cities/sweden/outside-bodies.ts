import type { Text } from "../../domain/language.ts";

/** A body with the same name in every language. */
const named = (name: string): Text => ({ sv: name, en: name });

/** Who answers outside the city, by id: state authorities, federations of municipalities, and private bodies by kind. */
export const outsideBodies: Readonly<Record<string, Text>> = {
  "ext-region-stockholm": named("Region Stockholm"),
  "ext-vgr": named("Västra Götalandsregionen"),
  "ext-other-region": { sv: "Annan region", en: "Another region" },
  "ext-kommun": { sv: "Annan kommun", en: "Another municipality" },
  "ext-skatteverket": { sv: "Skatteverket", en: "The Swedish Tax Agency (Skatteverket)" },
  "ext-forsakringskassan": { sv: "Försäkringskassan", en: "The Swedish Social Insurance Agency (Försäkringskassan)" },
  "ext-polisen": { sv: "Polismyndigheten", en: "The Swedish Police (Polismyndigheten)" },
  "ext-arbetsformedlingen": {
    sv: "Arbetsförmedlingen",
    en: "The Swedish Public Employment Service (Arbetsförmedlingen)",
  },
  "ext-migrationsverket": { sv: "Migrationsverket", en: "The Swedish Migration Agency (Migrationsverket)" },
  "ext-kronofogden": {
    sv: "Kronofogdemyndigheten",
    en: "The Swedish Enforcement Authority (Kronofogdemyndigheten)",
  },
  "ext-csn": { sv: "CSN", en: "The Swedish Board of Student Finance (CSN)" },
  "ext-pensionsmyndigheten": { sv: "Pensionsmyndigheten", en: "The Swedish Pensions Agency (Pensionsmyndigheten)" },
  "ext-kriminalvarden": { sv: "Kriminalvården", en: "The Swedish Prison and Probation Service (Kriminalvården)" },
  "ext-sis": {
    sv: "Statens institutionsstyrelse (SiS)",
    en: "The National Board of Institutional Care (SiS)",
  },
  "ext-domstol": { sv: "Domstol (tingsrätt eller förvaltningsrätt)", en: "A court" },
  "ext-transportstyrelsen": { sv: "Transportstyrelsen", en: "The Swedish Transport Agency (Transportstyrelsen)" },
  "ext-trafikverket": { sv: "Trafikverket", en: "The Swedish Transport Administration (Trafikverket)" },
  "ext-imy": {
    sv: "Integritetsskyddsmyndigheten (IMY)",
    en: "The Swedish Authority for Privacy Protection (IMY)",
  },
  "ext-ivo": { sv: "Inspektionen för vård och omsorg (IVO)", en: "The Health and Social Care Inspectorate (IVO)" },
  "ext-jo": { sv: "Justitieombudsmannen (JO)", en: "The Parliamentary Ombudsman (JO)" },
  "ext-ssbf": named("Storstockholms brandförsvar"),
  "ext-raddningstjansten-storgoteborg": named("Räddningstjänsten Storgöteborg"),
  "ext-fristaende-skola": {
    sv: "Den fristående skolan eller förskolan",
    en: "The independent school or preschool",
  },
  "ext-privat-utforare": {
    sv: "Privat utförare av hemtjänst, boende eller assistans",
    en: "A private provider of home care, housing or assistance",
  },
  "ext-privat-vardgivare": { sv: "Privat vårdgivare", en: "A private health care provider" },
  "ext-privat-hyresvard": {
    sv: "Privat hyresvärd eller bostadsrättsförening",
    en: "A private landlord or housing association",
  },
  "ext-svenska-kyrkan": { sv: "Svenska kyrkan (församlingen)", en: "The Church of Sweden (the parish)" },
};
