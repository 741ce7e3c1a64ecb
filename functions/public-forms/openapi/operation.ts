import type { RefusalCode } from "../../../shared/domain/casework/refusal.ts";
import type { ProblemCode } from "../../../shared/lambda/problems.ts";
import type { SchemaName } from "./schemas.ts";

export interface Parameter {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly required?: true;
  readonly description: string;
  readonly example: string;
}

/** What a call answers when it goes well; without a schema there is no body. */
export interface GoodAnswer {
  readonly status: 200 | 201 | 202 | 303;
  readonly schema?: SchemaName;
  readonly description: string;
}

/** One call of the API, as its description tells of it. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly needsToken?: true;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly schema: string; readonly example: unknown };
  readonly answer: GoodAnswer;
  /** What it may answer instead. */
  readonly otherwise?: GoodAnswer;
  readonly problems: readonly ProblemCode[];
  /** The rules of casework that may refuse it. */
  readonly rules?: readonly RefusalCode[];
}

/** What can be wrong with any body. */
export const bodyProblems = [
  "not-json",
  "duplicate-key",
  "too-deep",
  "input-refused",
  "too-large",
  "other-media-type",
] as const satisfies readonly ProblemCode[];

/** What somebody unknown is answered. */
export const unknown = [
  "token-required",
  "token-refused",
  "token-expired",
  "try-later",
] as const satisfies readonly ProblemCode[];

export const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "16–128 visible characters / 16–128 synliga tecken",
  example: "5f0c8a52-3f0e-4a41-9d0e-2f7f8a1f9a11",
};
