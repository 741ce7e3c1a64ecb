import { epochOf, instantFromEpoch } from "../../shared/domain/instant.ts";
import { revocationKeptMs, revocationKey } from "../../shared/domain/staff-session.ts";
import type { DynamoEngine } from "./dynamo-engine.ts";

/** Calls in everything a person has been given, as whoever runs the service does it on AWS: one item in the table of sessions. */
export const revoke =
  (engine: Pick<DynamoEngine, "call">, table: string, now: () => Date) =>
  async (sub: string): Promise<void> => {
    const revokedAt = instantFromEpoch(now().getTime());
    await engine.call("PutItem", {
      TableName: table,
      Item: {
        id: { S: revocationKey(sub) },
        revokedAt: { S: revokedAt },
        expiresAt: { N: String(Math.ceil((epochOf(revokedAt) + revocationKeptMs) / 1_000)) },
      },
    });
  };
