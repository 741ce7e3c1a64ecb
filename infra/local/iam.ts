import * as z from "zod";
import { CannotStart } from "./cannot-start.ts";

/** One thing a caller wants to do to one resource; an API call can be several. */
export interface Ask {
  readonly action: string;
  readonly resource: string;
  /** Condition keys with their values, e.g. `dynamodb:LeadingKeys`. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

interface Condition {
  readonly key: string;
  holds(values: readonly string[] | undefined): boolean;
}

export interface Statement {
  readonly allows: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];
}

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statementShape = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: texts,
  Resource: texts,
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
const documentShape = z.object({
  Statement: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((one) => [one])]),
});

const escapeRegExp = (value: string): string => value.replace(/[.+^${}()|[\]\\]/g, "\\$&");
const like = (pattern: string, value: string): boolean =>
  new RegExp(`^${escapeRegExp(pattern).replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(value);

type Match = (wanted: string, value: string) => boolean;
const matches: Readonly<Record<string, Match>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
};

const keys = new Set(
  [
    "aws:SecureTransport",
    "dynamodb:Attributes",
    "dynamodb:LeadingKeys",
    "dynamodb:ReturnValues",
    "dynamodb:Select",
    "s3:prefix",
    "secretsmanager:VersionStage",
    "ses:FromAddress",
    "ses:Recipients",
  ].map((key) => key.toLowerCase()),
);

/** A condition operator as a test over the values of its key. Throws CannotStart for one the runner does not know. */
const conditionOf = (operator: string, key: string, raw: unknown): Condition => {
  const wanted = (Array.isArray(raw) ? raw : [raw]).map(String);
  const ifExists = operator.endsWith("IfExists");
  const [set, name] = operator.replace(/IfExists$/, "").includes(":")
    ? (operator.replace(/IfExists$/, "").split(":", 2) as [string, string]) // two parts, for the colon is there
    : ["", operator.replace(/IfExists$/, "")];
  const negated = name.startsWith("StringNot");
  const match = matches[name.replace("StringNot", "String")];
  if (!match || !["", "ForAllValues", "ForAnyValue"].includes(set) || !keys.has(key.toLowerCase()))
    throw new CannotStart(
      `A policy in the template has the condition ${operator} on ${key}, which the local runner does not know.`,
    );
  const one = (value: string) => wanted.some((candidate) => match(candidate, value)) !== negated;
  return {
    key: key.toLowerCase(),
    holds: (values) => {
      if (values === undefined || values.length === 0) return ifExists || set === "ForAllValues" || negated;
      return set === "ForAnyValue" ? values.some(one) : values.every(one);
    },
  };
};

/**
 * The statements of a resolved policy document. Statements about keys (`kms:`), traces and logs are left out: those calls
 * Amazon makes itself, and nothing local answers them.
 */
export const statementsOf = (document: unknown, where: string): readonly Statement[] => {
  const parsed = documentShape.safeParse(document);
  if (!parsed.success) throw new CannotStart(`The policy ${where} in the template has no statements.`);
  return parsed.data.Statement.flatMap((raw): readonly Statement[] => {
    const statement = statementShape.safeParse(raw);
    if (!statement.success)
      throw new CannotStart(
        `The policy ${where} in the template says something other than Effect, Action, Resource and Condition.`,
      );
    const { Effect, Action, Resource, Condition } = statement.data;
    const actions = Action.filter((action) => !/^(kms|xray|logs|cloudwatch):/.test(action));
    if (actions.length === 0) return [];
    const conditions = Object.entries(Condition).flatMap(([operator, wanted]) =>
      Object.entries(wanted).map(([key, values]) => conditionOf(operator, key, values)),
    );
    return [{ allows: Effect === "Allow", actions, resources: Resource, conditions }];
  });
};

/** Whether the statements let the caller do it: a fitting Deny wins, else a fitting Allow is needed. */
export const permits = (statements: readonly Statement[], ask: Ask): boolean => {
  const context = new Map(Object.entries(ask.context).map(([key, values]) => [key.toLowerCase(), values]));
  const fitting = statements.filter(
    (statement) =>
      statement.actions.some((action) => like(action.toLowerCase(), ask.action.toLowerCase())) &&
      statement.resources.some((resource) => like(resource, ask.resource)) &&
      statement.conditions.every((condition) => condition.holds(context.get(condition.key))),
  );
  return fitting.some((statement) => statement.allows) && !fitting.some((statement) => !statement.allows);
};
