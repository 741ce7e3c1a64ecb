import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttributeValue, DynamoDBClient, ScanCommand, type ScanCommandInput } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { type Local, type LocalOptions, up } from "../infra/local/up.ts";
import type { CivilDate } from "../shared/domain/civil-date.ts";
import { instantFromEpoch, stockholmDate } from "../shared/domain/instant.ts";
import { noteUses } from "./uses.ts";

export interface House extends Local {
  /** Stops everything and leaves nothing behind. */
  readonly close: () => Promise<void>;
}

/** The whole system as it would be deployed, on this machine: own ports, own folder, schedules only when fired, functions started when called. */
export async function aHouse(options: Partial<LocalOptions> = {}): Promise<House> {
  const assembly = inject("assembly");
  const data = options.data ?? mkdtempSync(join(tmpdir(), "intag-house-"));
  const local = await up({
    template: join(assembly, "Intag.template.json"),
    assembly,
    port: 0,
    data,
    schedules: false,
    warm: false,
    retryMs: { first: 20, most: 200 },
    ...options,
  });
  return {
    ...local,
    close: async () => {
      noteUses(inject("uses"), local);
      await local.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The day on which a case given now was received, and the last on which anything can have been done. */
export const todayInStockholm = (): CivilDate => stockholmDate(instantFromEpoch(Date.now()));

/** A complete request of an invented person; parts can be changed. */
export const aRequest = (parts: Readonly<Record<string, unknown>> = {}) => ({
  right: "access",
  onBehalfOf: "self",
  protectedIdentity: false,
  concerns: [
    { service: "soc-ekonomiskt-bistand", place: "Husby", from: "2015", to: "2019" },
    { service: "kultur-bibliotek" },
  ],
  person: {
    givenName: "Exempel",
    familyName: "Exempelsson",
    personalIdentityNumber: "19900101-2385",
    address: { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelstad" },
  },
  delivery: "registered-address",
  contact: { email: "exempel@intag.example" },
  language: "sv",
  ...parts,
});

/** Posts JSON to the API; `key` is the Idempotency-Key, for routes that want one. */
export const post = (house: Pick<Local, "url">, path: string, body: unknown, key?: string): Promise<Response> =>
  fetch(`${house.url}/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key === undefined ? {} : { "idempotency-key": key }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** Every item of a table, read past the functions, to see what is really stored. */
export async function itemsOf(
  house: Pick<Local, "endpoint">,
  table: "Submissions" | "Cases",
): Promise<readonly Record<string, AttributeValue>[]> {
  const { url, credentials } = house.endpoint;
  const dynamodb = new DynamoDBClient({ endpoint: url, region: "eu-north-1", credentials });
  const items: Record<string, AttributeValue>[] = [];
  let start: ScanCommandInput["ExclusiveStartKey"];
  do {
    const page = await dynamodb.send(
      new ScanCommand({ TableName: table, ExclusiveStartKey: start, ConsistentRead: true }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  dynamodb.destroy();
  return items;
}
