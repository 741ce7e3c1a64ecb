import { readFileSync } from "node:fs";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { readTally } from "../../shared/domain/yearly/tally-text.ts";
import { storedCaseOf } from "../../shared/store/case-record.ts";
import { reviewTable } from "../../shared/store/review-table.ts";
import { submissionOfItem } from "../../shared/store/submission-record.ts";

type Item = Readonly<Record<string, unknown>>;

/** What a release has written, as it lies in its tables. Nothing here is ever written anew: it must stay readable. */
const written = (name: string) =>
  JSON.parse(readFileSync(new URL(`second-shape/${name}.json`, import.meta.url), "utf8"));

describe("what the release before wrote", () => {
  it("is read as cases of each kind, with all that was done to them", () => {
    const files = written("cases").map((item: Item) => storedCaseOf(item).file);
    expect(files.map(({ kind, status }: { kind: string; status: string }) => [kind, status])).toEqual([
      ["request", "closed"],
      ["request", "triage"],
      ["breach", "closed"],
      ["breach", "dismissed"],
      ["consultation", "closed"],
    ]);
    expect(files[0]).toMatchObject({ unit: "sthlm-kulturnamnden", closing: { outcome: expect.any(String) } });
    expect(files[2]).toMatchObject({ facts: { whatHappened: expect.any(String) }, dismissal: null });
  });

  it("is read as what was sent in by each form", () => {
    const submissions = written("submissions").map((item: Item) => submissionOfItem(item));
    expect(submissions).toMatchObject([
      { form: "data-subject-request", right: "access", channel: "web" },
      { form: "incident-report", by: "en-medarbetare", answers: { whatHappened: "phishing", drill: false } },
      { form: "consultation", countedUnit: "sthlm-kulturnamnden", answers: { subject: "Ett exempel" } },
    ]);
  });

  it("is read as a unit's yearly review, with the DPO's marks", async () => {
    const [Item] = written("reviews");
    // Reading one item is all that is asked of the client here.
    const client = { send: async () => ({ Item }) } as unknown as DynamoDBClient;
    expect(await reviewTable(client, "Reviews").get(2022, "sthlm-kulturnamnden")).toMatchObject({
      isMarkedByDpo: true,
      version: 1,
      review: {
        marks: { records: ["yellow", "green"] },
        recommendations: [{ id: "2022-1", statedByUnit: "Påbörjad." }],
      },
    });
  });

  it("is counted: each row of the year says what it said then", () => {
    const [answered, guarded, breach, question] = written("tallies").map((text: string) => readTally(text));
    expect(answered).toMatchObject({
      ...{ kind: "request", counted: "sthlm-socialnamnden", left: ["sthlm-kulturnamnden"], outcome: "granted" },
      ...{ receivedOn: "2022-05-02", answeredOn: "2022-05-20", inTime: true, within30Days: true, extended: false },
    });
    expect(guarded).toMatchObject({ kind: "request", outcome: null, answeredOn: null, protectedIdentity: true });
    expect(breach).toMatchObject({ kind: "breach", authority: "notified", notifiedInTime: true, informed: null });
    expect(question).toMatchObject({ kind: "consultation", about: "question", beforeStart: true });
    const kept = ["cases", "submissions", "reviews", "tallies"].map((name) => `${name} ${written(name).length}`);
    console.log(`read as the release before wrote them: ${kept.join(", ")}`);
  });
});
