import type { StaffRoute } from "../../../shared/domain/sight/staff-routes.ts";
import type { ProblemCode } from "../../../shared/lambda/problems.ts";
import { bodyProblems, idempotencyKey, type Operation, type Parameter } from "./operation.ts";

const unknown = [
  "token-required",
  "token-refused",
  "token-expired",
  "try-later",
] as const satisfies readonly ProblemCode[];

const caseReference: Parameter = {
  name: "reference",
  in: "path",
  required: true,
  description: "The case's reference / Ärendets nummer",
  example: "7K3M-9QXA-2B4CD-1",
};
const limit: Parameter = {
  name: "limit",
  in: "query",
  description: "1–100, 20 when left out / 20 om den utelämnas",
  example: "20",
};
const cursor: Parameter = {
  name: "cursor",
  in: "query",
  description: "`next` from the last answer / `next` från förra svaret",
  example: "eyJzdGF0ZSI6ImVuZGVkIn0",
};

/** Every call with a token. A route without a row here does not compile. */
export const staffOperations: Readonly<Record<StaffRoute, Operation>> = {
  "POST /api/v1/registrations": {
    id: "postRegistration",
    summary: "Register a request that came another way / Registrera en begäran som kom en annan väg",
    description:
      "For coordinators and the DPO. Its true time of receipt starts the month (art. 12.3). A person with a protected identity is registered without address, place and contact details. / För samordnare och dataskyddsombud. Tiden räknas från när begäran kom in. Den som har skyddade personuppgifter registreras utan adress, plats och kontaktuppgifter.",
    needsToken: true,
    parameters: [idempotencyKey],
    body: {
      schema: "Registration",
      example: {
        channel: "post",
        receivedAt: "2026-11-20",
        right: "access",
        onBehalfOf: "self",
        protectedIdentity: false,
        concerns: [{ service: "kultur-bibliotek" }],
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
    answer: { status: 201, schema: "RequestReceived", description: "Registered / Registrerad" },
    problems: [...bodyProblems, "idempotency-key-required", "key-reused", "outside-the-city", ...unknown],
    rules: ["role-may-not", "not-in-the-future"],
  },
  "POST /api/v1/incidents": {
    id: "postIncident",
    summary: "Report an incident / Anmäl en incident",
    description:
      "For everybody employed. Send it at once, also when much is unknown: null or left out is “I do not know”. / För alla anställda. Skicka genast, även när mycket är okänt: null eller utelämnat är ”vet inte”.",
    needsToken: true,
    parameters: [idempotencyKey],
    body: {
      schema: "IncidentReport",
      example: {
        whatHappened: "sent-by-mistake",
        description: "Ett påhittat brev hamnade i fel kuvert.",
        occurredAt: null,
        ongoing: false,
        detectedAt: "2026-11-20T08:00:00Z",
        awareAt: "2026-11-20T09:00:00Z",
        discoveredBy: "employee",
        cause: "human-factor",
        effect: ["confidentiality"],
        personGroups: ["clients"],
        personsAbout: 12,
        dataKinds: ["health"],
        stopped: "yes",
        unit: "sthlm-kulturnamnden",
        drill: true,
      },
    },
    answer: { status: 201, schema: "IncidentReceived", description: "Received / Mottagen" },
    problems: [...bodyProblems, "idempotency-key-required", "key-reused", ...unknown],
    rules: [
      "role-may-not",
      "not-in-the-future",
      "unknown-unit",
      "aware-before-detected",
      "aware-delay-reason-required",
    ],
  },
  "POST /api/v1/consultations": {
    id: "postConsultation",
    summary: "Ask the data protection officer / Fråga dataskyddsombudet",
    description: "For everybody employed, for their own unit. / För alla anställda, för den egna enheten.",
    needsToken: true,
    parameters: [idempotencyKey],
    body: {
      schema: "Consultation",
      example: {
        kind: "dpia",
        subject: "Ett påhittat system",
        description: "Behöver vi en konsekvensbedömning?",
        processingStartsOn: "2027-01-01",
      },
    },
    answer: { status: 201, schema: "ConsultationReceived", description: "Received / Mottagen" },
    problems: [...bodyProblems, "idempotency-key-required", "key-reused", ...unknown],
    rules: ["role-may-not", "unknown-unit"],
  },
  "GET /api/v1/cases": {
    id: "getCases",
    summary: "The cases one sees / De ärenden man ser",
    description:
      "Most urgent first, what has ended last. Codes and dates, no content. / De mest brådskande först, avslutade sist. Koder och datum, inget innehåll.",
    needsToken: true,
    parameters: [
      { name: "kind", in: "query", description: "`request`, `breach` or/eller `consultation`", example: "request" },
      { name: "unit", in: "query", description: "A unit's id / En enhets id", example: "sthlm-kulturnamnden" },
      { name: "status", in: "query", description: "A status / Ett läge", example: "received" },
      { name: "assignee", in: "query", description: "`me`, `none` or a `sub` / eller ett `sub`", example: "me" },
      limit,
      cursor,
    ],
    answer: { status: 200, schema: "Cases", description: "Cases / Ärenden" },
    problems: ["input-refused", ...unknown],
    rules: ["role-may-not"],
  },
  "GET /api/v1/cases/{reference}": {
    id: "getCase",
    summary: "A case / Ett ärende",
    description:
      "Each look is written down before anything is shown. A case that is not yours is not there. / Varje visning antecknas innan något visas. Ett ärende som inte är ditt finns inte.",
    needsToken: true,
    parameters: [caseReference],
    answer: { status: 200, schema: "Case", description: "The case / Ärendet" },
    problems: ["not-there", ...unknown],
    rules: ["role-may-not"],
  },
  "POST /api/v1/cases/{reference}/commands": {
    id: "postCommand",
    summary: "A step in the handling of a case / Ett steg i handläggningen",
    description:
      "On the version that was read; `at` when it happened, if not now. A 409 says what has changed and by whom. The same key gives the first answer again. / På den version man har läst; `at` när det hände, om inte nu. 409 säger vad som har ändrats och av vem. Samma nyckel ger det första svaret igen.",
    needsToken: true,
    parameters: [caseReference, idempotencyKey],
    body: { schema: "Command", example: { command: "note", version: 1, text: "En anteckning." } },
    answer: { status: 200, schema: "CaseAfterCommand", description: "The case after / Ärendet efter" },
    problems: [...bodyProblems, "idempotency-key-required", "key-reused", "not-there", ...unknown],
    rules: [
      "role-may-not",
      "stale-version",
      "already-closed",
      "not-in-the-future",
      "unknown-unit",
      "explanation-required",
      "not-now",
      "before-receipt",
      "identity-required",
      "extension-too-late",
      "notice-too-late",
      "already-extended",
      "duplicate-of-itself",
      "assessment-required",
      "decision-required",
      "action-plan-required",
      "late-reason-required",
      "risk-must-be-notified",
      "ground-does-not-fit",
      "aware-delay-reason-required",
      "aware-before-detected",
      "unknown-measure",
      "case-full",
    ],
  },
  "GET /api/v1/cases/{reference}/history": {
    id: "getCaseHistory",
    summary: "What has been done in a case / Vad som har gjorts i ett ärende",
    description: "Every command, oldest first. / Varje steg, äldst först.",
    needsToken: true,
    parameters: [caseReference],
    answer: { status: 200, schema: "CaseHistory", description: "The history / Historiken" },
    problems: ["not-there", ...unknown],
    rules: ["role-may-not"],
  },
  "GET /api/v1/access-log": {
    id: "getAccessLog",
    summary: "Who has looked at a case / Vem som har sett ett ärende",
    description:
      "For the DPO. Each look carries its number and a hash that binds it to the one before. / För dataskyddsombudet. Varje visning har ett nummer och en kontrollsumma som binder den till den förra.",
    needsToken: true,
    parameters: [
      {
        name: "reference",
        in: "query",
        required: true,
        description: "The case's reference / Ärendets nummer",
        example: "7K3M-9QXA-2B4CD-1",
      },
      limit,
      cursor,
    ],
    answer: { status: 200, schema: "AccessLog", description: "Looks / Visningar" },
    problems: ["input-refused", "not-there", ...unknown],
    rules: ["role-may-not"],
  },
};
