import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportForm } from "../../shared/domain/city.ts";
import { htmlReport, htmlStyleHash } from "../../shared/report/html-report.tsx";
import { documentOf } from "../../shared/report/report-model.ts";
import { aBrowser, barriersOn, type OwnBrowser, sidewaysScroll, widths } from "../browser/browser.ts";
import { cityReport, seedReport, unknownYear } from "./seed-report.ts";

let own: OwnBrowser;
beforeAll(async () => {
  own = await aBrowser();
});
afterAll(() => own.close());

const pages = [
  { name: "a unit's report", report: seedReport, form: "six-areas" },
  { name: "a unit's report in the other form", report: seedReport, form: "observations" },
  { name: "the city's report", report: cityReport, form: "six-areas" },
  { name: "a report of a year that nobody knows", report: unknownYear(), form: "six-areas" },
] as const satisfies readonly { name: string; report: typeof seedReport; form: ReportForm }[];

const html = (report: typeof seedReport, form: ReportForm): string =>
  Buffer.from(htmlReport(documentOf(report, form))).toString("utf8");

describe("the report as a page", () => {
  it.each(pages)(
    "$name has no barriers and no sideways scroll, on screen, phone and in the dark",
    async ({ report, form }) => {
      const looks = [
        { width: widths.wide, colorScheme: "light" },
        { width: widths.narrow, colorScheme: "dark" },
        { width: 320, colorScheme: "light" },
      ] as const;
      for (const { width, colorScheme } of looks) {
        const context = await own.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
        await page.setContent(html(report, form));
        expect({ width, colorScheme, barriers: await barriersOn(page), complaints }).toEqual({
          width,
          colorScheme,
          barriers: [],
          complaints: [],
        });
        expect(await sidewaysScroll(page)).toBe(0);
        await context.close();
      }
    },
  );

  it("needs nothing else: no script, no address, no style but the one its policy names", () => {
    for (const { report, form } of pages) {
      const text = html(report, form);
      expect(text).not.toMatch(/<script|\son\w+=|\sstyle=|https?:|url\(|@import|<link|<img|<iframe/i);
      const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
      expect(`sha256-${createHash("sha256").update(style).digest("base64")}`).toBe(htmlStyleHash);
      expect(text).toContain(
        `content="default-src &#39;none&#39;; style-src &#39;${htmlStyleHash}&#39;"`.replaceAll("&#39;", "'"),
      );
      expect(text).toContain('<html lang="sv">');
    }
  });

  it("has each number of a chart beside its bar, and no bar where a number is not known", () => {
    const text = html(seedReport, "six-areas");
    expect(text).toContain(
      '<td>10<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="now" width="100"',
    );
    expect(text).toContain(
      '<td>1<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="now" width="10"',
    );
    expect(html(unknownYear(), "six-areas")).not.toContain("<rect");
  });
});
