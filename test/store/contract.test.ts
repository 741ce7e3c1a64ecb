import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonCall } from "../../shared/aws/json-call.ts";
import { caseLetter } from "../../shared/domain/casework/case-letter.ts";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { attemptBegun, attemptEnded, isDue } from "../../shared/domain/letter.ts";
import type { RequestSubmission } from "../../shared/domain/submission.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";
import { caseFiles, caseStatuses, furtherCases, lettersOwed, remindersOwed } from "../../shared/store/case-table.ts";
import type { AllCases } from "../../shared/store/cases.ts";
import { intakeQueue } from "../../shared/store/submission-archive.ts";
import { submissionInbox } from "../../shared/store/submission-inbox.ts";
import type { AllSubmissions } from "../../shared/store/submissions.ts";
import { aSubmission, at } from "../fixtures.ts";
import { aHouse, type House } from "../house.ts";
import { memoryStore } from "./memory-store.ts";

interface Store {
  readonly submissions: AllSubmissions;
  readonly cases: AllCases;
  readonly files: CaseFiles;
}

/** What every store must do, whatever it is made of. */
function storeContract(name: string, open: () => Store) {
  describe(name, () => {
    let next = 1;
    const fresh = (parts: Partial<RequestSubmission> = {}) => {
      next += 1;
      return aSubmission(next, parts);
    };
    const pending = async () => new Set(await Array.fromAsync(open().submissions.pendingIntake()));
    const firstCase = (submission: RequestSubmission) => {
      const [first] = casesOf(submission);
      if (first === undefined) throw new Error("every submission here has a case");
      return first;
    };

    it("keeps a submission whole, and answers with the one that is there when its reference is taken", async () => {
      const { submissions } = open();
      const first = fresh();
      expect(await submissions.add(first)).toEqual({ existing: null });
      expect(await submissions.add({ ...first, contentHash: "other" })).toEqual({ existing: first });
      expect(await submissions.get(first.reference)).toEqual(first);
      expect(await submissions.get(fresh().reference)).toBeUndefined();
    });

    it("lets one of many at once write a submission", async () => {
      const { submissions } = open();
      const reference = fresh().reference;
      const added = await Promise.all(
        Array.from({ length: 16 }, (_, n) => submissions.add({ ...fresh(), reference, contentHash: String(n) })),
      );
      expect(added.filter(({ existing }) => existing === null)).toHaveLength(1);
    });

    it("knows which submissions are not taken in, until each is", async () => {
      const { submissions } = open();
      const [one, two] = [fresh(), fresh()];
      await submissions.add(one);
      await submissions.add(two);
      expect((await pending()).isSupersetOf(new Set([one.reference, two.reference]))).toBe(true);
      await submissions.intakeFinished(one.reference);
      await submissions.intakeFinished(one.reference);
      expect((await pending()).has(one.reference)).toBe(false);
      expect((await pending()).has(two.reference)).toBe(true);
    });

    it("does not make a submission of a mark on one that is not there", async () => {
      const { reference } = fresh();
      await expect(open().submissions.intakeFinished(reference)).rejects.toThrow();
      expect(await open().submissions.get(reference)).toBeUndefined();
    });

    it("opens a case once and leaves an open one alone", async () => {
      const { cases } = open();
      const kase = firstCase(fresh());
      expect(await cases.open(kase)).toBe("opened");
      expect(await cases.open({ ...kase, unit: "sthlm-sdn-farsta" })).toBe("already-open");
      expect(await cases.get(kase)).toEqual(kase);
    });

    it("keeps a case that nobody has yet, with what the DPO is asked", async () => {
      const { cases } = open();
      const triage = {
        candidates: ["sthlm-sdn-farsta"],
        question: { code: "ask", params: { question: { sv: "Var?", en: "Where?" } } },
        concerns: [0],
      } as const;
      const kase = firstCase(fresh({ routing: { recipients: [], outside: [], triage } }));
      await cases.open(kase);
      expect(await cases.get(kase)).toEqual(kase);
      expect(kase).toMatchObject({ unit: null, triage });
    });

    it("shows a submission's cases from outside in their order, without what was written", async () => {
      const { cases } = open();
      const submission = fresh();
      for (const kase of casesOf(submission).toReversed()) await cases.open(kase);
      const seen = await cases.ofSubmission(submission.reference);
      expect(seen.map((kase) => [kase.number, "unit" in kase && kase.unit])).toEqual([
        [1, "sthlm-kulturnamnden"],
        [2, "sthlm-sdn-jarva"],
      ]);
      expect(Object.keys(seen[0] ?? {}).toSorted()).toEqual(
        [
          "dueOn",
          "evidence",
          "extendedFor",
          "number",
          "originalDueOn",
          "outcome",
          "receivedAt",
          "status",
          "timeline",
          "unit",
        ].toSorted(),
      );
      expect(await cases.ofSubmission(fresh().reference)).toEqual([]);
    });

    it("knows the other cases that carry the same mark of a person, and no others", async () => {
      const { cases, files } = open();
      const [one, other, stranger, unmarked] = [fresh(), fresh(), fresh(), fresh()].map(firstCase);
      if (one === undefined || other === undefined || stranger === undefined || unmarked === undefined)
        throw new Error("four cases");
      const mark = `mark ${one.submission}`;
      await cases.open(one, mark);
      await cases.open(other, mark);
      await cases.open(stranger, `mark ${stranger.submission}`);
      await cases.open(unmarked);
      const found = async (key: typeof one) =>
        (await files.samePerson(key)).map(({ submission, number }) => [submission, number]);
      expect(await found(one)).toEqual([[other.submission, 1]]);
      expect(await found(other)).toEqual([[one.submission, 1]]);
      expect([await found(stranger), await found(unmarked)]).toEqual([[], []]);
      // A command on the case leaves the mark as it is.
      await files.save({ ...one, version: 2 });
      expect(await found(other)).toEqual([[one.submission, 1]]);
    });

    it("finds the cases whose letter is due, and no others", async () => {
      const { cases } = open();
      const kase = firstCase(fresh({ receivedAt: at("2030-01-01T10:00:00Z") }));
      await cases.open(kase);
      const due = async (time: string) =>
        (await Array.fromAsync(cases.withLetterDue(at(time)))).some(({ submission }) => submission === kase.submission);
      expect(await due("2030-01-01T09:59:59Z")).toBe(false);
      expect(await due("2030-01-01T10:00:00Z")).toBe(true);
      const sent = kase.letters.map((letter) =>
        attemptEnded(attemptBegun(letter, kase.receivedAt), "accepted", kase.receivedAt),
      );
      expect(await cases.changeOwed(kase, ({ owedCases }) => ({ letters: sent, owedCases }))).toBeDefined();
      expect(await due("2031-01-01T10:00:00Z")).toBe(false);
      expect(await cases.get(kase)).toEqual({ ...kase, letters: sent });
    });

    it("lets one of many at once take a letter, and loses none that many at once add", async () => {
      const { cases } = open();
      const kase = firstCase(fresh());
      await cases.open(kase);
      const taken = await Promise.all(
        Array.from({ length: 16 }, () =>
          cases.changeOwed(kase, ({ letters, owedCases }) => {
            const [letter] = letters;
            if (letter === undefined || !isDue(letter, kase.receivedAt)) return undefined;
            return { letters: [attemptBegun(letter, kase.receivedAt)], owedCases };
          }),
        ),
      );
      expect(taken.filter((changed) => changed !== undefined)).toHaveLength(1);
      await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          cases.changeOwed(kase, ({ letters, owedCases }) => ({
            letters: [...letters, caseLetter("request-overdue", "dpo", kase.receivedAt, String(n))],
            owedCases,
          })),
        ),
      );
      const { letters, version } = (await cases.get(kase)) ?? kase;
      expect(letters).toHaveLength(9);
      expect(letters[0]?.attempts).toHaveLength(1);
      expect(version).toBe(1);
    });
  });
}

storeContract("the store in memory", () => memory);
const memory = memoryStore();

let house: House;
let real: Store;
beforeAll(async () => {
  house = await aHouse({ warm: false });
  // What is written here is only for who wrote it: nobody is to take it in meanwhile.
  for (const role of ["case-intake", "outbox"]) house.streams.pause(role);
  const { url: endpoint, credentials } = house.endpoint;
  const dynamodb = new DynamoDBClient({ endpoint, credentials, region: "eu-north-1" });
  const call = jsonCall("dynamodb", { endpoint, credentials, region: "eu-north-1", urlSuffix: "amazonaws.com" });
  real = {
    submissions: { ...intakeQueue(dynamodb, "Submissions"), ...submissionInbox(call, "Submissions") },
    cases: {
      ...furtherCases(dynamodb, "Cases"),
      ...caseStatuses(dynamodb, "Cases"),
      ...lettersOwed(dynamodb, "Cases"),
      ...remindersOwed(dynamodb, "Cases"),
    },
    files: caseFiles(dynamodb, "Cases"),
  };
});
afterAll(() => house.close());
storeContract("the store in DynamoDB's engine", () => real);

describe("what is stored", () => {
  it("keeps attributes that a newer release has added when letters are saved", async () => {
    const { UpdateItemCommand, GetItemCommand } = await import("@aws-sdk/client-dynamodb");
    const [kase] = casesOf(aSubmission(900_001));
    if (kase === undefined) throw new Error("a case");
    await real.cases.open(kase);
    const { url: endpoint, credentials } = house.endpoint;
    const dynamodb = new DynamoDBClient({ endpoint, credentials, region: "eu-north-1" });
    const Key = { submission: { S: kase.submission }, number: { N: "1" } };
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: "Cases",
        Key,
        UpdateExpression: "SET later = :later",
        ExpressionAttributeValues: { ":later": { S: "kept" } },
      }),
    );
    await real.cases.changeOwed(kase, (file) => file);
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName: "Cases", Key }));
    expect(Item?.later).toEqual({ S: "kept" });
  });
});
