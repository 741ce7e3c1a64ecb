import * as z from "zod";
import {
  causeCodes,
  dataKindCodes,
  discoveredByCodes,
  effectCodes,
  identifiabilityCodes,
  personGroupCodes,
  recipientCodes,
  stoppedCodes,
  whatHappenedCodes,
} from "../../shared/domain/incident-codes.ts";
import type { Language, Text } from "../../shared/domain/language.ts";
import type { InputError } from "../../shared/lambda/problems.ts";

const text = z.string().max(2_000);
const at = z.iso.datetime({ offset: true });
const several = <Code extends string>(codes: readonly [Code, ...Code[]]) => z.array(z.enum(codes)).max(codes.length);

const facts = {
  whatHappened: z.enum(whatHappenedCodes),
  description: text,
  occurredAt: at,
  ongoing: z.boolean(),
  detectedAt: at,
  awareAt: at,
  discoveredBy: z.enum(discoveredByCodes),
  cause: z.enum(causeCodes),
  effect: several(effectCodes),
  personGroups: several(personGroupCodes),
  personsAbout: z.int().min(0).max(100_000_000),
  dataKinds: several(dataKindCodes),
  measuresTaken: text,
  stopped: z.enum(stoppedCodes),
  manager: z.strictObject({ name: text, email: text }).partial(),
  unit: text,
  drill: z.boolean(),
  encrypted: z.boolean(),
  keySafe: z.boolean(),
  backup: z.boolean(),
  restoredWithinDays: z.number().min(0).max(36_500),
  recipient: z.enum(recipientCodes),
  returnedOrDeleted: z.boolean(),
  malicious: z.boolean(),
  identifiability: z.enum(identifiabilityCodes),
};

type Facts = typeof facts;

/** What an assessment may be asked about: an incident report's fields and what the helper also wants, each of them optional. */
export const breachFacts = z.strictObject(
  // Every field keeps its own schema, made optional.
  Object.fromEntries(Object.entries(facts).map(([name, schema]) => [name, schema.nullish()])) as {
    [Name in keyof Facts]: z.ZodOptional<z.ZodNullable<Facts[Name]>>;
  },
);

const wordsOf = (issue: z.core.$ZodIssue): { readonly code: string; readonly words: Text } => {
  if (issue.code === "unrecognized_keys")
    return {
      code: "unknown-field",
      words: {
        sv: "Det finns ett fält som bedömningen inte känner till.",
        en: "There is a field the assessment does not know.",
      },
    };
  if (issue.code === "invalid_value")
    return {
      code: "format",
      words: { sv: `Välj ett av: ${issue.values.join(", ")}.`, en: `Choose one of: ${issue.values.join(", ")}.` },
    };
  if (issue.code === "too_big")
    return {
      code: "too-long",
      words: { sv: "Värdet är för stort eller för långt.", en: "The value is too large or too long." },
    };
  return {
    code: "format",
    words: {
      sv: "Värdet har inte den form som fältet ska ha.",
      en: "The value does not have the form the field needs.",
    },
  };
};

/** The schema's issues in words for people; never what was entered, nor the name of a field that we do not have. */
export const factErrors = (issues: readonly z.core.$ZodIssue[], language: Language): readonly InputError[] =>
  issues.map((issue) => {
    const { code, words } = wordsOf(issue);
    return { pointer: issue.path.map((part) => `/${String(part)}`).join(""), code, message: words[language] };
  });
