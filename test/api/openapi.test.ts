import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openapiDocument } from "../../functions/public-forms/openapi/document.ts";
import { schemas } from "../../functions/public-forms/openapi/schemas.ts";
import { routes } from "../../shared/routes.ts";
import { aHouse, aRequest, type House, post } from "../house.ts";
import { aConsultation, anIncident, aRegistration, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly example?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

// The document is our own; its shape is what the tests below look at.
const document = JSON.parse(JSON.stringify(openapiDocument())) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
);

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

describe("the API's description", () => {
  it("has every route of the API, and no other", () => {
    const all = Object.keys(routes).filter((key) => / \/(api\/v1\/|health)/.test(key));
    expect(operations.map(({ name }) => name).toSorted()).toEqual(all.toSorted());
  });

  it("says which calls need a token: those that are answered 401 without one", async () => {
    for (const { name, path, operation } of operations) {
      const [method = ""] = name.split(" ");
      const example = operation.requestBody?.content["application/json"]?.example;
      const query = new URLSearchParams(
        operation.parameters
          .filter((each) => each.in === "query" && each.name !== "cursor")
          .map((each) => [each.name, String(each.example)]),
      );
      const answer = await fetch(
        `${house.url}${path.replace("{reference}", "0").replace("{id}", "data-subject-request")}?${query}`,
        {
          method,
          ...(example === undefined
            ? { headers: { "idempotency-key": `an-unsigned-${operation.operationId}` } }
            : {
                headers: {
                  "content-type": "application/json",
                  "idempotency-key": `an-unsigned-${operation.operationId}`,
                },
                body: JSON.stringify(example),
              }),
        },
      );
      expect([name, answer.status === 401]).toEqual([name, operation.security !== undefined]);
    }
  });

  it("names contact, licence, version, service level and known limits (DOK.03, DOK.08, DOK.09)", () => {
    expect(document.openapi).toMatch(/^3\.1/);
    expect(document.info).toMatchObject({ contact: expect.anything(), license: expect.anything(), version: "1.0.0" });
    expect(document.info.description).toMatch(/Service level/);
    expect(document.info.description).toMatch(/Known limits/);
  });

  it.each(operations)(
    "$name: has words in both languages, on itself and on each answer (DOK.06, DOK.19, DOK.20)",
    ({ operation }) => {
      expect(operation.summary).toMatch(/.+ \/ .+/);
      expect(operation.description).toMatch(/.+ \/ .+/);
      for (const { description } of Object.values(operation.responses)) expect(description.length).toBeGreaterThan(1);
    },
  );

  it.each(operations)("$name: shows how it is asked (DOK.15)", ({ operation }) => {
    for (const parameter of operation.parameters) expect(parameter.example).toBeDefined();
    for (const { example } of Object.values(operation.requestBody?.content ?? {})) expect(example).toBeDefined();
  });

  it.each(operations)(
    "$name: has an address by the profile (UFN.05, UFN.07–09, VER.05, RES.02, RES.06)",
    ({ path }) => {
      expect(path).toMatch(/^\/(health|api\/v1(\/[a-z0-9.-]+|\/\{[a-zA-Z]+\})*)$/);
      expect(path).not.toMatch(/person/i);
    },
  );

  it.each(operations)("$name: names its parameters in one way (FNS.01, FNS.03)", ({ operation }) => {
    for (const parameter of operation.parameters.filter((each) => each.in !== "header"))
      expect(parameter.name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
  });

  it("is served as it was made", async () => {
    const served = await fetch(`${house.url}/api/v1/openapi.json`);
    expect(served.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await served.json()).toEqual(document);
  });

  it("gives examples that the API takes", async () => {
    const coordinator = await tokenFor(house, "coordinator", "sthlm-kulturnamnden");
    const dpo = await tokenFor(house, "dpo");
    for (const { name, path, operation } of operations) {
      const example = operation.requestBody?.content["application/json"]?.example;
      if (example === undefined || path.includes("{") || name.endsWith("request-status")) continue;
      const told = await ask(
        house,
        operation.security === undefined ? null : path.endsWith("/history-imports") ? dpo : coordinator,
        `POST ${path.replace("/api/v1/", "")}`,
        example,
        `an-example-${operation.operationId}`,
      );
      const [answered] = Object.keys(operation.responses);
      expect([name, String(told.status)]).toEqual([name, answered]);
    }
  });
});

describe("an answer holds exactly what its description says", () => {
  const get = async (path: string) => (await fetch(`${house.url}${path}`)).json();

  it.each([
    ["/health", "Health"],
    ["/api/v1/api-info", "ApiInfo"],
    ["/api/v1/units", "Units"],
    ["/api/v1/units?asOf=1998-06-01&limit=5", "Units"],
    ["/api/v1/services", "Services"],
    ["/api/v1/forms", "Forms"],
    ["/api/v1/forms/data-subject-request", "Form"],
    ["/api/v1/forms/incident-report", "Form"],
    ["/api/v1/forms/consultation", "Form"],
    ["/api/v1/deadlines?kind=request&receivedAt=2026-11-24", "Deadline"],
    ["/api/v1/deadlines?kind=breach&awareAt=2026-10-23T15:00:00%2B02:00", "Deadline"],
    ["/api/v1/deadlines", "Problem"],
    ["/api/v1/nothing-here", "Problem"],
    ["/api/v1/forms/nothing-here", "Problem"],
  ] as const)("%s", async (path, schema) => {
    schemas[schema].parse(await get(path));
  });

  it("to what is posted", async () => {
    const concerns = [{ service: "soc-missbruk-vuxen", place: "Spånga" }, { service: "polis" }];
    schemas.RoutingPreview.parse(await (await post(house, "routing-previews", { concerns })).json());
    schemas.BreachAssessment.parse(await (await post(house, "breach-assessments", {})).json());
    const received = await (await post(house, "requests", aRequest(), "an-answer-held-to-its-schema")).json();
    schemas.RequestReceived.parse(received);
    const { reference, statusCode } = received;
    schemas.RequestStatus.parse(await (await post(house, "request-status", { reference, statusCode })).json());
    schemas.Problem.parse(await (await post(house, "requests", {}, "an-answer-held-to-its-schema")).json());
  });

  it("to what is asked with a token", async () => {
    const dpo = await tokenFor(house, "dpo");
    const employee = await tokenFor(house, "employee", kultur);
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const held = async (schema: keyof typeof schemas, told: Promise<{ readonly body: unknown }>) => {
      const { body } = await told;
      // Strict on every level: a field that the description does not have is as wrong as one that is missing.
      expect(strictly(schemas[schema].parse(body))).toEqual(strictly(body));
      return body;
    };
    const strictly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    const times = { detectedAt: hourAgo, awareAt: hourAgo };
    const incident = await ask(house, employee, "POST incidents", anIncident(times));
    const consulted = await ask(house, employee, "POST consultations", aConsultation());
    const registered = await ask(house, dpo, "POST registrations", aRegistration());
    await held("IncidentReceived", Promise.resolve(incident));
    await held("ConsultationReceived", Promise.resolve(consulted));
    await held("RequestReceived", Promise.resolve(registered));
    await house.idle();
    const breach = `cases/${incident.body.reference}`;
    const request = `cases/${registered.body.reference}-1`;
    await held("BreachCase", ask(house, dpo, `GET ${breach}`));
    await held("ReportedIncident", ask(house, employee, `GET ${breach}`));
    await held("ConsultationCase", ask(house, dpo, `GET cases/${consulted.body.reference}`));
    await held("RequestCase", ask(house, dpo, `GET ${request}`));
    await held("Cases", ask(house, dpo, "GET cases"));
    await held(
      "RequestCase",
      ask(house, dpo, `POST ${request}/commands`, { command: "note", version: 1, text: "Sett." }),
    );
    await held("CaseHistory", ask(house, dpo, `GET ${request}/history`));
    await held("AccessLog", ask(house, dpo, `GET access-log?reference=${registered.body.reference}-1`));
    await held("Problem", ask(house, dpo, "GET cases/0"));
    await held("Problem", ask(house, null, "GET cases"));
  });
});

describe("the open catalogue", () => {
  it("pages when asked to, from the first to the last", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = await (await fetch(`${house.url}/api/v1/units?limit=7${cursor}`)).json();
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.next === null ? "" : `&cursor=${page.next}`;
    } while (cursor !== "");
    const whole = await (await fetch(`${house.url}/api/v1/units`)).json();
    expect(seen).toEqual(whole.items.map(({ id }: { id: string }) => id));
  });

  it.each([["limit=0"], ["limit=101"], ["limit=x"], ["cursor=%C3%A5"], ["limit=5&cursor=LTE"]])(
    "refuses %s",
    async (query) => {
      const response = await fetch(`${house.url}/api/v1/units?${query}`);
      expect(response.status).toBe(400);
    },
  );

  it("knows which unit there was on a day", async () => {
    const ids = async (day: string) =>
      (await (await fetch(`${house.url}/api/v1/units?asOf=${day}`)).json()).items.map(({ id }: { id: string }) => id);
    expect(await ids("2023-06-30")).toContain("sthlm-sdn-rinkeby-kista");
    expect(await ids("2023-06-30")).not.toContain("sthlm-sdn-jarva");
    expect(await ids("2023-07-01")).toContain("sthlm-sdn-jarva");
    expect(await ids("2023-07-01")).not.toContain("sthlm-sdn-rinkeby-kista");
  });
});
