import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { routes } from "../../shared/routes.ts";
import { aHouse, type House } from "../house.ts";
import { booksOf } from "./books.ts";
import { aDeed, bodyOf, postDeed, throughPages } from "./client.ts";
import { type Hostile, type JsonRoute, muddles, oneByOne, wrappings } from "./hostile.ts";
import { pagePosts, parameters, waysIn } from "./hostile-routes.ts";
import { canary } from "./hostile-values.ts";
import { faultsIn, placesIn, type Schema, schemaShape } from "./json-schema.ts";
import { type RawAnswer, wire } from "./raw-request.ts";
import { allOf, isFull, seeded } from "./seeded.ts";

/** Those that ask nobody who they are. */
const openRoutes = ["requests", "request-status", "routing-previews", "breach-assessments"].map(
  (name) => `/api/v1/${name}`,
);

/** A call that changes something, with the body it reads, if it reads one. */
const write = z.object({
  requestBody: z
    .object({
      content: z.object({
        "application/json": z.object({ schema: z.object({ $ref: z.string() }), example: z.unknown() }),
      }),
    })
    .optional(),
});
const description = z.object({
  paths: z.record(z.string(), z.object({ post: write.optional(), put: write.optional() })),
  components: z.object({ schemas: z.record(z.string(), schemaShape) }),
});

/** An official test number that stands in no sentence of ours. */
const number = "201502022393";
const numberAnyhow = /(20)?150202[-+ \u2011]?2393/;

let house: House;
let jsonRoutes: readonly JsonRoute[];
let requestSchema: Schema;
const chance = seeded("hostile requests");

beforeAll(async () => {
  house = await aHouse({ environments: 2 });
  const { paths, components } = description.parse(await (await fetch(`${house.url}/api/v1/openapi.json`)).json());
  const body = bodyOf(canary, 0, null);
  const ours = { ...body, person: { ...body.person, givenName: canary, personalIdentityNumber: number } };
  jsonRoutes = Object.entries(paths).flatMap(([path, writes]) =>
    Object.entries(writes).flatMap(([method, write]) => {
      if (write?.requestBody === undefined) return [];
      const { schema, example } = write.requestBody.content["application/json"];
      const named = components.schemas[schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)] ?? {};
      const body = path.endsWith("/requests") ? ours : example;
      return [{ method: method.toUpperCase(), path, schema: named, example: body }];
    }),
  );
  requestSchema = jsonRoutes.find(({ path }) => path.endsWith("/requests"))?.schema ?? {};
});
afterAll(() => house.close());

const problem = z.looseObject({
  type: z.string().startsWith("urn:intag:problem:"),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  instance: z.string().startsWith("/"),
});
/** What only the inside knows: files, resources, libraries, how a failure came about. */
const fromInside =
  /\bat [\w.<>]+ \(|node_modules|\.m?js:\d|arn:aws|amazonaws|dynamo|Exception|TypeError|ZodError|\/var\/task|\/tmp\//i;

/** The gateway's own answers, given before any function is reached. */
const isGateways = ({ status, headers }: RawAnswer): boolean =>
  (status === 413 || status === 431 || status === 400) && headers["content-type"] === "application/json";

/** What is wrong with an answer to a hostile request; nothing, if it is as it should be. */
function faultsOf({ path, method, wanted }: Hostile, answer: RawAnswer): readonly string[] {
  const { status, headers, body } = answer;
  const isRefusal = status >= 400;
  const isApi = /^\/(api(\/|\?|$)|health(\?|$))/.test(path);
  const read = problem.safeParse(
    isRefusal && isApi && method !== "HEAD" && !isGateways(answer) ? parsed(body) : undefined,
  );
  const mustBeProblem = isRefusal && isApi && method !== "HEAD" && !isGateways(answer);
  const header = JSON.stringify(headers);
  return [
    ...(status >= 500 ? [`answered ${status}`] : []),
    ...(wanted !== undefined && !wanted.includes(status) ? [`answered ${status}, not ${wanted.join(" or ")}`] : []),
    ...(mustBeProblem && !(read.success && read.data.status === status)
      ? ["a refusal that is no problem document"]
      : []),
    ...(mustBeProblem && !headers["content-type"]?.startsWith("application/problem+json")
      ? ["the wrong media type"]
      : []),
    ...(isRefusal && isApi && body.includes(canary) ? ["says back what was sent"] : []),
    ...(new RegExp(`<[^>"]*${canary}|${canary}[^<"]*>`).test(body.replaceAll(/"[^"]*"/g, '""'))
      ? ["a tag comes back"]
      : []),
    ...(isRefusal && isApi && numberAnyhow.test(body) ? ["says back an identity number"] : []),
    ...(isRefusal && fromInside.test(body) ? ["tells of the inside"] : []),
    ...(header.includes(canary) ? ["says back in a header what was sent"] : []),
    ...("server" in headers || "x-powered-by" in headers ? ["names the server"] : []),
  ];
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const tally = { sent: 0, received: 0, refused: 0 };

/** Sends them all, eight at once, and answers with what was wrong. */
async function attacked(requests: readonly Hostile[]): Promise<readonly string[]> {
  const line = wire(house.url);
  const faults = await allOf(requests, 8, async (hostile) => {
    tally.sent += 1;
    const answer = await line.send(hostile).catch((failure: unknown) => String(failure));
    if (typeof answer === "string") return [`${hostile.what}: ${answer}`];
    if (answer.status === 201 || answer.headers.location?.endsWith("kvitto")) tally.received += 1;
    if (answer.status >= 400) tally.refused += 1;
    return faultsOf(hostile, answer).map((fault) => `${hostile.what}: ${fault}`);
  });
  line.close();
  return faults.flat();
}

describe("hostile requests", () => {
  it("with one thing wrong, at every place the schemas name, are refused in the API's own words", async () => {
    // A route for staff stops at the missing token whatever else is wrong: there the fast form tries a part by chance.
    const some = (all: readonly Hostile[]) => (isFull ? all : chance.shuffled(all).slice(0, 150));
    const isOpen = ({ path }: JsonRoute) => openRoutes.includes(path);
    const all = jsonRoutes.flatMap((route) => (isOpen(route) ? oneByOne(route) : some(oneByOne(route))));
    expect(await attacked(all)).toEqual([]);
  });

  it("that are too large, too deep, compressed, cut off or not UTF-8 are refused", async () => {
    expect(await attacked(jsonRoutes.flatMap((route) => wrappings(route, chance)))).toEqual([]);
  });

  it("by other methods, at addresses spelled in other ways, reach nothing more", async () => {
    expect(await attacked(waysIn(Object.keys(routes)))).toEqual([]);
  });

  it("with hostile values in addresses, queries and headers are answered and not repeated", async () => {
    expect(await attacked(parameters(chance))).toEqual([]);
  });

  it("from pages with hostile fields and changed seals are refused or shown as text", async () => {
    const body = bodyOf(canary, 0, null);
    const sealed = await throughPages(house, { body });
    const other = await fetch(`${house.url}/sv/begaran/kontrollera`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ state: sealed, action: "send" }),
    });
    tally.received += 1;
    const otherSeal = (other.headers.getSetCookie()[0] ?? "").replace(/^[^=]*=/, "").replace(/;.*/, "");
    const fields = [
      ...new Set([
        ...placesIn(requestSchema).map(({ path }) => path.filter((step) => typeof step === "string").join(".")),
        ...["service", "place.1", "place.6", "place.7", "place.rows", "place.unknown", "from.1", "to.1"],
        ...["person.birthDate.year", "person.birthDate.month", "person.birthDate.day"],
      ]),
    ];
    expect(await attacked(pagePosts(sealed, otherSeal, fields, chance))).toEqual([]);
  });

  it("with several things wrong at once, drawn by chance, are refused or taken as they are", async () => {
    const wanted = isFull ? 50_000 : 5_500;
    const count = Math.max(200, Math.ceil((wanted - tally.sent) / jsonRoutes.length));
    expect(await attacked(jsonRoutes.flatMap((route) => muddles(route, count, chance)))).toEqual([]);
    expect(tally.sent).toBeGreaterThanOrEqual(wanted);
  });
});

describe("after all of them", () => {
  it("nothing is stored that the schema refuses, and nothing that was not received", async () => {
    await house.idle();
    const { submissions } = await booksOf(house);
    // A page sent twice is one submission, so there may be fewer than were received.
    expect(submissions.length).toBeLessThanOrEqual(tally.received);
    expect(submissions.length).toBeGreaterThan(0);
    const faults = submissions.flatMap(({ answers }) => faultsIn(JSON.parse(String(answers)), requestSchema));
    expect([...new Set(faults)]).toEqual([]);
    const names = new Set(submissions.map((item) => Object.keys(item).sort().join(" ")));
    expect([...names].length).toBe(1);
    console.log(`hostile requests ${tally.sent}, refused ${tally.refused}, stored ${submissions.length}`);
  });

  it("a request in good faith gets the answer it would have got before", async () => {
    const deed = await aDeed(house, { kind: 0 });
    expect(await postDeed(house, deed)).toBe(true);
    expect(deed.units).toEqual(["sthlm-sdn-jarva", "sthlm-kulturnamnden"]);
  });

  it("no function broke, none was refused a permission, and no log holds a word of what was sent", () => {
    expect(house.functionErrors).toEqual([]);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
    expect(house.logs.filter((line) => JSON.stringify(line).includes(canary))).toEqual([]);
    expect(house.logs.filter(({ entry }) => entry.event === "request-failed")).toEqual([]);
  });
});
