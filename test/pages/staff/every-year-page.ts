import { yearlyReview } from "../../../forms/yearly-review.ts";
import { asNowOf, sectionsOf, tilesOf } from "../../../functions/staff-reports/pages/shown-figures.ts";
import type { YearFigures } from "../../../shared/domain/yearly/year-figures.ts";
import type { YearlyReview } from "../../../shared/domain/yearly/yearly-review.ts";
import { historyConfirmPage, historyDonePage, historyPage } from "../../../shared/pages/staff/history-pages.tsx";
import { recommendationsPage, rowsOf } from "../../../shared/pages/staff/recommendations-page.tsx";
import { recordConfirmPage, recordPage } from "../../../shared/pages/staff/record-pages.tsx";
import { inputsOf } from "../../../shared/pages/staff/review-answers.ts";
import { reviewListPage, reviewOverviewPage } from "../../../shared/pages/staff/review-pages.tsx";
import { reviewPartPage } from "../../../shared/pages/staff/review-part-page.tsx";
import { statisticsPage } from "../../../shared/pages/staff/statistics-page.tsx";
import {
  casesBehindPage,
  compilingPage,
  doesNotAddUpPage,
  lockPage,
  notLockablePage,
} from "../../../shared/pages/staff/year-step-pages.tsx";
import type { StatisticsView } from "../../../shared/pages/staff/year-view.ts";
import { frameFor, units } from "./staff-frame.ts";

const hostile = `<script>alert("1")</script> "prov" & 'prov'\n=1+1`;

const before: YearFigures = {
  year: 2025,
  unit: "sthlm-sdn-farsta",
  requests: {
    received: 5,
    open: 0,
    byOutcome: { granted: 5 },
    byRight: { access: 4, erasure: 1 },
    byChannel: { post: 5 },
    answeredInTime: 5,
    answeredWithin30Days: null,
    extended: 0,
    forwarded: null,
    medianDays: 12,
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
  consultations: { total: 0, beforeStart: 0, afterStart: 0, byKind: {} },
  review: null,
  previous: null,
  change: null,
  asNow: null,
};
const figures: YearFigures = {
  ...before,
  year: 2026,
  requests: {
    ...before.requests,
    received: 1250,
    open: 3,
    byRight: { access: 1200, "withdraw-consent": 50 },
    answeredInTime: 1240,
    answeredWithin30Days: 1199,
    forwarded: 1,
    medianDays: 10.5,
  },
  breaches: {
    ...before.breaches,
    documented: 10,
    notifiedToAuthority: 1,
    notifiedInTime: 1,
    neither: 9,
    byKind: { "sent-by-mistake": 9, "published-by-mistake": 1 },
    byCause: { "human-factor": 8, unknown: 2 },
    withActionPlan: 10,
  },
  previous: before,
  asNow: { requests: before.requests, breaches: before.breaches, consultations: before.consultations },
};

const view = (of: YearFigures, parts: Partial<StatisticsView> = {}): StatisticsView => {
  const showing = { figures: of, unit: of.unit, seesCases: true };
  return {
    year: of.year,
    unit: of.unit,
    unitName: "Farsta stadsdelsnämnd",
    years: [2026, 2025, 2024],
    units,
    seesCity: true,
    beforeYear: of.previous?.year ?? null,
    tiles: tilesOf(showing),
    sections: sectionsOf(showing),
    asNow: asNowOf(of),
    lockedAt: null,
    corrections: [],
    isInProgress: true,
    report: null,
    done: null,
    ...parts,
  };
};
const report = {
  compiledAt: "2 januari 2027 kl. 06.00",
  files: [
    { label: "Utkast (Word)", size: "45 kB", href: "/personal/statistik/2026/filer/city_arsrapport-utkast.docx" },
  ],
  compileKey: "a-key-born-with-the-page",
  notLockable: null,
};

const review: YearlyReview = {
  records: { count: 292, updated: "yes", complete: null, routines: "partly", riskCount: 6 },
  policies: { inPlace: "yes", quality: null, support: null, upToDate: "mostly", owners: null },
  measures: { classified: 9, current: "yes" },
  dpias: { identified: null, highRiskDone: "no", current: null },
  marks: { records: ["yellow", "green"], breaches: ["red"] },
  comments: { records: hostile },
  recommendations: [
    { id: "2022-3", area: "rights", text: hostile, statedByUnit: hostile, judgedByDpo: "Genomfört." },
    { id: "2025-1", area: "policies", text: "Peka ut ägare.", statedByUnit: null, judgedByDpo: null },
  ],
};
const last: YearlyReview = { ...review, records: { ...review.records, count: 288 }, marks: { records: ["orange"] } };
const about = { year: 2026, unit: "sthlm-sdn-farsta", unitName: "Farsta stadsdelsnämnd" };
const standing = { ...about, standing: review, previous: last, version: 3, key: "a-key-born-with-the-page" };
const usual = { errors: [], isStale: false };
const due = { dueOn: "31 januari 2027", isPastDue: false };
const kinds = [
  { id: "requests", name: "Begäranden", needed: ["nummer", "mottagen"], others: ["rättighet"] },
  { id: "incidents", name: "Incidenter", needed: ["nummer", "kännedom"], others: ["händelse"] },
];
const typed = { kind: "requests", unit: "sthlm-sdn-farsta", text: hostile };
const found = {
  kindName: "Begäranden",
  unitName: "Farsta stadsdelsnämnd",
  rows: 12,
  byYear: [
    ["2021", 11],
    ["2022", 1],
  ],
} as const;

/** Every page of the year, in the states that differ. */
export function everyYearPage(): ReadonlyMap<string, string> {
  const dpo = frameFor("dpo");
  const pages = new Map<string, string>([
    ["statistics for the DPO", statisticsPage(dpo, view(figures, { report, done: "compiled" }))],
    [
      "statistics locked with corrections",
      statisticsPage(
        dpo,
        view(figures, {
          isInProgress: false,
          lockedAt: "3 januari 2027 kl. 10.00",
          corrections: [{ path: "requests.received", name: "Inkomna begäran", locked: "1 249", now: "1 250" }],
          report,
          done: "locked",
        }),
      ),
    ],
    [
      "statistics of a year that nobody knows",
      statisticsPage(
        frameFor("coordinator"),
        view(
          { ...before, requests: { ...before.requests, received: null, byRight: {} } },
          { seesCity: false, units: [] },
        ),
      ),
    ],
    [
      "statistics not compiled",
      statisticsPage(
        dpo,
        view(figures, { report: { ...report, compiledAt: null, files: [], notLockable: "year-not-ended" } }),
      ),
    ],
    [
      "cases behind a number",
      casesBehindPage(dpo, {
        ...about,
        name: "Inkomna begäran",
        definition: "Begäranden som kom in under året.",
        count: 3,
        items: [{ reference: "0000-0000-00000-1", kind: "request" }],
        imported: 2,
        next: "/personal/statistik/2026/arenden?path=requests.received&cursor=x",
      }),
    ],
    ["compiling", compilingPage(dpo, { year: 2026, unit: null, done: 3, of: 40, here: "/personal/statistik/2026" })],
    [
      "compiling begun",
      compilingPage(dpo, { year: 2026, unit: null, done: 0, of: 0, here: "/personal/statistik/2026" }),
    ],
    [
      "a year that does not add up",
      doesNotAddUpPage(dpo, { year: 2026, unit: null, what: "Ett ärende …", reference: "0000-0000-00000-1" }),
    ],
    ["lock", lockPage(dpo, { year: 2025, compiledAt: "2 januari 2026 kl. 06.00" })],
    ["not lockable", notLockablePage(dpo, 2026, "year-not-ended")],
    [
      "reviews",
      reviewListPage(dpo, {
        ...{ year: 2026, years: [2026, 2025] },
        ...due,
        units: units.map((unit, at) => ({ ...unit, done: at, of: 21, changedAt: at === 0 ? null : "3 januari 2027" })),
      }),
    ],
    [
      "review overview",
      reviewOverviewPage(frameFor("coordinator"), {
        ...about,
        ...due,
        isPastDue: true,
        parts: new Map(
          yearlyReview.pages.map(({ id }) => [id, { words: "2 av 5 besvarade", before: "Inte besvarad" }]),
        ),
        consultations: { now: "12", before: "Uppgift saknas" },
        hasPrevious: true,
        saved: yearlyReview.pages[0],
      }),
    ],
    ["history", historyPage(dpo, { typed, units, kinds, errors: [], problems: [], problemCount: 0 })],
    [
      "history with bad rows",
      historyPage(dpo, {
        ...{ typed, units, kinds },
        errors: [{ input: "text", message: "Något i listan behöver rättas" }],
        problems: ["Rad 2, kolumnen ”mottagen”: Skriv dagen som 2022-03-01."],
        problemCount: 101,
      }),
    ],
    [
      "history to confirm",
      historyConfirmPage(dpo, { ...found, typed, handled: [["2022", 3]], key: "a-key-born-with-the-page" }),
    ],
    [
      "record with bad rows",
      recordPage(dpo, {
        ...about,
        text: hostile,
        columns: ["Behandling", "Ändamål"],
        errors: [{ input: "text", message: "Något i exporten behöver rättas" }],
        problems: ["Rad 2: Behandlingen saknar namn."],
        problemCount: 1,
      }),
    ],
    [
      "record to confirm",
      recordConfirmPage(dpo, {
        ...about,
        text: hostile,
        answers: [{ question: "Antal behandlingar?", found: "292", now: "Uppgift saknas" }],
        findings: ["3 av 292 saknar ändamål."],
        version: 0,
        key: "a-key-born-with-the-page",
      }),
    ],
    ["history done", historyDonePage(dpo, { ...found, unit: "sthlm-sdn-farsta", written: 3 })],
  ]);
  for (const page of yearlyReview.pages.filter(({ id }) => id !== "recommendations"))
    pages.set(
      `review ${page.id}`,
      reviewPartPage(dpo, { ...standing, ...usual, page, answers: inputsOf(review, page), isJudged: false }),
    );
  const [records, , , , assessment] = yearlyReview.pages;
  pages.set(
    "review with errors and stale",
    reviewPartPage(frameFor("coordinator"), {
      ...standing,
      page: records,
      answers: { "records.count": ["många"], "records.updated": ["no"], "comments.records": [hostile] },
      errors: [{ input: "records-count", message: "Antalet behandlingar: skriv ett heltal från 0" }],
      isStale: true,
      isJudged: false,
    }),
  );
  pages.set(
    "review judged",
    reviewPartPage(frameFor("coordinator"), {
      ...standing,
      ...usual,
      page: assessment,
      answers: inputsOf(review, assessment),
      isJudged: true,
    }),
  );
  for (const role of ["dpo", "coordinator"] as const)
    pages.set(
      `recommendations for ${role}`,
      recommendationsPage(frameFor(role), {
        ...standing,
        ...usual,
        rows: rowsOf(review, last, role === "dpo"),
        isDpo: role === "dpo",
      }),
    );
  return pages;
}
