import type { RouteKey } from "../../../shared/routes.ts";
import { bodyProblems, idempotencyKey, type Operation, type Parameter } from "./operation.ts";
import { staffOperations } from "./staff-operations.ts";

const concerns = [{ service: "soc-ekonomiskt-bistand", place: "Husby", from: "2019", to: "2019" }];
const paging: readonly Parameter[] = [
  {
    name: "limit",
    in: "query",
    description: "1–100; the whole list when left out / hela listan om den utelämnas",
    example: "20",
  },
  {
    name: "cursor",
    in: "query",
    description: "`next` from the last answer / `next` från förra svaret",
    example: "MjA",
  },
];

export type ApiRoute = Extract<RouteKey, `${string} /api/v1/${string}` | "GET /health">;

/** Every call: those open to all, and after them those with a token. A route without a row here does not compile. */
export const operations: Readonly<Record<ApiRoute, Operation>> = {
  "GET /health": {
    id: "getHealth",
    summary: "Is the service up? / Svarar tjänsten?",
    description: "Answers when the function runs. / Svarar när funktionen är igång.",
    answer: { status: 200, schema: "Health", description: "Up / Igång" },
    problems: [],
  },
  "GET /api/v1/api-info": {
    id: "getApiInfo",
    summary: "About this API / Om detta API",
    description: "Name, version, release day and status. / Namn, version, dag för utgåvan och status.",
    answer: { status: 200, schema: "ApiInfo", description: "About the API / Om API:et" },
    problems: [],
  },
  "GET /api/v1/openapi.json": {
    id: "getOpenapi",
    summary: "This description / Den här beskrivningen",
    description:
      "OpenAPI 3.1, made from the same definitions as the answers. / OpenAPI 3.1 ur samma definitioner som svaren.",
    answer: { status: 200, schema: "ApiInfo", description: "The description / Beskrivningen" },
    problems: [],
  },
  "GET /api/v1/units": {
    id: "getUnits",
    summary: "The city's controllers on a day / Stadens personuppgiftsansvariga en viss dag",
    description:
      "Units in force on the day, today if none is given. / Enheter som gäller den dagen, i dag om ingen anges.",
    parameters: [{ name: "asOf", in: "query", description: "Civil date / Dag", example: "2019-06-01" }, ...paging],
    answer: { status: 200, schema: "Units", description: "Units / Enheter" },
    problems: ["input-refused"],
  },
  "GET /api/v1/statistics/{year}": {
    id: "getStatistics",
    summary: "A year's figures for everybody / Årets siffror för alla",
    description:
      "Of a year that has been locked. Counts under 5 are left out, and as much beside them that they cannot be counted back. Add `.csv` to the year, or ask for text/csv, for open data. / För ett år som är låst. Antal under 5 visas inte, och inte heller det som skulle avslöja dem. Lägg till `.csv` efter året, eller be om text/csv, för öppna data.",
    parameters: [{ name: "year", in: "path", required: true, description: "The year / Året", example: "2025" }],
    answer: { status: 200, schema: "Statistics", description: "Figures / Siffror" },
    problems: ["not-there"],
  },
  "GET /api/v1/services": {
    id: "getServices",
    summary: "Services in plain words / Verksamheter i vanliga ord",
    description:
      "What a person may recognise, and whether the place matters. / Det man känner igen, och om platsen har betydelse.",
    parameters: paging,
    answer: { status: 200, schema: "Services", description: "Services / Verksamheter" },
    problems: ["input-refused"],
  },
  "GET /api/v1/forms": {
    id: "getForms",
    summary: "The forms / Formulären",
    description: "Ids and versions. / Id och versioner.",
    parameters: paging,
    answer: { status: 200, schema: "Forms", description: "Forms / Formulär" },
    problems: ["input-refused"],
  },
  "GET /api/v1/forms/{id}": {
    id: "getForm",
    summary: "A form with its JSON Schema / Ett formulär med sitt JSON-schema",
    description: "Every page, question, rule and sentence. / Varje sida, fråga, regel och mening.",
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: "The form's id / Formulärets id",
        example: "data-subject-request",
      },
    ],
    answer: { status: 200, schema: "Form", description: "The form / Formuläret" },
    problems: ["not-there"],
  },
  "GET /api/v1/deadlines": {
    id: "getDeadline",
    summary: "A deadline with its steps / En tidsfrist med sina steg",
    description:
      "One month for a request (art. 12.3), 72 hours for a breach (art. 33.1). / En månad för en begäran (art. 12.3), 72 timmar för en incident (art. 33.1).",
    parameters: [
      { name: "kind", in: "query", required: true, description: "`request` or/eller `breach`", example: "request" },
      {
        name: "receivedAt",
        in: "query",
        description: "For a request: date or instant / För en begäran: dag eller tidpunkt",
        example: "2026-11-24",
      },
      {
        name: "awareAt",
        in: "query",
        description: "For a breach: instant / För en incident: tidpunkt",
        example: "2026-10-23T15:00:00+02:00",
      },
    ],
    answer: { status: 200, schema: "Deadline", description: "The deadline / Fristen" },
    problems: ["input-refused"],
  },
  "POST /api/v1/routing-previews": {
    id: "previewRouting",
    summary: "Who would answer, and why / Vem skulle svara, och varför",
    description: "Stores nothing. / Sparar ingenting.",
    body: { schema: "RoutingQuestion", example: { concerns } },
    answer: { status: 200, schema: "RoutingPreview", description: "Who answers / Vem som svarar" },
    problems: bodyProblems,
  },
  "POST /api/v1/breach-assessments": {
    id: "assessBreach",
    summary: "A proposal for the risk of a breach / Förslag till bedömning av en incident",
    description:
      "Proposes and explains; a person decides. Missing facts lean to notify. Stores nothing. / Föreslår och förklarar; en människa beslutar. Saknade uppgifter talar för anmälan. Sparar ingenting.",
    body: {
      schema: "BreachFacts",
      example: { whatHappened: "sent-by-mistake", personsAbout: 12, dataKinds: ["health"] },
    },
    answer: { status: 200, schema: "BreachAssessment", description: "The proposal / Förslaget" },
    problems: bodyProblems,
  },
  "POST /api/v1/requests": {
    id: "postRequest",
    summary: "Send a request / Skicka en begäran",
    description:
      "One request, one reference, one case per controller. The same key gives the same answer for ever. / En begäran, ett ärendenummer, ett ärende per personuppgiftsansvarig. Samma nyckel ger samma svar för alltid.",
    parameters: [idempotencyKey],
    body: {
      schema: "DataSubjectRequest",
      example: {
        right: "access",
        onBehalfOf: "self",
        protectedIdentity: false,
        concerns,
        person: {
          givenName: "Exempel",
          familyName: "Exempelsson",
          personalIdentityNumber: "19900101-2385",
          address: { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelstad" },
        },
        delivery: "registered-address",
        language: "sv",
      },
    },
    answer: { status: 201, schema: "RequestReceived", description: "Received / Mottagen" },
    problems: [
      ...bodyProblems,
      "idempotency-key-required",
      "key-reused",
      "disposed",
      "protected-identity",
      "outside-the-city",
      "try-later",
    ],
  },
  "POST /api/v1/request-status": {
    id: "getRequestStatus",
    summary: "Where a request stands / Hur långt en begäran har kommit",
    description: "Anything wrong gives the same 404. / Allt som är fel ger samma 404.",
    body: {
      schema: "RequestStatusQuestion",
      example: { reference: "7K3M-9QXA-2B4CD", statusCode: "0000-0000-0000-0000-0000-0000-00" },
    },
    answer: { status: 200, schema: "RequestStatus", description: "The status / Läget" },
    problems: [...bodyProblems, "no-such-case"],
  },
  ...staffOperations,
};
