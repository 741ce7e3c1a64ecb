import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { storedCaseOf } from "../../shared/store/case-record.ts";

const stored: readonly Readonly<Record<string, unknown>>[] = JSON.parse(
  readFileSync(new URL("first-shape/cases.json", import.meta.url), "utf8"),
);

describe("a case as the first release wrote it", () => {
  it("is read as a request that nobody has worked on, with its receipt and its day", () => {
    const files = stored.map((item) => storedCaseOf(item));
    expect(files.map(({ file }) => [file.kind, file.number, file.unit, file.status, file.version])).toEqual([
      ["request", 1, "sthlm-kulturnamnden", "received", 3],
      ["request", 2, null, "triage", 1],
    ]);
    expect(files[0]?.file).toMatchObject({
      dueOn: "2026-12-24",
      originalDueOn: "2026-12-24",
      assignee: null,
      history: [],
      owedCases: [],
      identity: { state: "not-checked" },
      protectedIdentity: false,
      letters: [{ id: "receipt", kind: "receipt", to: "citizen", state: "sent" }],
    });
    expect(files[1]?.file).toMatchObject({ triage: { candidates: ["sthlm-sdn-farsta"] } });
  });

  it("is refused when it has a shape that no release has written", () => {
    const [item] = stored;
    expect(() => storedCaseOf({ ...item, schemaVersion: { N: "99" } })).toThrow();
    expect(() => storedCaseOf({ ...item, schemaVersion: { N: "2" } })).toThrow();
    expect(() => storedCaseOf({ ...item, letters: { S: '[{"id":"receipt"}]' } })).toThrow();
    expect(() => storedCaseOf({ ...item, kind: { S: "complaint" } })).toThrow();
  });
});
