import type { Text } from "../../shared/domain/language.ts";
import { type Area, areas, type Extent, extents, type Mark, marks } from "../../shared/domain/yearly/yearly-review.ts";
import type { Option } from "../form.ts";

const extentLabels: Readonly<Record<Extent, Text>> = {
  yes: { sv: "Ja", en: "Yes" },
  mostly: { sv: "Till stor del", en: "To a large extent" },
  partly: { sv: "Delvis", en: "Partly" },
  no: { sv: "Nej", en: "No" },
};

const markLabels: Readonly<Record<Mark, Text>> = {
  red: {
    sv: "Allvarliga brister identifierade som omgående kräver insatser av ledning och/eller övriga verksamheten",
    en: "Serious shortcomings found that call for action at once by the management and/or the rest of the organisation",
  },
  orange: {
    sv: "Brister identifierade som bedöms vara omfattande och/eller kräva omgående åtgärder",
    en: "Shortcomings found that are judged to be extensive and/or to call for action at once",
  },
  yellow: {
    sv: "Brister identifierade som bör åtgärdas men ej bedöms vara brådskande, omfattande eller allvarliga",
    en: "Shortcomings found that should be put right but are not judged to be urgent, extensive or serious",
  },
  green: {
    sv: "Inga brister av nämnvärd betydelse identifierade",
    en: "No shortcomings of any importance found",
  },
};

/** The six areas as the report's chapters name them. */
export const areaNames: Readonly<Record<Area, Text>> = {
  records: { sv: "Registerförteckning", en: "Record of processing" },
  policies: { sv: "Styrdokument", en: "Governing documents" },
  measures: { sv: "Tekniska och organisatoriska åtgärder", en: "Technical and organisational measures" },
  dpias: { sv: "Konsekvensbedömningar", en: "Data protection impact assessments" },
  rights: { sv: "Individens rättigheter", en: "The rights of individuals" },
  breaches: { sv: "Personuppgiftsincidenter", en: "Personal data breaches" },
};

const optionsOf = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, Text>>,
): readonly (Option & { readonly value: Value })[] => values.map((value) => ({ value, label: labels[value] }));

export const areaOptions = optionsOf(areas, areaNames);

/** A question that is answered with how far it is so; not answering is an answer too. */
export const extent = (label: Text, subject: Text) => ({
  kind: "choice" as const,
  nullable: true as const,
  counted: true as const,
  label,
  subject,
  options: optionsOf(extents, extentLabels),
  messages: {
    format: {
      sv: `${subject.sv}: välj ja, till stor del, delvis eller nej`,
      en: `${subject.en}: select yes, to a large extent, partly or no`,
    },
  },
});

/** A question that is answered with a number; not knowing is an answer too. */
export const count = (label: Text, subject: Text) => ({
  kind: "number" as const,
  nullable: true as const,
  min: 0,
  max: 1_000_000,
  label,
  subject,
  messages: {
    format: {
      sv: `${subject.sv}: skriv ett heltal från 0`,
      en: `${subject.en}: enter a whole number from 0`,
    },
  },
});

const ofArea = (area: Area, sv: string, en: string): Text => ({
  sv: `${sv} ${areaNames[area].sv.toLowerCase()}`,
  en: `${en} ${areaNames[area].en.toLowerCase()}`,
});

/** The marks on an area: more than one may stand, and then the comment says why. */
export const marksOn = (area: Area) => {
  const subject = ofArea(area, "Bedömningen av", "The assessment of");
  return {
    kind: "choices" as const,
    required: false as const,
    label: areaNames[area],
    subject,
    options: optionsOf(marks, markLabels),
    messages: {
      format: {
        sv: `${subject.sv}: välj bland skalans fyra steg`,
        en: `${subject.en}: select among the four steps of the scale`,
      },
    },
  };
};

/** What is to be said about an area beside the answers. */
export const commentOn = (area: Area) => ({
  kind: "text" as const,
  required: false as const,
  maxLength: 4000,
  lines: 6,
  label: areaNames[area],
  subject: ofArea(area, "Kommentaren om", "The comment on"),
});
