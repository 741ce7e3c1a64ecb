import * as z from "zod";
import { commandForms } from "../../../forms/commands.ts";
import { consultation } from "../../../forms/consultation.ts";
import { dataSubjectRequest } from "../../../forms/data-subject-request.ts";
import type { Form } from "../../../forms/form.ts";
import { incidentReport } from "../../../forms/incident-report.ts";
import { registration } from "../../../forms/registration.ts";
import { answersJsonSchema } from "../../../forms/schema.ts";
import { yearlyReview } from "../../../forms/yearly-review.ts";
import { refusals } from "../../../shared/domain/casework/refusal.ts";
import type { Text } from "../../../shared/domain/language.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import { breachFacts } from "../breach-facts.ts";
import { routingQuestion } from "../routing-question.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import { type SchemaName, schemas } from "./schemas.ts";

type Json = Readonly<Record<string, unknown>>;

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
/** A union by the names of its parts, which the description then holds once. */
const anyOf = (...names: readonly SchemaName[]) => ({ anyOf: names.map(reference) });
const content = (type: string, schema: Json, example?: unknown) => ({
  [type]: { schema, ...(example === undefined ? {} : { example }) },
});

/** One example of a refusal, in the words the API uses. */
const problemExample = (code: keyof typeof problems) => {
  const { status, title, detail } = problems[code];
  return { type: `urn:intag:problem:${code}`, title: title.sv, status, detail: detail.sv, instance: "/", code };
};

/** A refusal by a rule says only which: the rule's own sentence is its detail. */
const inWords = (code: string, { en, sv }: Text): string => `\`${code}\`: ${en} / ${sv}`;

function answersOf({ answer, otherwise, problems: refused, rules = [] }: Operation): Json {
  const told = [
    ...refused.map((code) => ({ status: problems[code].status, words: inWords(code, problems[code].title) })),
    ...rules.map((code) => ({ status: refusals[code].status, words: inWords(code, refusals[code].text) })),
  ];
  const byStatus = Map.groupBy(told, ({ status }) => status);
  const refusedWith = [...byStatus].map(([status, ways]) => {
    const code = refused.find((one) => problems[one].status === status);
    return [
      String(status),
      {
        description: ways.map(({ words }) => words).join(" · "),
        content: content("application/problem+json", reference("Problem"), code && problemExample(code)),
      },
    ];
  });
  const good = [answer, ...(otherwise === undefined ? [] : [otherwise])].map(({ status, schema, description }) => [
    status,
    { description, ...(schema === undefined ? {} : { content: content("application/json", reference(schema)) }) },
  ]);
  return {
    ...Object.fromEntries(good),
    ...Object.fromEntries(refusedWith),
    default: {
      description: "The gateway's own refusals: 429 too many requests, 503 out of reach / Portens egna svar",
      content: content("application/problem+json", reference("Problem")),
    },
  };
}

function pathsOf(): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = key.split(" ");
    const { id, summary, description, needsToken, parameters = [], body } = operation;
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        operationId: id,
        summary,
        description,
        ...(needsToken ? { security: [{ token: [] }] } : {}),
        parameters: parameters.map(({ example, ...parameter }) => ({
          ...parameter,
          schema: { type: "string" },
          example,
        })),
        ...(body === undefined
          ? {}
          : {
              requestBody: {
                required: true,
                content: content("application/json", reference(body.schema), body.example),
              },
            }),
        responses: answersOf(operation),
      },
    };
  }
  return paths;
}

const withoutDraft = ({ $schema: _, ...schema }: Json): Json => schema;
/** The form's answers, and beside them the version that was read. */
const withVersion = ({ properties, ...schema }: Json): Json => ({
  ...schema,
  properties: {
    ...(typeof properties === "object" ? properties : {}),
    version: { type: "integer", minimum: 0, description: "The version that was read; another by now is 409" },
  },
});
const jsonSchema = (schema: z.ZodType): Json =>
  withoutDraft({ ...z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" }) });

/** The API's description (OpenAPI 3.1), made from the definitions that the answers are made from. */
export const openapiDocument = (): Json => ({
  openapi: "3.1.0",
  info: {
    title: "Intag",
    version: "1.0.0",
    summary: "Requests about personal data to a city / Begäran om personuppgifter till en stad",
    description:
      "One request reaches every controller it concerns. No personal data in any address. Service level: no promise beyond the law's last day; planned stops are announced. Known limits: lists are whole when `limit` is left out; `cursor` is used instead of page numbers. / En begäran når alla personuppgiftsansvariga som den gäller. Inga personuppgifter i adresser. Servicenivå: inget löfte utöver lagens sista dag; planerade stopp meddelas. Kända begränsningar: listor ges hela när `limit` utelämnas; `cursor` används i stället för sidnummer.",
    contact: { name: "The city's data protection officer / Stadens dataskyddsombud" },
    license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
  },
  servers: [{ url: "/" }],
  paths: pathsOf(),
  components: {
    schemas: {
      ...Object.fromEntries(
        // The names are this object's own keys.
        (Object.keys(schemas) as SchemaName[]).map((name) => [name, jsonSchema(schemas[name])]),
      ),
      Case: anyOf("RequestCase", "BreachCase", "ReportedIncident", "ConsultationCase"),
      CaseAfterCommand: anyOf("Case", "OutOfSight"),
      DataSubjectRequest: withoutDraft(answersJsonSchema(dataSubjectRequest)),
      RoutingQuestion: withoutDraft(answersJsonSchema(routingQuestion)),
      BreachFacts: jsonSchema(breachFacts),
      IncidentReport: withoutDraft(answersJsonSchema(incidentReport)),
      Consultation: withoutDraft(answersJsonSchema(consultation)),
      Registration: withoutDraft(answersJsonSchema(registration)),
      YearlyReview: withVersion(withoutDraft(answersJsonSchema(yearlyReview))),
      Command: {
        anyOf: Object.values(commandForms)
          .flatMap((forms): readonly Form[] => Object.values(forms))
          .map((form) => withoutDraft(answersJsonSchema(form))),
      },
    },
    securitySchemes: {
      token: {
        type: "http",
        scheme: "bearer",
        bearerFormat: "JWT",
        description: "An access token from the city's sign-in / En token från stadens inloggning",
      },
    },
  },
});
