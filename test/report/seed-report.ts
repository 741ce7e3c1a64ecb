import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CaseFigures } from "../../shared/domain/yearly/figures.ts";
import type { YearFigures, YearReport } from "../../shared/domain/yearly/year-figures.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";

/** What Stockholm's report on 2022 says, as it was read by hand. */
export const seed = JSON.parse(
  readFileSync(fileURLToPath(new URL("../facts/seed-figures.json", import.meta.url)), "utf8"),
);

const nothingKnown: CaseFigures = {
  requests: {
    received: null,
    open: null,
    byOutcome: {},
    byRight: {},
    byChannel: {},
    answeredInTime: null,
    answeredWithin30Days: null,
    extended: null,
    forwarded: null,
    medianDays: null,
  },
  breaches: {
    documented: null,
    notifiedToAuthority: null,
    notifiedInTime: null,
    subjectsInformed: null,
    neither: null,
    byKind: {},
    byCategory: {},
    byCause: {},
    byDiscovery: {},
    withActionPlan: null,
    dismissed: null,
  },
  consultations: { total: null, beforeStart: null, afterStart: null, byKind: {} },
};

const unanswered: YearlyReview = {
  records: { count: null, updated: null, complete: null, routines: null, riskCount: null },
  policies: { inPlace: null, quality: null, support: null, upToDate: null, owners: null },
  measures: { classified: null, current: null },
  dpias: { identified: null, highRiskDone: null, current: null },
  marks: {},
  comments: {},
  recommendations: [],
};

const nothingBefore = { previous: null, change: null, asNow: null };

/** A year of which nothing at all is known. */
export const unknownYear = (year = 2022): YearReport => ({
  year,
  cityName: "Exempelstad",
  unit: { id: "exempelnamnden", name: "Exempelnämnden", controller: "Exempelnämnden" },
  figures: { year, unit: "exempelnamnden", ...nothingKnown, review: null, ...nothingBefore },
  units: [],
  lockedAt: null,
});

const previous: YearFigures = {
  year: 2021,
  unit: seed.unit,
  ...nothingKnown,
  review: {
    ...unanswered,
    records: {
      ...unanswered.records,
      count: seed.records.previousDerived,
      riskCount: seed.records.riskCountPrevious,
    },
    measures: { classified: seed.measures.classifiedPrevious, current: null },
    recommendations: [
      {
        id: "rek-2021-1",
        area: "records",
        text: "Fortsätt att inventera de äldsta registreringarna.",
        statedByUnit: null,
        judgedByDpo: null,
      },
    ],
  },
  ...nothingBefore,
};

const { records, policies, measures, dpias, rights, breaches } = seed;
const figures: YearFigures = {
  year: seed.year,
  unit: seed.unit,
  requests: {
    ...nothingKnown.requests,
    received: rights.received,
    open: 0,
    byOutcome: { granted: rights.received },
    byRight: rights.byRightDerived,
    answeredWithin30Days: rights.within30Days,
    forwarded: rights.misaddressed,
  },
  breaches: {
    ...nothingKnown.breaches,
    documented: breaches.documented,
    notifiedToAuthority: breaches.notifiedToAuthority,
    notifiedInTime: breaches.notifiedInTime,
    subjectsInformed: breaches.subjectsInformed,
    neither: breaches.notNotifiedDerived,
    // The report names both ways without a number for either; the split is invented.
    byDiscovery: { "data-subject": 4, employee: 6 },
  },
  consultations: nothingKnown.consultations,
  review: {
    records: {
      count: records.count,
      updated: records.updated,
      complete: records.complete,
      routines: records.routines,
      riskCount: records.riskCount,
    },
    policies: {
      inPlace: policies.inPlace,
      quality: policies.quality,
      support: policies.support,
      upToDate: policies.upToDate,
      owners: policies.owners,
    },
    measures: { classified: measures.classified, current: measures.current },
    dpias: { identified: dpias.identified, highRiskDone: dpias.highRiskDone, current: dpias.current },
    marks: {
      records: records.marks,
      policies: policies.marks,
      measures: measures.marks,
      dpias: dpias.marks,
      rights: rights.marks,
      breaches: breaches.marks,
    },
    comments: {
      breaches: "Med anledning av ovanstående markeras riskerna i dels gula dels gröna kolumnen.",
    },
    recommendations: [
      {
        id: "rek-2021-1",
        area: "records",
        text: "Fortsätt att inventera de äldsta registreringarna.",
        statedByUnit: "Hälften är inventerade.",
        judgedByDpo: "Påbörjad, fortsätter nästa år.",
      },
      {
        id: "rek-2022-1",
        area: "rights",
        text: "Undersök tekniska lösningar för begäran om registerutdrag.",
        statedByUnit: null,
        judgedByDpo: null,
      },
    ],
  },
  previous,
  change: { review: { records: { count: records.change } } },
  asNow: null,
};

/** The seed's own figures as the report's writers get them. */
export const seedReport: YearReport = {
  year: seed.year,
  cityName: "Stockholms stad",
  unit: { id: seed.unit, name: "Socialnämnden", controller: "Socialnämnden i Stockholms stad" },
  figures,
  units: [],
  lockedAt: "2023-01-15T09:00:00Z",
};

/** The same year for the whole city: two units, one of which has answered no review. */
export const cityReport: YearReport = {
  ...seedReport,
  unit: null,
  figures: { ...figures, unit: null, review: null },
  units: [
    { id: "exempelnamnden", name: "Exempelnämnden", figures: { ...unknownYear().figures } },
    { id: seed.unit, name: "Socialnämnden", figures },
  ],
};
