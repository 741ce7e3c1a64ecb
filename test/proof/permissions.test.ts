import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { permissionTable } from "../../infra/permission-table.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { caseFiles } from "../../shared/store/case-table.ts";
import { allowed, by, farsta, jarva } from "../casework/a-case.ts";
import { aHouse, type House, post } from "../house.ts";
import { aDeed, type Deed, sendUntilReceived } from "./client.ts";
import { untilQuiet } from "./quiet.ts";

/** The roles that take in, open, send and show; the staff's own role has its own tests. */
const roles = ["public-forms", "citizen-status", "case-intake", "outbox"];

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

/** Passes the first case on to two units, so that the second is owed a case of its own. */
async function forwarded({ promised }: Deed): Promise<void> {
  const { url: endpoint, region, credentials } = house.endpoint;
  const dynamodb = new DynamoDBClient({ endpoint, region, credentials });
  const files = caseFiles(dynamodb, "Cases");
  const file = await files.get({ submission: promised[0]?.reference ?? "", number: 1 });
  if (file?.kind !== "request") throw new Error("the case of a request");
  const command = { command: "forward", toUnits: [jarva, farsta], reason: "Rätt ställe" } as const;
  const { kase } = allowed(decideRequest(file, command, by("dpo", file.receivedAt)));
  expect(await files.save(kase)).toBe(true);
  dynamodb.destroy();
}

it("a request's whole way uses every permission its roles have, and asks for no other", async () => {
  for (const via of ["api", "pages"] as const) {
    const deed = await aDeed(house, { via, kind: 1 });
    await sendUntilReceived(house, deed);
    await house.idle();
    expect((await post(house, "request-status", deed.promised[0])).status).toBe(200);
    await forwarded(deed);
    await house.idle();
  }
  await house.fire("case-intake");
  await house.fire("outbox");
  await untilQuiet(house);

  const template: Record<string, unknown> = JSON.parse(
    readFileSync(join(inject("assembly"), "Intag.template.json"), "utf8"),
  );
  const given = permissionTable(template).flatMap(({ role, actions, on }) =>
    roles.includes(role) ? actions.flatMap((action) => on.map((what) => `${role} ${action} ${what}`)) : [],
  );
  // Used by AWS itself on the function's behalf: its log, the stream that wakes it, the queue its failures go to,
  // and the key under which a store keeps its items. None of them is a call that a function makes.
  // What is done with the files of an answer, by text message or mailbox, and with letters about the yearly review, is no
  // part of a request's way.
  const notHere =
    / (logs:|kms:|sqs:SendMessage |dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) |s3:|sms-voice:|lambda:|\S+ Reviews$)/;
  const called = new Set(
    house.calls.flatMap(({ role, uses }) =>
      roles.includes(role) ? uses.map(({ action, resource }) => `${role} ${action} ${nameIn(resource)}`) : [],
    ),
  );
  expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  const tried = (rows: Iterable<string>) => [...rows].filter((row) => !notHere.test(row)).toSorted();
  expect(tried(called)).toEqual(tried(new Set(given)));
});

/** What the template calls the thing that an ARN names. */
const nameIn = (arn: string): string =>
  arn.includes(":secret:")
    ? "Keyring"
    : arn.includes(":identity/")
      ? "identity/MailIdentity"
      : arn.includes(":configuration-set/")
        ? "configuration-set/MailSettings"
        : arn.slice(arn.indexOf(":table/") + ":table/".length);
