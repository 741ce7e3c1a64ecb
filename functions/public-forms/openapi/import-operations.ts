import type { StaffRoute } from "../../../shared/domain/sight/staff-routes.ts";
import { bodyProblems, idempotencyKey, type Operation, type Parameter, unknown } from "./operation.ts";

const year: Parameter = { name: "year", in: "path", required: true, description: "The year / Året", example: "2025" };
const unit: Parameter = {
  name: "unit",
  in: "path",
  required: true,
  description: "A unit's id / En enhets id",
  example: "sthlm-kulturnamnden",
};
const csv = (...lines: readonly string[]): string => Buffer.from(lines.join("\r\n")).toString("base64");
const problems = [
  ...bodyProblems,
  "idempotency-key-required",
  "key-reused",
  "not-there",
  "file-refused",
  ...unknown,
] as const;

/** The calls that read files. A route without a row here does not compile. */
export const importOperations: Readonly<Record<Extract<StaffRoute, `${string}-imports`>, Operation>> = {
  "POST /api/v1/history-imports": {
    id: "postHistoryImport",
    summary: "Read in a unit's earlier years / Läs in en enhets tidigare år",
    description:
      "Requests or incidents from before the service, as CSV (semicolon, comma or tab; UTF-8 or Windows-1252) or a workbook. Every row is read, or none and each bad row is told of; with `dryRun` nothing is kept. The same case read in again is not counted again. / Begäranden eller incidenter från tiden före tjänsten, som CSV eller arbetsbok. Alla rader läses in, eller ingen och varje fel står i svaret; med `dryRun` sparas inget. Samma ärende räknas bara en gång.",
    needsToken: true,
    parameters: [idempotencyKey],
    body: {
      schema: "HistoryImportFile",
      example: {
        kind: "requests",
        unit: "sthlm-kulturnamnden",
        dryRun: true,
        file: csv("nummer;mottagen;rättighet;besvarad", "2025-14;2025-03-04;registerutdrag;2025-03-20"),
      },
    },
    answer: { status: 200, schema: "HistoryImport", description: "What was read / Vad som lästes in" },
    problems: [...problems],
    rules: ["role-may-not", "unknown-unit"],
  },
  "POST /api/v1/yearly-reviews/{year}/{unit}/record-imports": {
    id: "postRecordImport",
    summary: "Fill in the review from the record of processing / Fyll i årsuppföljningen ur registerförteckningen",
    description:
      "The export of the unit's record of processing (art. 30), as CSV or a workbook. It is counted and checked for missing purpose, contact person, security measures and impact assessments, and fills in what it knows with where it comes from; with `dryRun` it only tells. / Exporten av enhetens registerförteckning, som CSV eller arbetsbok. Den räknas och kontrolleras, och det den vet fylls i med källa; med `dryRun` sparas inget.",
    needsToken: true,
    parameters: [year, unit, idempotencyKey],
    body: {
      schema: "RecordImportFile",
      example: {
        dryRun: true,
        file: csv(
          "Behandling;Ändamål;Kontaktperson;Säkerhetsåtgärder;Hög risk;Konsekvensbedömning",
          "Lånekort;Låna ut böcker;Enhetschefen;Behörigheter;nej;",
        ),
      },
    },
    answer: { status: 200, schema: "RecordImport", description: "What was found / Vad som fanns" },
    problems: [...problems],
    rules: ["role-may-not", "stale-version", "not-in-the-future"],
  },
};
