import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { incidentSubmission } from "../../shared/domain/submission.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";
import { caseFiles, furtherCases } from "../../shared/store/case-table.ts";
import type { FurtherCases } from "../../shared/store/cases.ts";
import { itemOfSubmission } from "../../shared/store/submission-record.ts";
import { allowed, aReport, at, by, farsta, jarva } from "../casework/a-case.ts";
import { aHouse, aRequest, type House, post } from "../house.ts";

let house: House;
let dynamodb: DynamoDBClient;
let files: CaseFiles;
let cases: FurtherCases;
beforeAll(async () => {
  house = await aHouse();
  const { url: endpoint, credentials } = house.endpoint;
  dynamodb = new DynamoDBClient({ endpoint, credentials, region: "eu-north-1" });
  files = caseFiles(dynamodb, "Cases");
  cases = furtherCases(dynamodb, "Cases");
});
afterAll(async () => {
  expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  dynamodb.destroy();
  await house.close();
});

/** A citizen's request for one unit, opened, and passed on to two: the second is owed a case. */
async function forwarded({ told = true } = {}) {
  const answer = await post(
    house,
    "requests",
    aRequest({ concerns: [{ service: "kultur-bibliotek" }], contact: undefined }),
    `key-of-forwarded-${crypto.randomUUID()}`,
  );
  const { reference } = await answer.json();
  await house.idle();
  const key = { submission: String(reference).replaceAll("-", ""), number: 1 };
  const file = await files.get(key);
  if (file?.kind !== "request") throw new Error("the case of a request");
  if (!told) house.streams.pause("case-intake");
  const command = { command: "forward", toUnits: [jarva, farsta], reason: "Rätt ställe" } as const;
  const now = file.receivedAt;
  expect(await files.save(allowed(decideRequest(file, command, by("dpo", now))).kase)).toBe(true);
  return key;
}

describe("the work that follows from what staff do, in the whole house", () => {
  it("opens the case of a reported incident and tells those who must know at once", async () => {
    const incident = incidentSubmission({
      reference: "0000000000010",
      contentHash: "00",
      formVersion: 1,
      receivedAt: at("2026-01-13T10:00:00Z"),
      language: "sv",
      by: "employee-1",
      unit: farsta,
      countedUnit: farsta,
      answers: {
        ...aReport().facts,
        occurredAt: null,
        ongoing: true,
        detectedAt: at("2026-01-13T09:00:00Z"),
        drill: true,
        manager: { name: "Exempel Exempelsson", email: "chef@intag.example" },
      },
    });
    await dynamodb.send(new PutItemCommand({ TableName: "Submissions", Item: itemOfSubmission(incident) }));
    await house.idle();
    expect(await files.get({ submission: incident.reference, number: 1 })).toMatchObject({
      kind: "breach",
      status: "reported",
      letters: [{ state: "delivered" }, { state: "delivered" }, { state: "delivered" }],
      version: 1,
    });
    const mails = await house.mail();
    expect(mails.map(({ to }) => to).toSorted()).toEqual([
      "chef@intag.example",
      "dpo@intag.example",
      "security@intag.example",
    ]);
    for (const { subject } of mails) expect(subject).toMatch(/^ÖVNING: /);
  });

  it("opens the case that a forwarded request owes a further unit", async () => {
    const key = await forwarded();
    await house.idle();
    expect((await cases.siblings(key.submission)).map(({ number }) => number)).toEqual([1, 2]);
    expect(await files.get({ ...key, number: 2 })).toMatchObject({ unit: farsta, status: "received", version: 1 });
    expect(await files.get(key)).toMatchObject({ unit: jarva, version: 2, owedCases: [{ unit: farsta, opened: 2 }] });
  });

  it("opens it by the sweep when no stream tells of it", async () => {
    const key = await forwarded({ told: false });
    expect((await cases.siblings(key.submission)).map(({ number }) => number)).toEqual([1]);
    await house.fire("case-intake");
    expect((await cases.siblings(key.submission)).map(({ number }) => number)).toEqual([1, 2]);
    await house.streams.skip("case-intake");
    house.streams.resume("case-intake");
    expect(await Array.fromAsync(cases.owingCases())).toEqual([]);
  });
});
