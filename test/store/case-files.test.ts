import { BatchWriteItemCommand, DynamoDBClient, type QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFurther } from "../../functions/case-intake/further-cases.ts";
import { fullBytes } from "../../functions/staff-cases/give-command.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { caseLetter } from "../../shared/domain/casework/case-letter.ts";
import { decideBreach } from "../../shared/domain/casework/decide-breach.ts";
import { decideConsultation } from "../../shared/domain/casework/decide-consultation.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { markOpened } from "../../shared/domain/casework/owed-cases.ts";
import { cityQueue, reporterQueue, unitQueue } from "../../shared/domain/casework/queue.ts";
import type { RequestCommand } from "../../shared/domain/casework/request-commands.ts";
import { attemptBegun } from "../../shared/domain/letter.ts";
import { encodeReference } from "../../shared/domain/reference.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";
import { itemOfCase } from "../../shared/store/case-record.ts";
import { caseFiles, furtherCases } from "../../shared/store/case-table.ts";
import type { FurtherCases } from "../../shared/store/cases.ts";
import {
  aBreach,
  allowed,
  aRequest,
  breachIn,
  by,
  consultationIn,
  farsta,
  jarva,
  kultur,
  on,
  received,
  requestAfter,
  requestIn,
} from "../casework/a-case.ts";
import { aHouse, type House } from "../house.ts";
import { memoryStore } from "./memory-store.ts";

interface Store {
  readonly cases: FurtherCases;
  readonly files: CaseFiles;
}

let last = 5_000;
/** The same case under a reference of its own. */
const renamed = <File extends CaseFile>(file: File, parts: Partial<File> = {}): File => {
  last += 1;
  const submission = encodeReference(Buffer.from(last.toString(16).padStart(32, "0"), "hex").reverse());
  return { ...file, submission, reference: `${submission}-${file.number}`, ...parts };
};

/** The case after one command of the DPO on it as it stands. */
const given = (
  file: CaseFile,
  command: Extract<RequestCommand, { readonly command: "note" | "forward" | "withdraw" }>,
  key = "key-0000000000000001",
): CaseFile => {
  const circumstances = by("dpo", undefined, { version: file.version, key });
  if (file.kind === "request") return allowed(decideRequest(file, command, circumstances)).kase;
  if (command.command !== "note") throw new Error("these tests give requests alone other commands");
  return file.kind === "breach"
    ? allowed(decideBreach(file, command, circumstances)).kase
    : allowed(decideConsultation(file, command, circumstances)).kase;
};

const note = (text: string) => ({ command: "note", text }) as const;

/** What every store of worked cases must do, whatever it is made of. */
function caseFilesContract(name: string, open: () => Store) {
  describe(name, () => {
    const opened = async <File extends CaseFile>(file: File): Promise<File> => {
      expect(await open().cases.open(file)).toBe("opened");
      return file;
    };

    it.each([
      ...(["triage", "received", "identity", "searching", "reviewing", "closed"] as const).map(
        (status) => [`a request that is ${status}`, () => requestIn(status)] as const,
      ),
      ...(["reported", "assessed", "decided", "closed", "dismissed"] as const).map(
        (status) => [`a breach that is ${status}`, () => breachIn(status)] as const,
      ),
      ...(["received", "answered", "closed"] as const).map(
        (status) => [`a consultation that is ${status}`, () => consultationIn(status)] as const,
      ),
      ["a request that was forwarded to several units", () => requestAfter(aRequest(), [forward(jarva, farsta)])],
      ["a drill with everything unknown", () => aBreach({ drill: true, awareDelayReason: "Ingen läste loggen" })],
      ["a request of somebody with protected identity", () => aRequest({ protectedIdentity: true, delivery: null })],
    ] as const)("keeps %s whole", async (_, make) => {
      const file = await opened<CaseFile>(renamed<CaseFile>(make()));
      expect(await open().files.get(file)).toEqual(file);
      const next = given(file, note("En påhittad anteckning."));
      expect(await open().files.save(next)).toBe(true);
      expect(await open().files.get(file)).toEqual(next);
    });

    it("writes a command once: the next on the same version is told that it came too late", async () => {
      const { files } = open();
      const file = await opened(renamed(aRequest()));
      const first = given(file, note("Först"), "key-0000000000000001");
      expect(await files.save(first)).toBe(true);
      expect(await files.save(given(file, note("Sist"), "key-0000000000000002"))).toBe(false);
      // An answer that was lost: the same command again was carried out.
      expect(await files.save(first)).toBe(true);
      expect(await files.get(file)).toEqual(first);
      expect(await files.save(renamed(first))).toBe(false);
    });

    it("lets one of many commands at once through", async () => {
      const { files } = open();
      const file = await opened(renamed(aBreach()));
      const saved = await Promise.all(
        Array.from({ length: 12 }, (_, n) => files.save(given(file, note(`Nr ${n}`), `key-00000000000000${n + 10}`))),
      );
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect((await files.get(file))?.version).toBe(2);
    });

    it("takes no letter back when a command is saved that was given before the letter was sent", async () => {
      const { cases, files } = open();
      const file = await opened(renamed(aRequest()));
      const owed = caseLetter("request-overdue", "dpo", received);
      const next = given(file, note("Skriven innan brevet gick"));
      await cases.changeOwed(file, ({ letters, owedCases }) => ({
        letters: letters.map((letter) => attemptBegun(letter, received)),
        owedCases,
      }));
      expect(await files.save({ ...next, letters: [...next.letters, owed] })).toBe(true);
      const stored = await files.get(file);
      expect(stored?.letters.map(({ kind, attempts }) => [kind, attempts.length])).toEqual([
        ["receipt", 1],
        ["request-overdue", 0],
      ]);
      expect(stored?.version).toBe(2);
    });

    it("has room for a case as large as commands may make it, in letters of several bytes, and for what is sent of it", async () => {
      const { cases, files } = open();
      const file = await opened(renamed(aRequest()));
      const left = fullBytes - Buffer.byteLength(JSON.stringify(given(file, note(""))));
      const large = given(file, note("å😀".repeat(Math.floor(left / Buffer.byteLength("å😀")))));
      expect(fullBytes - Buffer.byteLength(JSON.stringify(large))).toBeLessThan(6);
      expect(await files.save(large)).toBe(true);
      const letters = Array.from({ length: 50 }, (_, n) =>
        attemptBegun(caseLetter("request-overdue", "dpo", received, String(n)), received),
      );
      await cases.changeOwed(file, (now) => ({ letters: [...now.letters, ...letters], owedCases: now.owedCases }));
      const stored = await files.get(file);
      expect([stored?.history, stored?.letters.length]).toEqual([large.history, large.letters.length + 50]);
    });

    it("loses neither a letter's news, an opened case nor a command when all happen at once", async () => {
      const { cases, files } = open();
      const file = await opened(renamed(given(aRequest(), forward(kultur, jarva, farsta)), { version: 1 }));
      const letters = Array.from({ length: 6 }, (_, n) => caseLetter("request-overdue", "dpo", received, String(n)));
      const ids = file.owedCases.map(({ id }) => id);
      const commands = async () => {
        for (let n = 0; n < 5; n += 1) {
          const stored = await files.get(file);
          if (stored === undefined) throw new Error("the case");
          // Nobody else gives commands here, so each is on the version that stands.
          expect(await files.save(given(stored, note(`Nr ${n}`), `key-00000000000000${n + 10}`))).toBe(true);
        }
      };
      await Promise.all([
        commands(),
        ...letters.map((letter) =>
          cases.changeOwed(file, (now) => ({ letters: [...now.letters, letter], owedCases: now.owedCases })),
        ),
        ...ids.map((id, n) => cases.changeOwed(file, (now) => markOpened(now, id, n + 2))),
      ]);
      const stored = await files.get(file);
      expect(stored?.version).toBe(6);
      expect(new Set(stored?.letters.map(({ id }) => id))).toEqual(
        new Set([...file.letters, ...letters].map(({ id }) => id)),
      );
      expect(stored?.owedCases.map(({ opened: number }) => number)).toEqual(ids.map((_, n) => n + 2));
    });

    it("finds the cases that owe another unit a case, until each is opened", async () => {
      const { cases } = open();
      const file = await opened(renamed(given(aRequest(), forward(jarva, farsta)), { version: 1 }));
      const isOwing = async () =>
        (await Array.fromAsync(cases.owingCases())).some(({ submission }) => submission === file.submission);
      expect(await isOwing()).toBe(true);
      for (const { id } of file.owedCases) await cases.changeOwed(file, (now) => markOpened(now, id, 2));
      expect(await isOwing()).toBe(false);
    });

    it("lists a unit's open cases, most urgent first, page by page, with nothing that anybody wrote", async () => {
      const { files } = open();
      const unit = "sthlm-enhet-sidor";
      const days = ["2026-12-24", "2026-12-22", "2027-01-08", "2026-12-22", "2027-02-01"];
      for (const day of days) await opened(renamed(aRequest({ unit, dueOn: on(day) })));
      await opened(renamed(requestIn("closed", { unit, dueOn: on("2026-01-01") })));
      const queues = [unitQueue("request", unit, "open", "plain")];
      const seen: (string | null)[] = [];
      const pages: number[] = [];
      let next: string | null = null;
      do {
        const page = await files.list({ queues, limit: 2, ...(next === null ? {} : { after: next }) });
        seen.push(...page.items.map(({ due }) => due));
        pages.push(page.items.length);
        next = page.next;
        for (const item of page.items)
          expect(Object.keys(item).toSorted()).toEqual(
            [
              ...[
                "assignee",
                "drill",
                "due",
                "kind",
                "receivedAt",
                "reference",
                "status",
                "submission",
                "unit",
                "version",
              ],
            ].toSorted(),
          );
      } while (next !== null);
      expect(seen).toEqual(days.toSorted());
      expect(pages).toEqual([2, 2, 1]);
    });

    it("lists several kinds and units together, each case once", async () => {
      const { files } = open();
      const [one, other] = ["sthlm-enhet-ett", "sthlm-enhet-tva"];
      const breach = await opened(renamed(aBreach({ unit: one, reportedBy: "reporter-lists" })));
      const early = await opened(renamed(aRequest({ unit: one, dueOn: on("2026-11-25") })));
      const late = await opened(renamed(aRequest({ unit: other })));
      const { items, next } = await files.list({
        queues: [
          unitQueue("request", other, "open", "plain"),
          unitQueue("request", one, "open", "plain"),
          unitQueue("breach", one, "open", "plain"),
          reporterQueue("reporter-lists", "breach"),
        ],
        limit: 10,
      });
      expect(items.map(({ reference }) => reference)).toEqual([early, breach, late].map(({ reference }) => reference));
      expect(next).toBeNull();
      expect(items[1]).toMatchObject({ kind: "breach", due: breach.dueAt, drill: false });
    });

    it("keeps cases of protected identity in lists of their own", async () => {
      const { files } = open();
      const unit = "sthlm-enhet-skydd";
      const hidden = await opened(renamed(aRequest({ unit, protectedIdentity: true })));
      const inQueue = async (queue: Parameters<CaseFiles["list"]>[0]["queues"][number]) =>
        (await files.list({ queues: [queue], limit: 100 })).items.some(
          ({ reference }) => reference === hidden.reference,
        );
      expect(await inQueue(unitQueue("request", unit, "open", "plain"))).toBe(false);
      expect(await inQueue(unitQueue("request", unit, "open", "protected"))).toBe(true);
      expect(await inQueue(cityQueue("request", "open", "protected"))).toBe(true);
    });

    it("moves a case between lists with the command that moves it", async () => {
      const { files } = open();
      const [from, to] = [unitQueue("request", kultur, "open", "plain"), unitQueue("request", jarva, "open", "plain")];
      const ended = unitQueue("request", jarva, "ended", "plain");
      const file = await opened(renamed(aRequest({ dueOn: on("2020-01-01") })));
      const isIn = async (queue: typeof from) =>
        (await files.list({ queues: [queue], limit: 100 })).items.some(({ reference }) => reference === file.reference);
      const moved = given(file, forward(jarva));
      await files.save(moved);
      expect([await isIn(from), await isIn(to), await isIn(ended)]).toEqual([false, true, false]);
      await files.save(given(moved, { command: "withdraw" }));
      expect([await isIn(from), await isIn(to), await isIn(ended)]).toEqual([false, false, true]);
    });

    it("lists only those in a status, or that somebody has, or that nobody has, and still fills the page", async () => {
      const { files } = open();
      const unit = "sthlm-enhet-val";
      for (let n = 0; n < 12; n += 1)
        await opened(
          renamed(
            requestIn(n % 3 === 0 ? "searching" : "received", { unit, assignee: n % 2 === 0 ? "officer-1" : null }),
          ),
        );
      const queues = [unitQueue("request", unit, "open", "plain")];
      const count = async (choice: Partial<Parameters<CaseFiles["list"]>[0]>) =>
        (await files.list({ queues, limit: 20, ...choice })).items.length;
      expect(await count({})).toBe(12);
      expect(await count({ status: "searching" })).toBe(4);
      expect(await count({ assignee: "officer-1" })).toBe(6);
      expect(await count({ assignee: null })).toBe(6);
      expect(await count({ assignee: null, status: "searching" })).toBe(2);
      const page = await files.list({ queues, limit: 3, status: "searching" });
      expect(page.items).toHaveLength(3);
      expect(page.next).not.toBeNull();
    });
  });
}

const forward = (...toUnits: readonly [string, ...string[]]) =>
  ({ command: "forward", toUnits, reason: "Det hör hemma där" }) as const;

const memory = memoryStore();
caseFilesContract("worked cases in memory", () => memory);

let house: House;
let dynamodb: DynamoDBClient;
let real: Store;
beforeAll(async () => {
  house = await aHouse({ warm: false });
  house.streams.pause("case-intake");
  house.streams.pause("outbox");
  const { url: endpoint, credentials } = house.endpoint;
  dynamodb = new DynamoDBClient({ endpoint, credentials, region: "eu-north-1" });
  real = { cases: furtherCases(dynamodb, "Cases"), files: caseFiles(dynamodb, "Cases") };
});
afterAll(async () => {
  dynamodb.destroy();
  await house.close();
});
caseFilesContract("worked cases in DynamoDB's engine", () => real);

describe("an answer that is lost on the way", () => {
  /** A client whose first answer to each of these is lost after the work was done, and asked for again by the client itself. */
  const losing = (...lost: readonly string[]) => {
    const client = new DynamoDBClient({ ...house.endpoint, endpoint: house.endpoint.url, region: "eu-north-1" });
    const left = new Set(lost);
    client.middlewareStack.add(
      (next, { commandName = "" }) =>
        async (args) => {
          const result = await next(args);
          if (left.delete(commandName))
            throw Object.assign(new Error("lost"), { name: "TimeoutError", $retryable: {} });
          return result;
        },
      { step: "deserialize", priority: "high" },
    );
    return { client, isLost: () => left.size === 0 };
  };

  it("does not tell an officer that somebody else was first", async () => {
    const file = renamed(aRequest());
    await real.cases.open(file);
    const { client, isLost } = losing("UpdateItemCommand");
    const next = given(file, note("Skriven en gång"));
    expect(await caseFiles(client, "Cases").save(next)).toBe(true);
    expect(isLost()).toBe(true);
    expect(await real.files.get(file)).toEqual(next);
    client.destroy();
  });

  it("does not open a further case twice", async () => {
    const file = renamed(given(aRequest(), forward(jarva, farsta)), { version: 1 });
    await real.cases.open(file);
    const { client, isLost } = losing("PutItemCommand", "UpdateItemCommand");
    const submissions = { get: async () => undefined };
    await openFurther(file, { submissions, cases: furtherCases(client, "Cases"), log: () => undefined });
    expect(isLost()).toBe(true);
    expect((await real.cases.siblings(file.submission)).map(({ number }) => number)).toEqual([1, 2]);
    expect((await real.files.get(file))?.owedCases.map(({ opened }) => opened)).toEqual([2]);
    client.destroy();
  });
});

describe("a page of a queue", () => {
  it("reads as much of 5,000 open cases as of 50", async () => {
    const filled = async (unit: string, count: number) => {
      const items = Array.from({ length: count }, () => itemOfCase(renamed(aRequest({ unit, letters: [] }))));
      for (let from = 0; from < count; from += 25) {
        const Cases = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item: { ...Item } } }));
        const { UnprocessedItems } = await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { Cases } }));
        expect(UnprocessedItems ?? {}).toEqual({});
      }
      let read = 0;
      const counting = new DynamoDBClient({ ...house.endpoint, endpoint: house.endpoint.url, region: "eu-north-1" });
      counting.middlewareStack.add(
        (next) => async (args) => {
          const result = await next(args);
          // Only queries are made here, and this is what the client answers them with.
          read += (result.output as QueryCommandOutput).ScannedCount ?? 0;
          return result;
        },
        { step: "initialize" },
      );
      const queues = [unitQueue("request", unit, "open", "plain")];
      const first = await caseFiles(counting, "Cases").list({ queues, limit: 20 });
      const second = await caseFiles(counting, "Cases").list({ queues, limit: 20, after: first.next ?? "" });
      counting.destroy();
      expect(first.items).toHaveLength(20);
      expect(second.items).toHaveLength(20);
      return read;
    };
    const few = await filled("sthlm-enhet-femtio", 50);
    const many = await filled("sthlm-enhet-femtusen", 5_000);
    expect(many).toBe(few);
    expect(many).toBe(42);
  });
});
