import type * as z from "zod";
import type { Language } from "../../shared/domain/language.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { tableFromFile } from "../../shared/imports/file.ts";
import { type ImportProblem, problemInWords } from "../../shared/imports/problem.ts";
import type { Table } from "../../shared/imports/table.ts";
import type { Answer } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";

/** So many bad rows are told of at once; what comes after them is counted. */
const mostTold = 100;

const messages = {
  file: {
    sv: "Skicka filen som base64, som CSV eller som arbetsbok (.xlsx).",
    en: "Send the file in base64, as CSV or as a workbook (.xlsx).",
  },
  dryRun: { sv: "Skriv true för att prova utan att spara, annars false.", en: "Write true to try it, else false." },
  kind: { sv: "Skriv requests eller incidents.", en: "Write requests or incidents." },
  unit: { sv: "Ange enheten med dess id.", en: "Give the unit by its id." },
  version: {
    sv: "Ange version som du fick den när du läste årsuppföljningen.",
    en: "Give version as you got it when you read the review.",
  },
  other: { sv: "Fältet är inte känt.", en: "The field is not known." },
} as const;
const isKnown = (field: string): field is keyof typeof messages => Object.hasOwn(messages, field);

/** The body by its shape, or the answer that says which field is wrong. */
export function bodyAs<Schema extends z.ZodType>(
  request: Request,
  shape: Schema,
): Result<{ readonly body: z.infer<Schema>; readonly sent: unknown }, Answer> {
  const sent = jsonBody(request);
  if (!sent.ok) return sent;
  const read = shape.safeParse(sent.value);
  if (read.success) return ok({ body: read.data, sent: sent.value });
  const fields = new Set(read.error.issues.map(({ path: [field] }) => (field === undefined ? "other" : String(field))));
  const errors = [...fields].map((field) => ({
    pointer: field === "other" ? "" : `/${field}`,
    code: "format",
    message: messages[isKnown(field) ? field : "other"][request.language],
  }));
  return refused(problem(request, "input-refused", { errors }));
}

/** The table in the file that was sent. */
export const tableIn = (file: string): Promise<Result<Table, readonly ImportProblem[]>> =>
  tableFromFile(Buffer.from(file, "base64"));

/** Bad rows as the API shows them: the first hundred, and how many there are in all. */
export const problemsShown = (problems: readonly ImportProblem[], language: Language) => ({
  problems: problems.slice(0, mostTold).map((one) => ({
    row: one.row,
    column: one.column,
    code: one.code,
    message: problemInWords(one, language),
  })),
  problemCount: problems.length,
});

/** The refusal of a file with something wrong in it. Nothing of it has been kept. */
export const fileRefused = (request: Request, problems: readonly ImportProblem[]): Answer =>
  problem(request, "file-refused", {
    errors: problems.slice(0, mostTold).map((one) => ({
      pointer: "/file",
      code: one.code,
      message: problemInWords(one, request.language),
    })),
    problemCount: problems.length,
  });
