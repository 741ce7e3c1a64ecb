import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenAt, type LoggedLook } from "../../shared/domain/casework/access-chain.ts";
import { addMilliseconds } from "../../shared/domain/instant.ts";
import type { AccessLog } from "../../shared/store/access-log.ts";
import { accessLog, sha256 } from "../../shared/store/access-log-table.ts";
import { received } from "../casework/a-case.ts";
import { aHouse, type House } from "../house.ts";

let house: House;
let dynamodb: DynamoDBClient;
let log: AccessLog;
beforeAll(async () => {
  house = await aHouse({ warm: false });
  const { url: endpoint, credentials } = house.endpoint;
  dynamodb = new DynamoDBClient({ endpoint, credentials, region: "eu-north-1" });
  log = accessLog(dynamodb, "AccessLog");
});
afterAll(async () => {
  dynamodb.destroy();
  await house.close();
});

const look = (reference: string, n: number) => ({
  reference,
  sub: `officer-${n}`,
  role: "coordinator",
  at: addMilliseconds(received, n),
  why: "case-read",
});

const whole = async (reference: string): Promise<readonly LoggedLook[]> => {
  const looks: LoggedLook[] = [];
  for (;;) {
    const page = await log.of(reference, { limit: 7, after: looks.length });
    if (page.length === 0) return looks;
    looks.push(...page);
  }
};

describe("the access log", () => {
  it("keeps every look in one unbroken chain per case, however many look at once", async () => {
    const [one, other] = ["0000000000010-1", "0000000000010-2"];
    await Promise.all(Array.from({ length: 24 }, (_, n) => log.append(look(n % 2 === 0 ? one : other, n))));
    for (const [reference, officers] of [
      [one, Array.from({ length: 12 }, (_, n) => `officer-${2 * n}`)],
      [other, Array.from({ length: 12 }, (_, n) => `officer-${2 * n + 1}`)],
    ] as const) {
      const looks = await whole(reference);
      expect(looks.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
      expect(looks.map(({ sub }) => sub).toSorted()).toEqual([...officers].toSorted());
      expect(brokenAt(looks, sha256)).toBeNull();
    }
  });

  it("says that it could not write, and does not pretend", async () => {
    const away = new DynamoDBClient({ endpoint: "http://127.0.0.1:1", region: "eu-north-1", maxAttempts: 1 });
    await expect(accessLog(away, "AccessLog").append(look("0000000000020-1", 1))).rejects.toThrow();
    away.destroy();
    expect(await log.of("0000000000020-1", { limit: 1 })).toEqual([]);
  });
});
