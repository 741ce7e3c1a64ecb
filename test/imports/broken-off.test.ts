import { describe, expect, it } from "vitest";
import { postHistoryImport } from "../../functions/staff-reports/history-imports.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { BegunRun, ImportedRow, ImportedRows } from "../../shared/store/imported-rows.ts";
import { at } from "../fixtures.ts";
import { person } from "../staff/desk.ts";

/** Imported rows in memory, where the power goes after so many writes. */
function rowsInMemory() {
  const rows = new Map<string, ImportedRow>();
  const runs = new Map<string, { bodyHash: string; answer?: string }>();
  let left = Number.POSITIVE_INFINITY;
  const imports: ImportedRows = {
    begin: async ({ id, bodyHash }): Promise<BegunRun> => {
      const before = runs.get(id);
      if (before === undefined) {
        runs.set(id, { bodyHash });
        return { kind: "begun" };
      }
      return before.bodyHash === bodyHash ? { kind: "again", answer: before.answer } : { kind: "other-content" };
    },
    keep: async (row) => {
      left -= 1;
      if (left < 0) throw new Error("the power went");
      const isNew = JSON.stringify(rows.get(row.reference)) !== JSON.stringify(row);
      rows.set(row.reference, row);
      return isNew;
    },
    finish: async ({ id, bodyHash }, answer) => {
      runs.set(id, { bodyHash, answer });
    },
  };
  return {
    rows,
    imports,
    powerFor: (writes: number) => {
      left = writes;
    },
  };
}

const asked = (body: unknown, key: string): Request => ({
  routeKey: "POST /api/v1/history-imports",
  requestId: "request",
  language: "sv",
  isForPrograms: true,
  param: () => "",
  query: new URLSearchParams(),
  header: (name) => (name === "idempotency-key" ? key : undefined),
  cookie: () => undefined,
  authorizer: { who: JSON.stringify(person("dpo")), via: "bearer", session: "", problem: "" },
  text: () => ok(JSON.stringify(body)),
});

const text = ["nummer;mottagen", ...Array.from({ length: 120 }, (_, n) => `${n};2021-03-04`)].join("\n");
const body = { kind: "requests", unit: "sthlm-socialnamnden", file: Buffer.from(text).toString("base64") };
const deps = (imports: ImportedRows) => ({
  ...{ city: stockholm, clock: () => at("2026-11-22T12:00:00Z"), imports },
  pages: async function* () {},
});

describe("a reading that was broken off halfway", () => {
  it("is finished by doing it again with the same key, and no case is there twice", async () => {
    const store = rowsInMemory();
    store.powerFor(60);
    await expect(postHistoryImport(asked(body, "the-key-of-a-broken-run"), deps(store.imports))).rejects.toThrow(
      "the power went",
    );
    const halfway = store.rows.size;
    expect([halfway > 0, halfway < 120]).toEqual([true, true]);
    store.powerFor(1_000);
    const again = await postHistoryImport(asked(body, "the-key-of-a-broken-run"), deps(store.imports));
    expect(JSON.parse(again.body)).toMatchObject({ rows: 120, written: 120 - halfway, unchanged: halfway });
    expect(store.rows.size).toBe(120);
    const replay = await postHistoryImport(asked(body, "the-key-of-a-broken-run"), deps(store.imports));
    expect([replay.body, replay.headers["idempotent-replay"]]).toEqual([again.body, "true"]);
  });

  it("and the units' own numbers keep the cases of two units apart", async () => {
    const store = rowsInMemory();
    for (const unit of ["sthlm-socialnamnden", "sthlm-kulturnamnden"])
      await postHistoryImport(asked({ ...body, unit }, `the-key-of-${unit}`), deps(store.imports));
    expect(store.rows.size).toBe(240);
  });
});
