import type { YearlyReview } from "../shared/domain/yearly/yearly-review.ts";
import type { AnswersOf, Form } from "./form.ts";
import { areaOptions, commentOn, count, extent, marksOn } from "./yearly-review/questions.ts";

/**
 * Årsuppföljningen: the questions of the city's own report about areas 3–6, once a year for each unit (art. 5.2, 24). Every
 * answer may be left out: then it is not known, and the report says so.
 */
export const yearlyReview = {
  id: "yearly-review",
  version: 1,
  title: { sv: "Årsuppföljning av dataskyddet", en: "Yearly review of data protection" },
  fields: {
    records: {
      kind: "group",
      required: false,
      label: { sv: "Registerförteckning", en: "Record of processing" },
      subject: { sv: "Registerförteckningen", en: "The record of processing" },
      fields: {
        count: count(
          { sv: "Antal behandlingar som är registrerade?", en: "How many processing activities are recorded?" },
          { sv: "Antalet behandlingar", en: "The number of processing activities" },
        ),
        updated: extent(
          { sv: "Har nödvändiga uppdateringar gjorts?", en: "Have the necessary updates been made?" },
          { sv: "Om uppdateringar har gjorts", en: "Whether updates have been made" },
        ),
        complete: extent(
          { sv: "Bedöms registerförteckningen vara fullständig?", en: "Is the record judged to be complete?" },
          { sv: "Om förteckningen är fullständig", en: "Whether the record is complete" },
        ),
        routines: extent(
          {
            sv: "Har verksamheten lämpliga rutiner för registerföring?",
            en: "Does the organisation have suitable routines for keeping the record?",
          },
          { sv: "Om rutinerna är lämpliga", en: "Whether the routines are suitable" },
        ),
        riskCount: count(
          {
            sv: "Hur många av registreringarna är riskregistreringar?",
            en: "How many of the entries are entries of risk?",
          },
          { sv: "Antalet riskregistreringar", en: "The number of entries of risk" },
        ),
      },
    },
    policies: {
      kind: "group",
      required: false,
      label: { sv: "Styrdokument", en: "Governing documents" },
      subject: { sv: "Styrdokumenten", en: "The governing documents" },
      fields: {
        inPlace: extent(
          { sv: "Finns lämplig styrande dokumentation på plats?", en: "Are suitable governing documents in place?" },
          { sv: "Om styrdokument finns", en: "Whether governing documents are in place" },
        ),
        quality: extent(
          { sv: "Håller styrdokumenten lämplig kvalitet?", en: "Are the governing documents of suitable quality?" },
          { sv: "Om kvaliteten är lämplig", en: "Whether the quality is suitable" },
        ),
        support: extent(
          {
            sv: "Är styrdokumenten pedagogiska och ger de tillräckligt stöd?",
            en: "Are the governing documents instructive, and do they give enough support?",
          },
          { sv: "Om stödet är tillräckligt", en: "Whether the support is enough" },
        ),
        upToDate: extent(
          { sv: "Är styrdokumenten uppdaterade?", en: "Are the governing documents up to date?" },
          { sv: "Om styrdokumenten är uppdaterade", en: "Whether the governing documents are up to date" },
        ),
        owners: extent(
          { sv: "Är ägare till styrdokumenten utpekade?", en: "Have owners of the governing documents been named?" },
          { sv: "Om ägare är utpekade", en: "Whether owners have been named" },
        ),
      },
    },
    measures: {
      kind: "group",
      required: false,
      label: { sv: "Tekniska och organisatoriska åtgärder", en: "Technical and organisational measures" },
      subject: { sv: "Åtgärderna", en: "The measures" },
      fields: {
        classified: count(
          {
            sv: "Hur många system eller behandlingar har informationsklassats under året?",
            en: "How many systems or processing activities have been classified during the year?",
          },
          { sv: "Antalet informationsklassade", en: "The number classified" },
        ),
        current: extent(
          { sv: "Är informationsklassningarna aktuella?", en: "Are the classifications current?" },
          { sv: "Om klassningarna är aktuella", en: "Whether the classifications are current" },
        ),
      },
    },
    dpias: {
      kind: "group",
      required: false,
      label: { sv: "Konsekvensbedömningar", en: "Data protection impact assessments" },
      subject: { sv: "Konsekvensbedömningarna", en: "The impact assessments" },
      fields: {
        identified: extent(
          {
            sv: "Har alla behandlingar som kräver en konsekvensbedömning identifierats?",
            en: "Have all processing activities that need an impact assessment been identified?",
          },
          { sv: "Om alla är identifierade", en: "Whether all have been identified" },
        ),
        highRiskDone: extent(
          {
            sv: "Har alla behandlingar med hög risk konsekvensbedömts?",
            en: "Have all processing activities with a high risk been assessed?",
          },
          { sv: "Om högriskbehandlingar är bedömda", en: "Whether high risks have been assessed" },
        ),
        current: extent(
          { sv: "Är konsekvensbedömningarna aktuella?", en: "Are the impact assessments current?" },
          { sv: "Om konsekvensbedömningarna är aktuella", en: "Whether the impact assessments are current" },
        ),
      },
    },
    marks: {
      kind: "group",
      required: false,
      label: { sv: "Bedömning", en: "Assessment" },
      hint: {
        sv: "Fler än ett steg får väljas. Skriv då varför.",
        en: "More than one step may be chosen. Then say why.",
      },
      subject: { sv: "Bedömningen", en: "The assessment" },
      fields: {
        records: marksOn("records"),
        policies: marksOn("policies"),
        measures: marksOn("measures"),
        dpias: marksOn("dpias"),
        rights: marksOn("rights"),
        breaches: marksOn("breaches"),
      },
    },
    comments: {
      kind: "group",
      required: false,
      label: { sv: "Kommentarer", en: "Comments" },
      hint: { sv: "Skriv inga namn och inga personnummer.", en: "Write no names and no personal identity numbers." },
      subject: { sv: "Kommentarerna", en: "The comments" },
      fields: {
        records: commentOn("records"),
        policies: commentOn("policies"),
        measures: commentOn("measures"),
        dpias: commentOn("dpias"),
        rights: commentOn("rights"),
        breaches: commentOn("breaches"),
      },
    },
    recommendations: {
      kind: "list",
      maxItems: 50,
      default: [],
      label: { sv: "Rekommendationer", en: "Recommendations" },
      subject: { sv: "Rekommendationerna", en: "The recommendations" },
      messages: {
        "too-many": { sv: "Skriv högst 50 rekommendationer", en: "Write 50 recommendations or fewer" },
      },
      of: {
        kind: "group",
        label: { sv: "Rekommendation", en: "Recommendation" },
        subject: { sv: "Rekommendationen", en: "The recommendation" },
        messages: { empty: { sv: "Skriv rekommendationen", en: "Enter the recommendation" } },
        fields: {
          id: {
            kind: "text",
            maxLength: 64,
            label: { sv: "Beteckning", en: "Id" },
            hint: { sv: "Densamma år efter år, till exempel 2022-3.", en: "The same year after year, such as 2022-3." },
            subject: { sv: "Beteckningen", en: "The id" },
            messages: { empty: { sv: "Skriv rekommendationens beteckning", en: "Enter the id of the recommendation" } },
          },
          area: {
            kind: "choice",
            label: { sv: "Område", en: "Area" },
            subject: { sv: "Området", en: "The area" },
            options: areaOptions,
            messages: {
              empty: { sv: "Välj vilket område rekommendationen gäller", en: "Select the area of the recommendation" },
              format: { sv: "Välj ett av de sex områdena", en: "Select one of the six areas" },
            },
          },
          text: {
            kind: "text",
            maxLength: 2000,
            lines: 4,
            label: { sv: "Rekommendation", en: "Recommendation" },
            subject: { sv: "Rekommendationens text", en: "The text of the recommendation" },
            messages: { empty: { sv: "Skriv vad som rekommenderas", en: "Enter what is recommended" } },
          },
          statedByUnit: {
            kind: "text",
            nullable: true,
            maxLength: 2000,
            lines: 4,
            label: { sv: "Uppgett av verksamheten", en: "Stated by the unit" },
            subject: { sv: "Det verksamheten uppger", en: "What the unit states" },
          },
          judgedByDpo: {
            kind: "text",
            nullable: true,
            maxLength: 2000,
            lines: 4,
            label: { sv: "Bedömt av dataskyddsombudet", en: "Judged by the data protection officer" },
            subject: { sv: "Dataskyddsombudets bedömning", en: "The data protection officer’s judgement" },
          },
        },
      },
    },
  },
  pages: [
    {
      id: "records",
      slug: { sv: "registerforteckning", en: "records" },
      heading: { sv: "Registerförteckning", en: "Record of processing" },
      asks: [{ field: "/records" }, { field: "/comments/records" }],
    },
    {
      id: "policies",
      slug: { sv: "styrdokument", en: "policies" },
      heading: { sv: "Styrdokument", en: "Governing documents" },
      asks: [{ field: "/policies" }, { field: "/comments/policies" }],
    },
    {
      id: "measures",
      slug: { sv: "atgarder", en: "measures" },
      heading: { sv: "Tekniska och organisatoriska åtgärder", en: "Technical and organisational measures" },
      asks: [{ field: "/measures" }, { field: "/comments/measures" }],
    },
    {
      id: "dpias",
      slug: { sv: "konsekvensbedomningar", en: "dpias" },
      heading: { sv: "Konsekvensbedömningar", en: "Data protection impact assessments" },
      asks: [{ field: "/dpias" }, { field: "/comments/dpias" }],
    },
    {
      id: "assessment",
      slug: { sv: "bedomning", en: "assessment" },
      heading: { sv: "Bedömning av de sex områdena", en: "Assessment of the six areas" },
      hint: {
        sv: "Individens rättigheter och personuppgiftsincidenter räknas fram ur ärendena. Här bedöms de.",
        en: "The rights of individuals and personal data breaches are counted from the cases. Here they are assessed.",
      },
      asks: [{ field: "/marks" }, { field: "/comments/rights" }, { field: "/comments/breaches" }],
    },
    {
      id: "recommendations",
      slug: { sv: "rekommendationer", en: "recommendations" },
      heading: { sv: "Rekommendationer", en: "Recommendations" },
      asks: [{ field: "/recommendations" }],
    },
  ],
} as const satisfies Form;

type Answers = AnswersOf<typeof yearlyReview>;

const unanswered = {
  records: { count: null, updated: null, complete: null, routines: null, riskCount: null },
  policies: { inPlace: null, quality: null, support: null, upToDate: null, owners: null },
  measures: { classified: null, current: null },
  dpias: { identified: null, highRiskDone: null, current: null },
} as const;

/** The review that the answers make: a group that was left out is a group of answers that are not known. */
export const reviewOf = (answers: Answers): YearlyReview => ({
  records: answers.records ?? unanswered.records,
  policies: answers.policies ?? unanswered.policies,
  measures: answers.measures ?? unanswered.measures,
  dpias: answers.dpias ?? unanswered.dpias,
  marks: answers.marks ?? {},
  comments: answers.comments ?? {},
  recommendations: answers.recommendations,
});
