import type { Service } from "../../domain/city.ts";
import { central, local, ruled } from "../service-kinds.ts";
import { socialFiles, socialRecords } from "./old-records.ts";

const group = "social-services";

/** Social services (socialtjänst). */
export const socialServices: readonly Service[] = [
  local(
    "soc-okand",
    group,
    "lived",
    {
      sv: ["Socialtjänsten, jag vet inte vilken del", "Du har haft kontakt med socialtjänsten men minns inte var."],
      en: [
        "Social services, I do not know which part",
        "You have been in touch with social services but not sure where.",
      ],
    },
    socialFiles,
  ),
  local(
    "soc-ekonomiskt-bistand",
    group,
    "lived",
    {
      sv: ["Ekonomiskt bistånd (försörjningsstöd)", "Du har sökt eller fått pengar till mat, hyra eller annat."],
      en: ["Financial assistance", "You have applied for or received money for food, rent or other needs."],
    },
    socialFiles,
  ),
  local(
    "soc-barn-unga",
    group,
    "lived",
    {
      sv: ["Socialtjänst för barn och unga", "En orosanmälan, en utredning, stöd eller en placering gällde ett barn."],
      en: [
        "Social services for children",
        "A report of concern, an inquiry, support or a placement was about a child.",
      ],
    },
    socialFiles,
  ),
  local(
    "soc-missbruk-vuxen",
    group,
    "lived",
    {
      sv: ["Missbruk och beroende, vuxna", "Du har fått stöd, öppenvård, behandlingshem eller tvångsvård (LVM)."],
      en: ["Addiction, adults", "You have had support, outpatient care, residential treatment or compulsory care."],
    },
    {
      ...socialFiles,
      notes: [
        {
          sv: "Läkare och beroendemottagning hör till Region Stockholm. LVM-hemmen hör till Statens institutionsstyrelse.",
          en: "Doctors and addiction clinics belong to Region Stockholm. Compulsory care homes belong to the National Board of Institutional Care.",
        },
      ],
    },
  ),
  local(
    "soc-vald-nara-relation",
    group,
    "lived",
    {
      sv: ["Våld i nära relation och skyddat boende", "Du eller ditt barn har fått stöd efter våld eller hot."],
      en: ["Domestic violence and sheltered housing", "You or your child have had support after violence or threats."],
    },
    {
      ...socialFiles,
      notes: [
        {
          sv: "Har du skyddade personuppgifter? Använd inte formuläret, kontakta staden på annat sätt.",
          en: "Is your identity protected? Do not use the form, contact the city in another way.",
        },
      ],
    },
  ),
  local(
    "soc-psykiatri",
    group,
    "lived",
    {
      sv: ["Socialpsykiatri och boendestöd", "Du har fått boendestöd eller sysselsättning vid psykisk ohälsa."],
      en: [
        "Social psychiatry and housing support",
        "You have had support at home or daytime activity for mental illness.",
      ],
    },
    {
      ...socialFiles,
      notes: [
        {
          sv: "Psykiatrisk vård och journaler hör till Region Stockholm.",
          en: "Psychiatric care and its records belong to Region Stockholm.",
        },
      ],
    },
  ),
  local(
    "soc-familjeratt",
    group,
    "child-registered",
    {
      sv: ["Familjerätt: vårdnad, boende, umgänge", "Ni gick på samarbetssamtal, skrev avtal eller blev utredda."],
      en: [
        "Family law: custody, residence, contact",
        "You had cooperation talks, made an agreement or were investigated.",
      ],
    },
    { ...socialFiles, notes: [{ sv: "Domen finns hos domstolen.", en: "The judgment is kept by the court." }] },
  ),
  local(
    "soc-faderskap",
    group,
    "child-registered",
    {
      sv: ["Faderskap och föräldraskap", "Staden har utrett eller bekräftat vem som är förälder."],
      en: ["Paternity and parenthood", "The city has investigated or confirmed who is a parent."],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Sedan 2022 kan föräldraskap bekräftas hos Skatteverket. Äldre handlingar kan finnas hos Stadsarkivet.",
          en: "Since 2022 parenthood can be confirmed at the Swedish Tax Agency. Older records may be held by Stadsarkivet.",
        },
      ],
    },
  ),
  local(
    "soc-adoption",
    group,
    "lived",
    {
      sv: ["Adoption", "Staden utredde ett medgivande eller yttrade sig om en adoption."],
      en: ["Adoption", "The city investigated a consent or gave its opinion on an adoption."],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Äldre adoptionsakter finns hos Stadsarkivet.",
          en: "Older adoption files are kept by the city archives, Stadsarkivet.",
        },
      ],
    },
  ),
  local(
    "soc-familjehem",
    group,
    "placed-by",
    {
      sv: ["Familjehem", "Du bodde i ett familjehem, eller var själv familjehem."],
      en: ["Foster home", "You lived in a foster home, or were a foster parent."],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Den stadsdel eller kommun som placerade svarar, inte den där hemmet ligger. Äldre akter kan finnas hos Stadsarkivet.",
          en: "The district or municipality that made the placement answers, not the one where the home is. Older files may be held by Stadsarkivet.",
        },
      ],
    },
  ),
  ruled(
    "soc-hemloshet",
    group,
    {
      kind: "last-district",
      otherwise: "sthlm-socialnamnden",
      years: 2,
      question: {
        sv: "Har du haft kontakt med stadsdelen under de senaste två åren?",
        en: "Have you been in touch with the district in the last two years?",
      },
    },
    "last-registered",
    "theirs",
    {
      sv: ["Hemlöshet", "Du har saknat bostad och fått stöd."],
      en: ["Homelessness", "You have been without a home and had support."],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Socialnämndens enhet för hemlösa kan också ha uppgifter.",
          en: "Socialnämnden's unit for the homeless may also hold data.",
        },
      ],
    },
  ),
  central(
    "soc-socialjour",
    group,
    "sthlm-socialnamnden",
    "ask",
    {
      sv: ["Socialjouren", "Du fick akut hjälp av socialtjänsten en kväll, natt eller helg."],
      en: [
        "Social emergency service",
        "You had urgent help from social services in the evening, at night or at a weekend.",
      ],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Socialjouren lämnar ärendet till stadsdelen, som också kan ha uppgifter.",
          en: "The emergency service hands over to the district, which may also hold data.",
        },
      ],
    },
  ),
  central(
    "soc-nyanlanda",
    group,
    "sthlm-socialnamnden",
    "ask",
    {
      sv: [
        "Mottagande av nyanlända",
        "Du kom till Stockholm som nyanländ eller ensamkommande barn och fick boende eller stöd.",
      ],
      en: [
        "Reception of new arrivals",
        "You came as a new arrival or an unaccompanied child and had housing or support.",
      ],
    },
    {
      ...socialRecords,
      notes: [
        {
          sv: "Stadsdelen tog förr ofta emot ensamkommande barn och kan också ha uppgifter.",
          en: "The districts used to receive unaccompanied children and may also hold data.",
        },
      ],
    },
  ),
  local(
    "soc-budget-skuld",
    group,
    "lived",
    {
      sv: ["Budget- och skuldrådgivning", "Du har fått råd om skulder eller ekonomi."],
      en: ["Budget and debt advice", "You have had advice on debts or money."],
    },
    socialRecords,
  ),
];
