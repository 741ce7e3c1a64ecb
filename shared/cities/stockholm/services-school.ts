import type { Service } from "../../domain/city.ts";
import { central, local, outside, ruled } from "../service-kinds.ts";
import { districtRecords, oldGrades } from "./old-records.ts";

const group = "preschool-school";
const education = "sthlm-utbildningsnamnden";

/** Preschool, school and adult education. */
export const schoolServices: readonly Service[] = [
  local(
    "forskola-kommunal",
    group,
    "located",
    {
      sv: ["Kommunal förskola", "Ditt barn går eller gick i en förskola som staden driver."],
      en: ["Municipal preschool", "Your child goes or went to a preschool run by the city."],
    },
    {
      ...districtRecords,
      notes: [
        {
          sv: "Stadsdelen där förskolan ligger svarar. Gäller det kön eller avgiften, välj det i stället.",
          en: "The district where the preschool is answers. If it is about the queue or the fee, choose that instead.",
        },
      ],
    },
  ),
  ruled(
    "forskola-ko",
    group,
    {
      kind: "ask",
      units: [education],
      district: true,
      question: {
        sv: "Gäller det ansökan och avgiften, eller platsen i en viss förskola?",
        en: "Is it about the application and the fee, or the place at a certain preschool?",
      },
    },
    "located",
    "theirs",
    {
      sv: ["Förskolekö och avgift", "Du har sökt förskola, stått i kö eller betalat avgift."],
      en: ["Preschool queue and fee", "You have applied for preschool, queued or paid a fee."],
    },
  ),
  outside("forskola-fristaende", group, "ext-fristaende-skola", {
    sv: ["Fristående förskola", "Ditt barn går i en förskola som staden inte driver."],
    en: ["Independent preschool", "Your child goes to a preschool that the city does not run."],
  }),
  central(
    "skola-grund",
    group,
    education,
    "ask",
    {
      sv: [
        "Kommunal grundskola och fritidshem",
        "Elevakt, betyg, frånvaro eller fritids i en skola som staden driver.",
      ],
      en: ["Municipal compulsory school and after-school care", "Pupil file, grades, absence or after-school care."],
    },
    // Until 30 June 2007 the district committees ran the schools.
    { oldRecords: { before: "2007-07-01", archive: "sthlm-stadsarkivet" }, notes: [oldGrades] },
  ),
  central(
    "skola-elevhalsa",
    group,
    education,
    "ask",
    {
      sv: [
        "Elevhälsa: skolsköterska, kurator, psykolog",
        "Elevhälsan i en skola som staden driver har en journal om dig eller ditt barn.",
      ],
      en: [
        "School health: nurse, counsellor, psychologist",
        "A school run by the city has a health record about you or your child.",
      ],
    },
    {
      notes: [
        {
          sv: "Journalen hör till skolan, inte till regionen. En friskola svarar för sin egen.",
          en: "The record belongs to the school, not to the region. An independent school answers for its own.",
        },
      ],
    },
  ),
  central(
    "skola-gymnasium",
    group,
    education,
    "ask",
    {
      sv: ["Kommunalt gymnasium", "Betyg, frånvaro eller elevärenden i ett gymnasium som staden driver."],
      en: ["Municipal upper secondary school", "Grades, absence or pupil matters at a school run by the city."],
    },
    { notes: [oldGrades] },
  ),
  outside(
    "skola-fristaende",
    group,
    "ext-fristaende-skola",
    {
      sv: ["Friskola", "Elevakt och betyg i en skola som staden inte driver."],
      en: ["Independent school", "Pupil file and grades at a school that the city does not run."],
    },
    {
      notes: [
        {
          sv: "Kopior av slutbetyg kan finnas hos Stadsarkivet.",
          en: "Copies of final grades may be held by the city archives, Stadsarkivet.",
        },
      ],
    },
  ),
  central(
    "vux-komvux-sfi",
    group,
    "sthlm-arbetsmarknadsnamnden",
    "ask",
    {
      sv: ["Komvux och SFI", "Kurser, betyg eller anmälan till vuxenutbildning."],
      en: ["Adult education and Swedish for immigrants", "Courses, grades or applications in adult education."],
    },
    { notes: [oldGrades] },
  ),
];
