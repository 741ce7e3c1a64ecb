import type { CityContact } from "../city.ts";
import type { Text } from "../language.ts";

export interface DatasetDescription {
  /** The city's name as people write it. */
  readonly cityName: Text;
  readonly contact: Pick<CityContact, "email" | "website">;
  /** The site's own origin, such as `https://intag.example`. */
  readonly site: string;
  /** The years that can be read. */
  readonly years: readonly number[];
}

const xml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const inBoth = (element: string, { sv, en }: Text): string =>
  `<${element} xml:lang="sv">${xml(sv)}</${element}><${element} xml:lang="en">${xml(en)}</${element}>`;
const pointing = (element: string, to: string): string => `<${element} rdf:resource="${xml(to)}"/>`;

const formats = [
  { ending: "csv", type: "text/csv", name: { sv: "CSV", en: "CSV" } },
  { ending: "json", type: "application/json", name: { sv: "JSON", en: "JSON" } },
] as const;

const title: Text = {
  sv: "Begäranden om personuppgifter och personuppgiftsincidenter",
  en: "Requests about personal data and personal data breaches",
};
const description: Text = {
  sv: "Hur många begäranden enligt dataskyddsförordningen som kom in varje år, hur de avslutades och om de besvarades i tid, och hur många personuppgiftsincidenter som dokumenterades och anmäldes. Antal under 5 visas inte.",
  en: "How many requests under the General Data Protection Regulation came in each year, how they ended and whether they were answered in time, and how many personal data breaches were documented and notified. Counts under 5 are not shown.",
};

/**
 * The open data described as DCAT-AP-SE 3 asks (RDF/XML), for Sweden's data portal to collect: a catalogue with one
 * dataset, and each year in each format as a distribution.
 */
export function dcat({ cityName, contact, site, years }: DatasetDescription): string {
  const about = (part: string): string => `${site}/dcat.rdf#${part}`;
  const catalogue = about("catalogue");
  const dataset = about("statistics");
  const publisher = about("publisher");
  const reach = about("contact");
  const distributions = years.flatMap((year) =>
    formats.map(({ ending, type, name }) => ({
      address: `${site}/api/v1/statistics/${year}.${ending}`,
      type,
      title: { sv: `${year}, ${name.sv}`, en: `${year}, ${name.en}` },
    })),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:vcard="http://www.w3.org/2006/vcard/ns#">',
    `<dcat:Catalog rdf:about="${xml(catalogue)}">`,
    inBoth("dcterms:title", { sv: `${cityName.sv}: dataskydd`, en: `${cityName.en}: data protection` }),
    inBoth("dcterms:description", description),
    pointing("dcterms:publisher", publisher),
    pointing("dcterms:license", "http://creativecommons.org/publicdomain/zero/1.0/"),
    pointing("dcat:dataset", dataset),
    "</dcat:Catalog>",
    `<dcat:Dataset rdf:about="${xml(dataset)}">`,
    inBoth("dcterms:title", title),
    inBoth("dcterms:description", description),
    pointing("dcterms:publisher", publisher),
    pointing("dcat:contactPoint", reach),
    pointing("dcat:theme", "http://publications.europa.eu/resource/authority/data-theme/GOVE"),
    pointing("dcterms:accrualPeriodicity", "http://publications.europa.eu/resource/authority/frequency/ANNUAL"),
    pointing("dcterms:accessRights", "http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
    ...distributions.map(({ address }) => pointing("dcat:distribution", `${address}#distribution`)),
    "</dcat:Dataset>",
    ...distributions.flatMap(({ address, type, title: name }) => [
      `<dcat:Distribution rdf:about="${xml(address)}#distribution">`,
      inBoth("dcterms:title", name),
      pointing("dcat:accessURL", address),
      pointing("dcat:downloadURL", address),
      `<dcterms:format>${type}</dcterms:format>`,
      pointing("dcterms:license", "http://creativecommons.org/publicdomain/zero/1.0/"),
      "</dcat:Distribution>",
    ]),
    `<foaf:Agent rdf:about="${xml(publisher)}">`,
    inBoth("foaf:name", cityName),
    pointing("dcterms:type", "http://purl.org/adms/publishertype/LocalAuthority"),
    "</foaf:Agent>",
    `<vcard:Organization rdf:about="${xml(reach)}">`,
    inBoth("vcard:fn", cityName),
    ...(contact.email === null ? [] : [pointing("vcard:hasEmail", `mailto:${contact.email}`)]),
    ...(contact.website === null ? [] : [pointing("vcard:hasURL", contact.website)]),
    "</vcard:Organization>",
    "</rdf:RDF>",
    "",
  ].join("\n");
}
