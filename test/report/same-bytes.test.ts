import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ReportForm } from "../../shared/domain/city.ts";
import { filesOf, manifestEntry, manifestOf } from "../../shared/report/files.ts";
import { cityReport, seedReport } from "./seed-report.ts";

const zone = process.env.TZ;
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const sums = async (report: typeof seedReport, form: ReportForm): Promise<Readonly<Record<string, string>>> => {
  const found: Record<string, string> = {};
  for await (const file of filesOf(report, form)) found[file.name] = manifestEntry(file).sha256;
  return found;
};

describe("the files of a year", () => {
  it("are those of the contract, each with its kind", async () => {
    const files: Record<string, string> = {};
    for await (const { name, contentType } of filesOf(seedReport, "six-areas")) files[name] = contentType;
    expect(Object.keys(files)).toEqual([
      "figures.json",
      "figures.csv",
      "figures-excel.csv",
      "figures.xlsx",
      "arsrapport-utkast.docx",
      "arsrapport.pdf",
      "arsrapport.html",
    ]);
  });

  it.each(["six-areas", "observations"] as const)(
    "are the same bytes in form %s, whatever the clock, the time zone and chance say",
    async (form) => {
      const first = await sums(seedReport, form);
      vi.useFakeTimers({ now: new Date("2031-07-01T23:30:00Z"), toFake: ["Date"] });
      let chance = 7;
      vi.spyOn(Math, "random").mockImplementation(() => {
        chance = (chance * 9301 + 49297) % 233280;
        return chance / 233280;
      });
      process.env.TZ = "Pacific/Kiritimati";
      expect(await sums(seedReport, form)).toEqual(first);
    },
  );

  it("are other bytes for another year's figures", async () => {
    const [unit, city] = [await sums(seedReport, "six-areas"), await sums(cityReport, "six-areas")];
    for (const [name, sum] of Object.entries(unit))
      expect({ name, same: city[name] === sum }).toEqual({ name, same: false });
  });

  it("are listed in a manifest with the sum of each, whatever order they were written in", async () => {
    const entries = [];
    for await (const file of filesOf(seedReport, "six-areas")) {
      const entry = manifestEntry(file);
      expect(entry).toEqual({
        name: file.name,
        size: file.bytes.byteLength,
        sha256: createHash("sha256").update(file.bytes).digest("hex"),
      });
      entries.push(entry);
    }
    const manifest = manifestOf(entries);
    expect(manifest.name).toBe("manifest.json");
    expect(JSON.parse(Buffer.from(manifest.bytes).toString("utf8")).items).toHaveLength(7);
    expect(manifestOf(entries.toReversed()).bytes).toEqual(manifest.bytes);
  });
});
