import { describe, expect, it } from "vitest";
import { queueAddress, queueFilterOf, statusesOf, typedReference } from "../../../shared/pages/staff/queue-filter.ts";
import { type QueueRow, queuePage } from "../../../shared/pages/staff/queue-page.tsx";
import { soonInWords, timeLeft } from "../../../shared/pages/staff/time-words.ts";
import { at, farsta } from "../../casework/a-case.ts";
import { rows } from "./every-staff-page.ts";
import { frameFor, unitName, units } from "./staff-frame.ts";

const known = new Map(units.map(({ id }) => [id, unitName(id)]));
const filterOf = (query: string) => {
  const asked = new URLSearchParams(query);
  return queueFilterOf((name) => asked.get(name) ?? undefined, known);
};
const pageOf = (items: readonly QueueRow[], query = "", next: string | null = null): string =>
  queuePage(frameFor("dpo"), {
    filter: filterOf(query),
    items,
    next,
    units,
    unitName,
    names: new Map(),
    isMovedAway: false,
  });
const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("time left", () => {
  const noon = at("2026-11-25T11:00:00Z");
  it.each([
    ["2026-11-23", "2 dagar sen", "late"],
    ["2026-11-24", "1 dag sen", "late"],
    ["2026-11-25", "sista dagen i dag", "soon"],
    ["2026-11-26", "1 dag kvar", "soon"],
    ["2026-12-24", "29 dagar kvar", "calm"],
    ["2026-11-25T15:30:00Z", "4 timmar kvar", "soon"],
    ["2026-11-25T12:00:00Z", "1 timme kvar", "soon"],
    ["2026-11-25T11:20:00Z", "mindre än en timme kvar", "soon"],
    ["2026-11-25T10:59:00Z", "mindre än en timme sen", "late"],
    ["2026-11-20T11:00:00Z", "5 dagar sen", "late"],
  ])("until %s is said as %s", (due, words, press) => {
    expect(timeLeft(due, noon)).toMatchObject({ words, press });
  });

  it("of a day ends with the day in Stockholm, not in Greenwich", () => {
    expect(timeLeft("2026-11-25", at("2026-11-25T23:30:00Z"))).toMatchObject({ words: "1 dag sen" });
  });

  it("of a question to the officer does not run out", () => {
    expect(timeLeft(null, noon)).toBeNull();
  });

  it("of a breach is told with weekday and clock", () => {
    expect(soonInWords(at("2026-11-25T13:30:00Z"))).toBe("onsdag 25 november kl. 14.30");
  });
});

describe("the queue", () => {
  it("says how many there are and how they are ordered", () => {
    expect(textOf(pageOf(rows.slice(0, 4)))).toContain("4 ärenden, kortast tid kvar först");
    expect(textOf(pageOf(rows.slice(0, 1)))).toContain("1 ärende, kortast tid kvar först");
  });

  it("says the time left in words, with the last day", () => {
    const text = textOf(pageOf(rows));
    expect(text).toContain("2 dagar sen");
    expect(text).toContain("senast 2026-11-23");
    expect(text).toContain("4 timmar kvar");
  });

  it("shows the same case in the same order as it was given", () => {
    const found = [...pageOf(rows).matchAll(/href="\/personal\/arenden\/([^"?]+)"/g)].map(([, reference]) => reference);
    expect(found).toEqual(rows.map(({ reference }) => reference));
  });

  it("leads on to the next page with the same filter", () => {
    const html = pageOf(rows, `kind=breach&unit=${farsta}`, "next+page/1");
    const href = /rel="next" href="([^"]+)"|href="([^"]+)" rel="next"/.exec(html);
    const query = new URL((href?.[1] ?? href?.[2] ?? "").replaceAll("&amp;", "&"), "https://intag.example")
      .searchParams;
    expect(Object.fromEntries(query)).toEqual({ kind: "breach", unit: farsta, cursor: "next+page/1" });
  });

  it("says when nothing passes the filter, and how to see all", () => {
    const html = pageOf([], "kind=breach");
    expect(textOf(html)).toContain("Inga ärenden passar filtret. Visa alla");
    expect(textOf(pageOf([]))).not.toContain("Visa alla");
  });

  it("marks a drill", () => {
    expect(textOf(pageOf(rows.filter(({ drill }) => drill)))).toContain("Övning");
  });
});

describe("the filter's address", () => {
  it.each(["kind=breach&assignee=mine&status=assessed", `unit=${farsta}&reference=7K3M`, ""])(
    "%s is read and written the same",
    (query) => {
      expect(queueAddress(filterOf(query))).toBe(query === "" ? "/personal/arenden" : `/personal/arenden?${query}`);
    },
  );

  it("takes what it does not know for nothing chosen", () => {
    expect(filterOf("kind=x&assignee=x&unit=x&status=x")).toEqual(filterOf(""));
    expect(filterOf("kind=consultation&status=searching").status).toBeNull();
    expect(filterOf("status=toString").status).toBeNull();
  });

  it("offers each status once", () => {
    const offered = statusesOf(null).map(({ value }) => value);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered).toContain("dismissed");
  });

  it("reads a case number in any writing, and no other text", () => {
    expect(typedReference(filterOf("reference=0000-0000-00000-1"))).toBe("0000000000000-1");
    expect(typedReference(filterOf("reference=fel"))).toBeUndefined();
  });
});
