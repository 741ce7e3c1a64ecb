import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dcat } from "../../shared/domain/yearly/dcat.ts";
import type { CaseFigures } from "../../shared/domain/yearly/figures.ts";
import { type PublicRow, publicCsv, publicStatistics } from "../../shared/domain/yearly/public-statistics.ts";
import { leftOut } from "../../shared/domain/yearly/suppression.ts";
import { isMutating } from "../proof/seeded.ts";

/** Every way in which so many whole numbers, none of them 0, make up a sum. */
function* waysOf(numbers: number, sum: number): Generator<readonly number[]> {
  if (numbers === 0) {
    if (sum === 0) yield [];
    return;
  }
  for (let first = 1; first <= sum - (numbers - 1); first++)
    for (const rest of waysOf(numbers - 1, sum - first)) yield [first, ...rest];
}

/** What somebody who knows the rule can tell of numbers that are left out beside each other, when they know their sum. */
function told(numbers: number, sum: number): readonly ReadonlySet<number>[] {
  // One of them at least is under 5, or none would have been left out; 0 is always shown.
  const ways = [...waysOf(numbers, sum)].filter((way) => way.some((one) => one < 5));
  return Array.from({ length: numbers }, (_, at) => new Set(ways.map((way) => way[at] ?? 0)));
}

const cellsOf = (counts: readonly number[]) => counts.map((count, index) => ({ name: `c${index}`, count }));

describe("small counts in what everybody may read", () => {
  it.each([
    [
      [9, 3, 12],
      ["c0", "c1"],
    ],
    [[6, 5, 0], []],
    [
      [1, 1, 7],
      ["c0", "c1", "c2"],
    ],
    [
      [2, 7],
      ["c0", "c1"],
    ],
    [
      [4, 4],
      ["c0", "c1"],
    ],
    // One that is shown is greater than any of those left out could be: of 1 and 4 one is at most 4, of 1 and 5 at most 5.
    [
      [1, 4, 5],
      ["c0", "c1"],
    ],
    [
      [1, 5, 5],
      ["c0", "c1", "c2"],
    ],
    [
      [1, 5, 6],
      ["c0", "c1"],
    ],
    [[1, 1, 1, 1, 1], null],
    [[0, 0], []],
  ] as const)("of %j the parts %j are left out", (counts, hidden) => {
    const out = leftOut(cellsOf(counts));
    expect(out === null ? null : [...out].toSorted()).toEqual(hidden === null ? null : [...hidden]);
  });

  it("cannot be counted back from the total and the parts that are shown", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), (counts) => {
        const cells = cellsOf(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (total > 0 && total < 5) return;
        const hidden = leftOut(cells);
        if (hidden === null) return;
        for (const { name, count } of cells) if (count > 0 && count < 5) expect(hidden.has(name)).toBe(true);
        const sum = cells.filter(({ name }) => hidden.has(name)).reduce((all, { count }) => all + count, 0);
        for (const values of told(hidden.size, sum)) expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: isMutating ? 100 : 2000 },
    );
  });
});

/** Every way in which so many whole numbers, 0 among them, make up a sum. */
function* tables(numbers: number, sum: number): Generator<readonly number[]> {
  if (numbers === 1) yield [sum];
  else
    for (let first = 0; first <= sum; first++)
      for (const rest of tables(numbers - 1, sum - first)) yield [first, ...rest];
}

/** What is left out, by its name, in something that was published; and which numbers it may be, one for each table. */
type Published = { readonly text: string; readonly hidden: Readonly<Record<string, number>> };

/**
 * What remains secret from somebody who knows the rule itself, each step of it: of all tables that there are, those that
 * are published as the very same are all that this reader can tell. Each number left out must differ between some of them.
 */
function givenAway(published: Iterable<Published>): { readonly seen: number; readonly given: readonly string[] } {
  const values = new Map<string, Set<number>>();
  let seen = 0;
  for (const { text, hidden } of published) {
    seen += 1;
    for (const [name, value] of Object.entries(hidden)) {
      const place = `${text}: ${name}`;
      values.set(place, (values.get(place) ?? new Set()).add(value));
    }
  }
  return { seen, given: [...values].filter(([, each]) => each.size === 1).map(([place]) => place) };
}

describe("somebody who knows the rule, and tries every table there could be", () => {
  it("can tell no number that is left out of a total's parts", () => {
    const published = function* (): Generator<Published> {
      for (let numbers = 2; numbers <= 6; numbers++)
        for (let sum = 5; sum <= (isMutating ? 10 : numbers < 5 ? 24 : 14); sum++)
          for (const counts of tables(numbers, sum)) {
            const out = leftOut(cellsOf(counts));
            const shown = counts.map((one, at) => (out === null ? "" : out.has(`c${at}`) ? "–" : one));
            const hidden = counts.flatMap((one, at) => (out === null || out.has(`c${at}`) ? [[`c${at}`, one]] : []));
            yield {
              text: `${numbers} of ${sum}: ${out === null ? "all" : shown}`,
              hidden: Object.fromEntries(hidden),
            };
          }
    };
    const { seen, given } = givenAway(published());
    expect(given).toEqual([]);
    console.log(`tables of a total's parts tried ${seen}, numbers given away 0`);
  });

  /** A year's file as it is published, with what stands behind what is left out of it. */
  const publishedOf = (year: CaseFigures, of: Readonly<Record<string, number>>): Published => {
    const { rows } = publicStatistics(2026, year, []);
    const hidden = rows.flatMap(({ figure, code, status }) => {
      const name = code === null ? figure : `${figure}.${code}`;
      return status === "left-out" && of[name] !== undefined ? [[name, of[name]]] : [];
    });
    return { text: JSON.stringify(rows), hidden: Object.fromEntries(hidden) };
  };
  const nothing = {
    requests: {
      received: 0,
      open: 0,
      byOutcome: {},
      byRight: {},
      byChannel: {},
      answeredInTime: 0,
      answeredWithin30Days: 0,
      extended: 0,
      forwarded: 0,
      medianDays: null,
    },
    breaches: {
      documented: 0,
      notifiedToAuthority: 0,
      notifiedInTime: 0,
      subjectsInformed: 0,
      neither: 0,
      byKind: {},
      byCategory: {},
      byCause: {},
      byDiscovery: {},
      withActionPlan: 0,
      dismissed: 0,
    },
    consultations: { total: 0, beforeStart: 0, afterStart: 0, byKind: {} },
  } as const satisfies CaseFigures;

  it("can tell no number of the breaches, by all that is said of them together", () => {
    const published = function* (): Generator<Published> {
      for (let documented = 1; documented <= (isMutating ? 8 : 12); documented++)
        for (const [both = 0, notified = 0, informed = 0, neither = 0, undecided = 0] of tables(5, documented))
          for (let inTime = 0; inTime <= both + notified; inTime++) {
            const of = {
              "breaches.documented": documented,
              "breaches.notifiedToAuthority": both + notified,
              "breaches.notifiedInTime": inTime,
              "breaches.subjectsInformed": both + informed,
              "breaches.neither": neither,
            };
            expect(both + notified + informed + neither + undecided).toBe(documented);
            const breaches = {
              ...nothing.breaches,
              documented,
              notifiedToAuthority: both + notified,
              notifiedInTime: inTime,
              subjectsInformed: both + informed,
              neither,
            };
            yield publishedOf({ ...nothing, breaches }, of);
          }
    };
    const { seen, given } = givenAway(published());
    expect(given).toEqual([]);
    console.log(`years of breaches tried ${seen}, numbers given away 0`);
  });

  it("can tell no number of the requests, by all that is said of them together", () => {
    const published = function* (): Generator<Published> {
      for (let received = 1; received <= (isMutating ? 8 : 14); received++)
        for (const [open = 0, granted = 0, refused = 0] of tables(3, received))
          for (let inTime = 0; inTime <= granted + refused; inTime++)
            for (let within = 0; within <= inTime; within++) {
              const byOutcome = without0({ granted, refused });
              const requests = { ...nothing.requests, received, open, byOutcome };
              yield publishedOf(
                { ...nothing, requests: { ...requests, answeredInTime: inTime, answeredWithin30Days: within } },
                {
                  "requests.received": received,
                  "requests.open": open,
                  "requests.byOutcome.granted": granted,
                  "requests.byOutcome.refused": refused,
                  "requests.answeredInTime": inTime,
                  "requests.answeredWithin30Days": within,
                },
              );
            }
    };
    const { seen, given } = givenAway(published());
    expect(given).toEqual([]);
    console.log(`years of requests tried ${seen}, numbers given away 0`);
  });
});

const count = fc.oneof(fc.nat(3), fc.nat(9), fc.nat(40));
const groups = (codes: readonly string[]) =>
  fc
    .tuple(...codes.map(() => count))
    .map((counts) => Object.fromEntries(codes.map((code, at) => [code, counts[at] ?? 0])));
const without0 = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, one]) => one > 0));
const sumOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** Splits a number among codes in some way. */
const split = (total: number, codes: readonly string[], cuts: readonly number[]) => {
  const counts: Record<string, number> = {};
  let left = total;
  for (const [at, code] of codes.entries()) {
    const share = at === codes.length - 1 ? left : Math.floor(left * (cuts[at % cuts.length] ?? 0));
    counts[code] = share;
    left -= share;
  }
  return without0(counts);
};

/** A year of any size whose figures add up. */
const aYear = fc
  .record({
    outcomes: groups(["open", "granted", "no-data", "withdrawn"]),
    breaches: groups(["notified", "neither", "other"]),
    asked: groups(["dpia", "question", "other"]),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 5 }),
  })
  .map(({ outcomes, breaches, asked, cuts }) => {
    const { open = 0, ...byOutcome } = outcomes;
    const received = sumOf(outcomes);
    const documented = sumOf(breaches);
    const part = (total: number, at: number) => Math.floor(total * (cuts[at % cuts.length] ?? 0));
    const figures: CaseFigures = {
      requests: {
        received,
        open,
        byOutcome: without0(byOutcome),
        byRight: split(received, ["access", "erasure", "other"], cuts),
        byChannel: split(received, ["web", "post", "visit"], cuts.toReversed()),
        answeredInTime: part(received - open, 0),
        answeredWithin30Days: part(received - open, 1),
        extended: part(received, 2),
        forwarded: 0,
        medianDays: null,
      },
      breaches: {
        documented,
        notifiedToAuthority: breaches.notified ?? 0,
        notifiedInTime: part(breaches.notified ?? 0, 1),
        subjectsInformed: part(documented, 0),
        neither: breaches.neither ?? 0,
        byKind: split(documented, ["phishing", "sent-by-mistake"], cuts),
        byCategory: split(documented, ["unauthorised-access", "sent-wrong"], cuts),
        byCause: split(documented, ["human-factor", "unknown", "organisation"], cuts),
        byDiscovery: split(documented, ["employee", "unknown"], cuts.toReversed()),
        withActionPlan: 0,
        dismissed: 0,
      },
      consultations: {
        total: sumOf(asked),
        beforeStart: part(sumOf(asked), 0),
        afterStart: 0,
        byKind: without0(asked),
      },
    };
    const units = ["a", "b", "c", "d"];
    const ofUnits = units.map((id) => {
      const share = (total: number, salt: readonly number[]) => split(total, [...units, "triage"], salt)[id] ?? 0;
      return {
        id,
        figures: {
          requests: { ...figures.requests, received: share(received, cuts) },
          breaches: { ...figures.breaches, documented: share(documented, cuts.toReversed()) },
          consultations: { ...figures.consultations, total: share(sumOf(asked), cuts) },
        },
      };
    });
    return { figures, ofUnits };
  });

const isGrouping = (figure: string, row: PublicRow) => row.figure === figure && row.code !== null;

describe("a year's public statistics", () => {
  it("show no number between 1 and 4, in any row", () => {
    fc.assert(
      fc.property(aYear, ({ figures, ofUnits }) => {
        for (const { value } of publicStatistics(2026, figures, ofUnits).rows)
          expect(value === null || value === 0 || value >= 5).toBe(true);
      }),
      { numRuns: isMutating ? 100 : 500 },
    );
  });

  it("leave each number that is left out more than one value to have, whatever is added and taken away", () => {
    fc.assert(
      fc.property(aYear, ({ figures, ofUnits }) => {
        const { rows } = publicStatistics(2026, figures, ofUnits);
        const shown = (figure: string) =>
          rows.find((row) => row.figure === figure && row.code === null && row.unit === null);
        /** A set of rows that together make up a total, with or without a part that is never shown. */
        const held = (total: PublicRow | undefined, cells: readonly PublicRow[], hasUnshown: boolean) => {
          const out = cells.filter(({ status }) => status === "left-out");
          if (out.length === 0 || total?.value === null || total === undefined) return;
          const sum = total.value - cells.reduce((all, { value }) => all + (value ?? 0), 0);
          if (hasUnshown) {
            // The part that is never shown may be 0 as well: what is left over may lie anywhere in between.
            const possible = new Set<string>();
            for (let unshown = 0; unshown < sum; unshown++)
              for (const way of waysOf(out.length, sum - unshown))
                if ([...way, unshown].some((one) => one > 0 && one < 5)) possible.add(way.join());
            expect(possible.size).toBeGreaterThan(1);
          } else for (const values of told(out.length, Math.min(sum, 30))) expect(values.size).toBeGreaterThan(1);
        };
        for (const figure of ["requests.byRight", "requests.byChannel"])
          held(
            shown("requests.received"),
            rows.filter((row) => isGrouping(figure, row)),
            false,
          );
        for (const figure of ["breaches.byCategory", "breaches.byCause", "breaches.byDiscovery"])
          held(
            shown("breaches.documented"),
            rows.filter((row) => isGrouping(figure, row)),
            false,
          );
        held(
          shown("breaches.documented"),
          rows.filter(({ figure }) => ["breaches.notifiedToAuthority", "breaches.neither"].includes(figure)),
          true,
        );
        held(
          shown("consultations.total"),
          rows.filter((row) => isGrouping("consultations.byKind", row)),
          false,
        );
        held(
          shown("requests.received"),
          rows.filter((row) => isGrouping("requests.byOutcome", row) || row.figure === "requests.open"),
          false,
        );
      }),
      { numRuns: isMutating ? 100 : 300 },
    );
  });

  it("say of a part nothing that gives away the little that remains of its total", () => {
    fc.assert(
      fc.property(aYear, ({ figures, ofUnits }) => {
        const { rows } = publicStatistics(2026, figures, ofUnits);
        const value = (figure: string) => rows.find((row) => row.figure === figure && row.unit === null)?.value ?? null;
        for (const [part, total] of [
          ["requests.answeredInTime", "requests.received"],
          ["requests.extended", "requests.received"],
          ["breaches.notifiedInTime", "breaches.notifiedToAuthority"],
          ["breaches.subjectsInformed", "breaches.documented"],
          ["consultations.beforeStart", "consultations.total"],
        ] as const) {
          const [some, all] = [value(part), value(total)];
          if (some === null) continue;
          expect(all).not.toBeNull();
          expect([1, 2, 3, 4]).not.toContain((all ?? 0) - some);
        }
      }),
      { numRuns: isMutating ? 100 : 500 },
    );
  });

  it("never let what no unit has, or one unit that is left out, be counted from the city's number and the others'", () => {
    fc.assert(
      fc.property(aYear, ({ figures, ofUnits }) => {
        const { rows } = publicStatistics(2026, figures, ofUnits);
        for (const figure of ["requests.received", "breaches.documented", "consultations.total"]) {
          const city = rows.find((row) => row.figure === figure && row.unit === null)?.value;
          const units = rows.filter((row) => row.figure === figure && row.unit !== null);
          if (city === null || city === undefined || units.length === 0) continue;
          const rest = city - units.reduce((sum, { value }) => sum + (value ?? 0), 0);
          expect(rest === 0 || rest >= 5).toBe(true);
        }
      }),
      { numRuns: isMutating ? 100 : 500 },
    );
  });

  it("hold what is not known as not known, and the breakdown of a small total not at all", () => {
    const [year] = fc.sample(aYear, { numRuns: 1, seed: 7 });
    if (year === undefined) throw new Error("no year was made");
    const requests = {
      ...year.figures.requests,
      received: 3,
      open: 0,
      byOutcome: { granted: 3 },
      byRight: { access: 3 },
    };
    const breaches = { ...year.figures.breaches, documented: null };
    const { rows } = publicStatistics(2026, { ...year.figures, requests, breaches }, []);
    expect(rows.filter(({ figure }) => figure.startsWith("requests."))).toEqual([
      { figure: "requests.received", code: null, unit: null, value: null, status: "left-out" },
    ]);
    expect(rows.find(({ figure }) => figure === "breaches.documented")?.status).toBe("not-known");
  });

  it("are open data: a line for each number, and nothing that a spreadsheet could take for a formula", () => {
    const [year] = fc.sample(aYear, { numRuns: 1, seed: 11 });
    if (year === undefined) throw new Error("no year was made");
    const lines = publicCsv(publicStatistics(2026, year.figures, year.ofUnits)).split("\r\n");
    expect(lines[0]).toBe("year,figure,code,unit,value,status");
    expect(lines.at(-1)).toBe("");
    for (const line of lines.slice(1, -1))
      expect(line).toMatch(/^2026,[a-zA-Z0-9.]+,[a-z-]*,[a-z-]*,\d*,(shown|left-out|not-known)$/);
  });
});

it("the open data are described for the data portal, in both languages, each year in each format", () => {
  const described = dcat({
    cityName: { sv: "Provstad & Co", en: "Testville <City>" },
    contact: { email: "dataskydd@provstad.example", website: null },
    site: "https://intag.example",
    years: [2025, 2026],
  });
  expect(described).toContain('<dcterms:title xml:lang="sv">Provstad &amp; Co: dataskydd</dcterms:title>');
  expect(described).toContain("Testville &lt;City&gt;");
  expect(described).toContain('<vcard:hasEmail rdf:resource="mailto:dataskydd@provstad.example"/>');
  expect(described).not.toContain("vcard:hasURL");
  const named = (pattern: RegExp) => [...described.matchAll(pattern)].map(([, address]) => address);
  const distributions = ["2025.csv", "2025.json", "2026.csv", "2026.json"].map(
    (file) => `https://intag.example/api/v1/statistics/${file}#distribution`,
  );
  expect(named(/<dcat:Distribution rdf:about="([^"]+)"/g)).toEqual(distributions);
  expect(named(/<dcat:distribution rdf:resource="([^"]+)"/g)).toEqual(distributions);
  // Nothing stands between the elements.
  for (const line of described.trimEnd().split("\n")) expect(line).toMatch(/^<.*>$/);
  expect(described).toContain('<dcat:downloadURL rdf:resource="https://intag.example/api/v1/statistics/2026.csv"/>');
  // Every element that is opened is closed again, in order.
  const open: string[] = [];
  for (const [, closing, name = "", self] of described.matchAll(/<(\/)?([a-zA-Z:]+)[^>]*?(\/)?>/g)) {
    if (closing !== undefined) expect(open.pop()).toBe(name);
    else if (self === undefined) open.push(name);
  }
  expect(open).toEqual([]);
});

it("the open data name no address that the city has not given, and point at the one it has", () => {
  const described = dcat({
    cityName: { sv: "Provstad", en: "Testville" },
    contact: { email: null, website: 'https://provstad.example/"dataskydd"' },
    site: "https://intag.example",
    years: [],
  });
  expect(described).not.toContain("vcard:hasEmail");
  expect(described).toContain('<vcard:hasURL rdf:resource="https://provstad.example/&quot;dataskydd&quot;"/>');
  expect(described).not.toContain("dcat:Distribution");
  for (const line of described.trimEnd().split("\n")) expect(line).toMatch(/^<.*>$/);
  // What is said of the dataset, its publisher and whom to ask is said of the same things that the catalogue points to.
  for (const part of ["statistics", "publisher", "contact"])
    expect(
      described.match(new RegExp(`rdf:(?:about|resource)="https://intag.example/dcat.rdf#${part}"`, "g"))?.length,
    ).toBeGreaterThan(1);
});
