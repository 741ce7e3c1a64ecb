import * as z from "zod";
import { dataSubjectRequest } from "../../../forms/data-subject-request.ts";
import { answersJsonSchema } from "../../../forms/schema.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import { breachFacts } from "../breach-facts.ts";
import { routingQuestion } from "../routing-question.ts";
import { type Operation, operations } from "./operations.ts";
import { type SchemaName, schemas } from "./schemas.ts";

type Json = Readonly<Record<string, unknown>>;

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (type: string, schema: Json, example?: unknown) => ({
  [type]: { schema, ...(example === undefined ? {} : { example }) },
});

/** One example of a refusal, in the words the API uses. */
const problemExample = (code: keyof typeof problems) => {
  const { status, title, detail } = problems[code];
  return { type: `urn:intag:problem:${code}`, title: title.sv, status, detail: detail.sv, instance: "/", code };
};

function answersOf({ answer, problems: refusals }: Operation): Json {
  const byStatus = Map.groupBy(refusals, (code) => problems[code].status);
  const refused = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes
        .map((code) => `\`${code}\`: ${problems[code].title.en} / ${problems[code].title.sv}`)
        .join(" · "),
      content: content("application/problem+json", reference("Problem"), codes.map(problemExample)[0]),
    },
  ]);
  return {
    [answer.status]: {
      description: answer.description,
      content: content("application/json", reference(answer.schema)),
    },
    ...Object.fromEntries(refused),
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
    const { id, summary, description, parameters = [], body } = operation;
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        operationId: id,
        summary,
        description,
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
      DataSubjectRequest: withoutDraft(answersJsonSchema(dataSubjectRequest)),
      RoutingQuestion: withoutDraft(answersJsonSchema(routingQuestion)),
      BreachFacts: jsonSchema(breachFacts),
    },
  },
});
