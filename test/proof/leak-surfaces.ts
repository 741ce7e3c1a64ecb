import { readFileSync } from "node:fs";
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { strFromU8, unzipSync } from "fflate";
import { routeTable } from "../../infra/local/route-table.ts";
import { type RouteKey, routes } from "../../shared/routes.ts";
import type { House } from "../house.ts";
import type { Surface, Token } from "./leaks.ts";
import type { Exchange } from "./watched.ts";

const routeKeys = Object.keys(routes) as RouteKey[]; // the table's own keys
const routeOf = routeTable(routeKeys.map((key) => [key, key] as const));

/** What the person typed comes back to them in the form where it is to be put right. */
const withoutTheirOwn = (html: string): string =>
  html.replaceAll(/ value="[^"]*"/g, "").replaceAll(/<textarea[\s\S]*?<\/textarea>/g, "");

/** A cookie is its owner's; the rest of the headers may lie in any log. */
const headersSeen = (headers: Exchange["headers"]): string =>
  headers.flatMap(([name, value]) => (name === "set-cookie" ? [] : [`${name}: ${value}`])).join("\n");

/** What others could come to see of the traffic: addresses, where pages lead, headers, and every refusal. */
export const trafficSurfaces = (exchanges: readonly Exchange[]): readonly Surface[] =>
  exchanges.flatMap(({ method, url, status, headers, text }) => {
    const where = routeOf(method, url.pathname)?.routeKey ?? `${method} ${url.host}`;
    const links = [...text.matchAll(/\b(?:href|action|src|formaction|content)="([^"]*)"/g)].map(([, link]) => link);
    return [
      { where: `the address of ${where}`, text: decodeURIComponent(url.href.replaceAll("%", "%25")) },
      { where: `a header of ${where}`, text: headersSeen(headers) },
      { where: `a link of ${where}`, text: links.join("\n") },
      ...(status >= 400 ? [{ where: `a refusal of ${where} ${status}`, text: withoutTheirOwn(text) }] : []),
    ];
  });

/** Routes of the table that nobody went all the way through. */
export const unvisited = (exchanges: readonly Exchange[], { url }: Pick<House, "url">): readonly RouteKey[] => {
  const visited = new Set(
    exchanges
      .filter((each) => each.url.origin === url)
      .map((each) => ({ ...each, key: routeOf(each.method, each.url.pathname)?.routeKey }))
      .filter(({ key, status }) => status < 400 || key === "$default")
      .map(({ key }) => key),
  );
  return routeKeys.filter((key) => !visited.has(key));
};

/**
 * Every route of the table is sent every token where it does not belong: in the address, its parameters, a header, a cookie
 * and the body, by somebody unknown and by somebody signed in. The answers are surfaces.
 */
export async function strayed(
  { url }: Pick<House, "url">,
  tokens: readonly Token[],
  signedIn: readonly Readonly<Record<string, string>>[],
): Promise<readonly Surface[]> {
  const surfaces: Surface[] = [];
  const all = Object.fromEntries(tokens.map(({ field, text }) => [field, text]));
  const query = new URLSearchParams(Object.entries(all).slice(0, 12));
  const [name = "", other = ""] = tokens.map(({ text }) => encodeURIComponent(text));
  for (const key of routeKeys.filter((each) => each !== "$default")) {
    const [method = "", path = ""] = key.split(" ");
    const address = `${url}${path.replaceAll(/\{\w+\}/g, name)}`;
    const bodies: readonly RequestInit[] =
      method === "GET"
        ? [{}]
        : [
            { headers: { "content-type": "application/json" }, body: JSON.stringify(all) },
            { headers: { "content-type": "application/x-www-form-urlencoded" }, body: query.toString() },
          ];
    for (const who of [{}, ...signedIn])
      for (const { headers = {}, body } of bodies) {
        const more = {
          "idempotency-key": `${other}-${other}`,
          "x-filler": name,
          referer: `${url}/${name}`,
          origin: url,
        };
        const cookie = ["cookie" in who ? who.cookie : "", `__Host-intag-receipt=${name}`].filter(Boolean).join("; ");
        const init: RequestInit = { method, redirect: "manual", headers: { ...more, ...who, ...headers, cookie } };
        const answer = await fetch(`${address}?${query}`, { ...init, ...(body === undefined ? {} : { body }) });
        const head = [...answer.headers].map((each) => each.join(": ")).join("\n");
        // A page may lead back to its own address.
        const text = `${head}\n${withoutTheirOwn(await answer.text()).replaceAll(address.slice(url.length), "")}`;
        surfaces.push({ where: `what strayed to ${key} ${answer.status}`, text });
      }
  }
  return surfaces;
}

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
  >;
}
interface Keyed {
  readonly AttributeDefinitions: readonly { readonly AttributeName: string }[];
}

/** What stores tell by their keys alone: of each table those of its items and indexes, of each bucket those of its objects. */
export async function keySurfaces(house: House, template: string): Promise<readonly Surface[]> {
  const { url: endpoint, region, credentials } = house.endpoint;
  const dynamodb = new DynamoDBClient({ endpoint, region, credentials });
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const resources = Object.entries((JSON.parse(readFileSync(template, "utf8")) as Template).Resources); // our own template
  const surfaces: Surface[] = [];
  for (const [id, { Type, Properties }] of resources) {
    const name = house.names[id];
    if (name === undefined) continue;
    if (Type.startsWith("AWS::DynamoDB::")) {
      const keys = (Properties as unknown as Keyed).AttributeDefinitions.map(({ AttributeName }) => AttributeName);
      const { Items = [], LastEvaluatedKey } = await dynamodb.send(new ScanCommand({ TableName: name }));
      if (LastEvaluatedKey !== undefined) throw new Error(`${id} holds more than one page`);
      for (const item of Items)
        surfaces.push({ where: `a key in ${id}`, text: JSON.stringify(keys.map((key) => item[key])) });
    }
    if (Type === "AWS::S3::Bucket") {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: name }));
      for (const { Key = "" } of Contents) surfaces.push({ where: `a key in ${id}`, text: decodeURIComponent(Key) });
    }
  }
  dynamodb.destroy();
  s3.destroy();
  return surfaces;
}

/** Everything that lies in a bucket, opened where it is packed. */
export async function contentSurfaces(house: House, bucket: string): Promise<readonly Surface[]> {
  const { url: endpoint, region, credentials } = house.endpoint;
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const Bucket = house.names[bucket];
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  const surfaces = await Promise.all(
    Contents.map(async ({ Key = "" }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      const isPacked = /\.(docx|xlsx)$/.test(Key);
      const parts = isPacked ? Object.values(unzipSync(bytes)) : [bytes];
      return { where: `the file ${Key}`, text: parts.map((part) => strFromU8(part)).join("\n") };
    }),
  );
  s3.destroy();
  return surfaces;
}
