import type { Service } from "../../domain/city.ts";
import { central, local, outside, ruled } from "../service-kinds.ts";
import { districtsUntil2020, schoolRecords, socialFiles } from "./old-records.ts";

const school = "preschool-school";
const social = "social-services";
const elderly = "elderly-care";

/** School, social services, support and elderly care. */
export const peopleServices: readonly Service[] = [
  central(
    "forskola-kommunal",
    school,
    "gbg-forskolenamnden",
    "theirs",
    {
      sv: ["Kommunal förskola", "Ditt barn går eller gick i en förskola som staden driver."],
      en: ["Municipal preschool", "Your child goes or went to a preschool run by the city."],
    },
    schoolRecords,
  ),
  outside("forskola-fristaende", school, "ext-fristaende-skola", {
    sv: ["Fristående förskola", "Ditt barn går i en förskola som staden inte driver."],
    en: ["Independent preschool", "Your child goes to a preschool that the city does not run."],
  }),
  central(
    "skola-grund",
    school,
    "gbg-grundskolenamnden",
    "ask",
    {
      sv: ["Kommunal grundskola, fritidshem och elevhälsa", "Elevakt, betyg, frånvaro, fritids eller skolsköterska."],
      en: ["Municipal compulsory school and school health", "Pupil file, grades, absence, after-school care or nurse."],
    },
    {
      ...schoolRecords,
      notes: [{ sv: "Gamla betyg finns hos Regionarkivet.", en: "Old grades are kept by Regionarkivet." }],
    },
  ),
  central("skola-gymnasium", school, "gbg-utbildningsnamnden", "ask", {
    sv: ["Kommunalt gymnasium", "Betyg, frånvaro eller elevärenden i ett gymnasium som staden driver."],
    en: ["Municipal upper secondary school", "Grades, absence or pupil matters at a school run by the city."],
  }),
  outside("skola-fristaende", school, "ext-fristaende-skola", {
    sv: ["Friskola", "Elevakt och betyg i en skola som staden inte driver."],
    en: ["Independent school", "Pupil file and grades at a school that the city does not run."],
  }),
  central("vux-komvux-sfi", school, "gbg-arbvux", "ask", {
    sv: ["Komvux och SFI", "Kurser, betyg eller anmälan till vuxenutbildning."],
    en: ["Adult education and Swedish for immigrants", "Courses, grades or applications in adult education."],
  }),
  local(
    "soc-okand",
    social,
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
    social,
    "lived",
    {
      sv: ["Ekonomiskt bistånd (försörjningsstöd)", "Du har sökt eller fått pengar till mat, hyra eller annat."],
      en: ["Financial assistance", "You have applied for or received money for food, rent or other needs."],
    },
    socialFiles,
  ),
  local(
    "soc-barn-unga",
    social,
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
    social,
    "lived",
    {
      sv: ["Missbruk och beroende, vuxna", "Du har fått utredning, stöd eller vård vid ett beroende."],
      en: ["Addiction, adults", "You have had an inquiry, support or treatment for an addiction."],
    },
    socialFiles,
  ),
  ruled(
    "soc-familjeratt",
    social,
    {
      kind: "ask",
      units: [],
      district: true,
      question: {
        sv: "I vilken stadsdel är barnet folkbokfört, och vilken enhet hade ni kontakt med?",
        en: "In which district is the child registered, and which unit were you in touch with?",
      },
    },
    "child-registered",
    "theirs",
    {
      sv: ["Familjerätt: vårdnad, boende, umgänge", "Ni gick på samarbetssamtal, skrev avtal eller blev utredda."],
      en: [
        "Family law: custody, residence, contact",
        "You had cooperation talks, made an agreement or were investigated.",
      ],
    },
    { ...socialFiles, notes: [{ sv: "Domen finns hos domstolen.", en: "The judgment is kept by the court." }] },
  ),
  ruled(
    "soc-socialjour",
    social,
    {
      kind: "ask",
      units: ["gbg-soc-centrum", "gbg-soc-nordost", "gbg-soc-sydvast", "gbg-soc-hisingen"],
      question: {
        sv: "När hade du kontakt med socialjouren, och i vilken stadsdel bodde du då?",
        en: "When were you in touch with the emergency service, and which district did you live in?",
      },
    },
    null,
    "ask",
    {
      sv: ["Socialjouren", "Du fick hjälp av socialtjänsten en kväll, natt eller helg."],
      en: ["Social emergency service", "You had help from social services in an evening, a night or a weekend."],
    },
    socialFiles,
  ),
  ruled(
    "soc-hemloshet",
    social,
    {
      kind: "ask",
      units: ["gbg-exploateringsnamnden"],
      district: true,
      question: {
        sv: "Vem ordnade boendet, och i vilken stadsdel var du senast skriven?",
        en: "Who arranged the housing, and in which district were you last registered?",
      },
    },
    "last-registered",
    "theirs",
    {
      sv: ["Hemlöshet och boende", "Du har saknat bostad och fått stöd."],
      en: ["Homelessness and housing", "You have been without a home and had support."],
    },
    socialFiles,
  ),
  central(
    "soc-psykiatri",
    social,
    "gbg-funktionsstod",
    "theirs",
    {
      sv: ["Socialpsykiatri och boendestöd", "Du har fått boendestöd eller sysselsättning vid psykisk ohälsa."],
      en: [
        "Social psychiatry and housing support",
        "You have had support at home or daytime activity for mental illness.",
      ],
    },
    { ...districtsUntil2020, ...socialFiles },
  ),
  central("soc-budget-skuld", social, "gbg-demokrati-medborgarservice", "theirs", {
    sv: ["Budget- och skuldrådgivning", "Du har fått råd om skulder eller ekonomi."],
    en: ["Budget and debt advice", "You have had advice on debts or money."],
  }),
  central(
    "funk-lss",
    social,
    "gbg-funktionsstod",
    "theirs",
    {
      sv: ["LSS och stöd vid funktionsnedsättning", "Du har assistans, boende, ledsagning eller daglig verksamhet."],
      en: ["Support for persons with disabilities (LSS)", "You have assistance, housing, an escort or daily activity."],
    },
    { ...districtsUntil2020, ...socialFiles },
  ),
  central("funk-bostadsanpassning", social, "gbg-stadsbyggnadsnamnden", "theirs", {
    sv: ["Bostadsanpassning", "Du har sökt bidrag för att bygga om hemma."],
    en: ["Home adaptation", "You have applied for a grant to adapt your home."],
  }),
  central(
    "aldre-hemtjanst",
    elderly,
    "gbg-avo",
    "theirs",
    {
      sv: [
        "Hemtjänst, trygghetslarm och äldreboende",
        "Du eller en anhörig har hjälp hemma eller plats på ett boende.",
      ],
      en: ["Home care, alarm and care homes", "You or a relative have help at home or a place in a care home."],
    },
    {
      ...districtsUntil2020,
      ...socialFiles,
      notes: [
        {
          sv: "Ett företag som utför hemtjänsten har egen dokumentation.",
          en: "A company that carries out the home care has its own records.",
        },
      ],
    },
  ),
  central(
    "vard-hemsjukvard",
    elderly,
    "gbg-avo",
    "theirs",
    {
      sv: ["Kommunal hemsjukvård", "En sjuksköterska från kommunen kommer hem till dig eller en anhörig."],
      en: ["Municipal home nursing", "A nurse from the municipality comes home to you or a relative."],
    },
    {
      ...districtsUntil2020,
      ...socialFiles,
      notes: [
        {
          sv: "Läkarens journal hör till Västra Götalandsregionen.",
          en: "The doctor's records belong to Västra Götalandsregionen.",
        },
      ],
    },
  ),
];
