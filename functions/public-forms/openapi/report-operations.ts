import type { StaffRoute } from "../../../shared/domain/sight/staff-routes.ts";
import { bodyProblems, idempotencyKey, type Operation, type Parameter, unknown } from "./operation.ts";

const year: Parameter = { name: "year", in: "path", required: true, description: "The year / Året", example: "2026" };
const unitInPath: Parameter = {
  name: "unit",
  in: "path",
  required: true,
  description: "A unit's id / En enhets id",
  example: "sthlm-kulturnamnden",
};
const unit: Parameter = {
  name: "unit",
  in: "query",
  description: "A unit's id; the whole city when left out / En enhets id; hela staden om den utelämnas",
  example: "sthlm-kulturnamnden",
};

type ReportRoute = Exclude<
  Extract<StaffRoute, `${string}/reports/${string}` | `${string}/yearly-reviews/${string}`>,
  `${string}-imports`
>;

/** The calls about the year. A route without a row here does not compile. */
export const reportOperations: Readonly<Record<ReportRoute, Operation>> = {
  "GET /api/v1/yearly-reviews/{year}/{unit}": {
    id: "getYearlyReview",
    summary: "A unit's yearly review / En enhets årsuppföljning",
    description:
      "With the year's before beside it. Null is not known; version 0 means that nobody has begun. / Med förra årets bredvid. Null är uppgift saknas; version 0 betyder att ingen har börjat.",
    needsToken: true,
    parameters: [year, unitInPath],
    answer: { status: 200, schema: "YearlyReviewRead", description: "The review / Årsuppföljningen" },
    problems: ["not-there", ...unknown],
    rules: ["role-may-not"],
  },
  "PUT /api/v1/yearly-reviews/{year}/{unit}": {
    id: "putYearlyReview",
    summary: "Write a unit's yearly review / Skriv en enhets årsuppföljning",
    description:
      "For the unit's coordinators and the DPO; the whole review in place of what there was. What the DPO has judged is the DPO's to change. `version`, when given, must be the one that was read. / För enhetens samordnare och dataskyddsombudet; hela årsuppföljningen ersätter den som fanns. Det ombudet har bedömt ändrar bara ombudet. `version` ska vara den man läste, om den anges.",
    needsToken: true,
    parameters: [year, unitInPath, idempotencyKey],
    body: {
      schema: "YearlyReview",
      example: {
        records: { count: 292, updated: "yes", complete: "partly", routines: "yes", riskCount: 6 },
        policies: { inPlace: "yes", quality: "yes", support: "yes", upToDate: "mostly", owners: "yes" },
        measures: { classified: 9, current: "yes" },
        dpias: { identified: "partly", highRiskDone: "partly", current: null },
        marks: { records: ["yellow"], breaches: ["yellow", "green"] },
        comments: { breaches: "Två bedömningar: anmälan fungerar, upptäckten kan bli bättre." },
        recommendations: [
          {
            id: "2022-1",
            area: "rights",
            text: "Ta fram en rutin för begäranden som har skickats fel.",
            statedByUnit: "Påbörjad.",
            judgedByDpo: null,
          },
        ],
      },
    },
    answer: {
      status: 200,
      schema: "YearlyReviewKept",
      description: "The review as kept / Årsuppföljningen som den sparades",
    },
    problems: [...bodyProblems, "idempotency-key-required", "key-reused", "not-there", "judged-by-dpo", ...unknown],
    rules: ["role-may-not", "stale-version", "not-in-the-future"],
  },
  "GET /api/v1/reports/{year}": {
    id: "getReport",
    summary: "The year's figures / Årets siffror",
    description:
      "Counted from the cases as they are now. The whole city and every unit for the DPO and the central function; coordinators see their own unit. In canonical JSON: the same cases are the same bytes. / Räknade ur ärendena som de är nu. Hela staden och alla enheter för dataskyddsombudet och den centrala funktionen; samordnare ser sin egen enhet. Samma ärenden ger samma byte.",
    needsToken: true,
    parameters: [year, unit],
    answer: { status: 200, schema: "Figures", description: "Figures / Siffror" },
    problems: ["not-there", "year-does-not-add-up", ...unknown],
    rules: ["role-may-not"],
  },
  "GET /api/v1/reports/{year}/references": {
    id: "getReportReferences",
    summary: "The cases behind a number / Ärendena bakom en siffra",
    description:
      "Those that one may see, by reference. A coordinator does not see cases that have left the unit, or protected ones without clearance. / De ärenden man får se. En samordnare ser inte ärenden som har lämnat enheten, eller skyddade utan behörighet.",
    needsToken: true,
    parameters: [
      year,
      {
        name: "path",
        in: "query",
        required: true,
        description: "The number's place in the figures / Siffrans plats",
        example: "breaches.byKind.phishing",
      },
      unit,
      {
        name: "limit",
        in: "query",
        description: "1–100, 20 when left out / 20 om den utelämnas",
        example: "20",
      },
      {
        name: "cursor",
        in: "query",
        description: "`next` from the last answer / `next` från förra svaret",
        example: "IjdLM005UTJYNFRCSFAtMSI",
      },
    ],
    answer: { status: 200, schema: "References", description: "References / Ärendenummer" },
    problems: ["input-refused", "not-there", "year-does-not-add-up", ...unknown],
    rules: ["role-may-not"],
  },
  "POST /api/v1/reports/{year}/compilations": {
    id: "postCompilation",
    summary: "Compile the year now / Sammanställ året nu",
    description:
      "For the DPO. Answered with the files when it ends within 25 seconds; else 202 with the address where it can be followed. / För dataskyddsombudet. Svaret är filerna om det blir klart inom 25 sekunder, annars 202 med adressen där det går att följa.",
    needsToken: true,
    parameters: [year, idempotencyKey],
    answer: { status: 201, schema: "Compilation", description: "The files / Filerna" },
    otherwise: { status: 202, schema: "CompilationProgress", description: "Not yet ended / Ännu inte klar" },
    problems: ["idempotency-key-required", "not-there", "year-does-not-add-up", ...unknown],
    rules: ["role-may-not", "not-in-the-future"],
  },
  "GET /api/v1/reports/{year}/compilations/{id}": {
    id: "getCompilation",
    summary: "How far a compilation has come / Hur långt en sammanställning har kommit",
    description: "For whoever asked for it. / För den som bad om den.",
    needsToken: true,
    parameters: [
      year,
      {
        name: "id",
        in: "path",
        required: true,
        description: "From the address in `Location` / Ur adressen i `Location`",
        example: "0123456789abcdef0123456789abcdef",
      },
    ],
    answer: { status: 200, schema: "CompilationProgress", description: "Progress / Läget" },
    problems: ["not-there", "year-does-not-add-up", ...unknown],
    rules: ["role-may-not"],
  },
  "GET /api/v1/reports/{year}/files": {
    id: "getReportFiles",
    summary: "The year's files / Årets filer",
    description:
      "As last compiled, of the city and of each unit. / Som de senast sammanställdes, för staden och varje enhet.",
    needsToken: true,
    parameters: [year],
    answer: { status: 200, schema: "ReportFiles", description: "Files / Filer" },
    problems: ["not-compiled", ...unknown],
    rules: ["role-may-not"],
  },
  "GET /api/v1/reports/{year}/files/{name}": {
    id: "getReportFile",
    summary: "To one of the year's files / Till en av årets filer",
    description: "A link that lives for a minute. / En länk som gäller en minut.",
    needsToken: true,
    parameters: [
      year,
      {
        name: "name",
        in: "path",
        required: true,
        description: "From the list / Ur listan",
        example: "city_figures.json",
      },
    ],
    answer: { status: 303, description: "The link, in `Location` / Länken, i `Location`" },
    problems: ["not-there", ...unknown],
    rules: ["role-may-not"],
  },
  "POST /api/v1/reports/{year}/locks": {
    id: "postYearLock",
    summary: "Lock the year / Lås året",
    description:
      "For the DPO. Its figures and files stay as they were last compiled; later changes stand beside as corrections. / För dataskyddsombudet. Siffror och filer blir som de senast sammanställdes; senare ändringar står bredvid som rättelser.",
    needsToken: true,
    parameters: [year, idempotencyKey],
    answer: { status: 201, schema: "YearLock", description: "Locked / Låst" },
    problems: ["idempotency-key-required", "not-there", "not-compiled", "year-not-ended", ...unknown],
    rules: ["role-may-not"],
  },
};
