import { describe, expect, it } from "vitest";
import { decodeText } from "../../shared/imports/decode-text.ts";
import { historyFrom, rowsByYear } from "../../shared/imports/history.ts";
import { problemInWords } from "../../shared/imports/problem.ts";
import { mostRows, tableFromCsv } from "../../shared/imports/table.ts";
import { day } from "../routing/ask.ts";
import { must, table, wrong } from "./files.ts";

const today = day("2026-11-22");
const unit = "sthlm-socialnamnden";
const requests = (text: string) => historyFrom(table(text), "requests", unit, today);
const incidents = (text: string) => historyFrom(table(text), "incidents", unit, today);
const onlyTally = (text: string, kind: "requests" | "incidents" = "requests") => {
  const [row] = must(kind === "requests" ? requests(text) : incidents(text));
  if (row === undefined) throw new Error("no row");
  return row.tally;
};

describe("a file as a Swedish spreadsheet saves it", () => {
  const text = "nummer;mottagen;rättighet\r\n12/2021;2021-03-04;rättelse\r\n";

  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["Windows-1252", Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
    [
      "UTF-16",
      Uint8Array.from([
        0xff,
        0xfe,
        ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
      ]),
    ],
  ])("in %s says the same", (_, bytes) => {
    expect(onlyTally(decodeText(bytes))).toMatchObject({ right: "rectification", receivedOn: "2021-03-04" });
  });

  it.each([
    ["semicolons", ";"],
    ["commas", ","],
    ["tabs", "\t"],
  ])("with %s between the columns says the same", (_, mark) => {
    expect(onlyTally(text.replaceAll(";", mark))).toMatchObject({ right: "rectification" });
  });

  it("may have a comma inside a cell, a line break inside a cell, and empty lines", () => {
    const rows = must(requests('nummer;anteckning;mottagen\n\n1;"ett, två\ntre";2021-01-05\n;;\n2;;2021-01-06\n'));
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it.each([["2021-03-04"], ["20210304"], ["4/3/2021"], ["4.3.2021"], ["2021-03-04 09:30"]])(
    "writes a day as %s",
    (written) => {
      expect(onlyTally(`nummer;mottagen\n1;${written}`).receivedOn).toBe("2021-03-04");
    },
  );

  it("may have its headings in any order, in capitals and with other columns between", () => {
    expect(onlyTally("Handläggare;MOTTAGEN;Diarienummer\nNågon;2021-03-04;7")).toMatchObject({
      receivedOn: "2021-03-04",
    });
  });
});

describe("what nobody knows", () => {
  it.each(["", "-", "uppgift saknas", "Vet inte", "okänt"])("written as ”%s” is unknown, and never no or 0", (word) => {
    const cells = Array(7).fill(word).join(";");
    expect(
      onlyTally(
        `nummer;mottagen;rättighet;inkom via;besvarad;resultat;i tid;förlängd;vidarebefordrad\n1;2021-03-04;${cells}`,
      ),
    ).toEqual({
      kind: "request",
      counted: unit,
      holder: unit,
      receivedOn: "2021-03-04",
      imported: true,
      right: "unknown",
      channel: "unknown",
      outcome: "unknown",
      answeredOn: null,
      inTime: null,
      within30Days: null,
      extended: null,
      left: null,
      protectedIdentity: false,
    });
  });

  it("columns that the file does not have are unknown in an incident, too", () => {
    expect(onlyTally("nummer;kännedom\n1;2022-05-01", "incidents")).toEqual({
      kind: "breach",
      counted: unit,
      holder: unit,
      receivedOn: "2022-05-01",
      imported: true,
      drill: false,
      dismissed: false,
      whatHappened: "unknown",
      cause: "unknown",
      discoveredBy: "unknown",
      authority: "unknown",
      notifiedInTime: null,
      informed: null,
      actionPlan: null,
    });
  });
});

describe("whether an earlier request was answered in time", () => {
  const tally = (cells: string) => onlyTally(`nummer;mottagen;besvarad;förlängd;i tid;inom 30 dagar\n1;${cells}`);

  it("follows from the days: the law's month, and the report's 30 days", () => {
    expect(tally("2022-01-31;2022-02-28;;;")).toMatchObject({ inTime: true, within30Days: true });
    expect(tally("2022-01-31;2022-03-02;;nej;")).toMatchObject({ inTime: false, within30Days: true });
  });

  it("after an extension is measured against three months", () => {
    expect(tally("2022-03-01;2022-05-20;ja;;")).toMatchObject({ inTime: true, within30Days: false, extended: true });
    expect(tally("2022-03-01;2022-06-30;ja;;")).toMatchObject({ inTime: false });
  });

  it("is unknown between the two last days, when nobody says whether the time was extended", () => {
    expect(tally("2022-03-01;2022-05-20;;;")).toMatchObject({ inTime: null });
    expect(tally("2022-03-01;2022-05-20;nej;;")).toMatchObject({ inTime: false });
    expect(tally("2022-03-01;2022-07-20;;;")).toMatchObject({ inTime: false });
  });

  it("is what the file says, when the file says it", () => {
    expect(tally("2022-03-01;;;ja;ja")).toMatchObject({ inTime: true, within30Days: true, answeredOn: null });
  });
});

describe("words for what happened", () => {
  it("are the report form's own, or the code", () => {
    const head = "nummer;kännedom;händelse;orsak;upptäckt av;anmäld till imy;anmäld i tid;handlingsplan";
    expect(
      onlyTally(
        `${head}\n1;2022-05-01;Brev eller e-post skickat till fel person;human-factor;employee;ja;ja;ja`,
        "incidents",
      ),
    ).toMatchObject({
      whatHappened: "sent-by-mistake",
      cause: "human-factor",
      discoveredBy: "employee",
      authority: "notified",
      notifiedInTime: true,
      actionPlan: true,
    });
    expect(onlyTally(`${head}\n1;2022-05-01;sent-by-mistake;;;nej;;`, "incidents")).toMatchObject({
      authority: "not-notified",
      notifiedInTime: false,
      actionPlan: null,
    });
  });
});

describe("a file with something wrong in it", () => {
  it("is refused whole, with every bad row, its number as the spreadsheet shows it, and why", () => {
    const result = requests(
      [
        "nummer;mottagen;besvarad;rättighet;förlängd",
        "1;2021-03-04;2021-03-20;registerutdrag;nej",
        "2;i våras;;;",
        "3;;;;",
        "4;2021-05-01;2021-04-01;;",
        "5;2021-05-01;;glömska;kanske",
        "1;2021-06-01;;;",
        ";2021-06-01;;;",
        "8;2030-01-01;;;",
      ].join("\n"),
    );
    expect(wrong(result)).toEqual([
      "3 mottagen not-a-date",
      "4 mottagen cell-missing",
      "5 besvarad answered-before-receipt",
      "6 rättighet unknown-word",
      "6 förlängd not-yes-or-no",
      "7 nummer number-twice",
      "8 nummer cell-missing",
      "9 mottagen not-in-the-future",
    ]);
    const [first] = result.ok ? [] : result.error;
    if (first === undefined) throw new Error("no problem");
    expect(problemInWords(first, "sv")).toBe("Rad 3, kolumnen ”mottagen”: Det är inget datum. Skriv som 2022-03-14.");
    expect(problemInWords(first, "en")).toBe("Row 3, column ”mottagen”: It is not a date. Write it as 2022-03-14.");
  });

  it("never repeats what stood in a cell", () => {
    const result = requests("nummer;mottagen;rättighet\n1;Anna Provsson 19900101-2385;Anna Provsson");
    expect(JSON.stringify(result)).not.toMatch(/Provsson|1990/);
  });

  it.each([
    ["has no column for the day", "nummer\n1", ["1 mottagen column-missing"]],
    ["has no columns that are known", "a;b\n1;2", ["1 nummer column-missing", "1 mottagen column-missing"]],
  ])("that %s says which columns are missing", (_, text, expected) => {
    expect(wrong(requests(text))).toEqual(expected);
  });

  it.each([
    ["is empty", "", ["file no-headings"]],
    ["has headings only", "nummer;mottagen\n", ["file no-rows"]],
    ["has a heading twice", "nummer;mottagen;Nummer\n1;2021-01-01;2", ["1 Nummer heading-twice"]],
    ["never ends a quote", `nummer;mottagen\n"1;2021-01-01${"x".repeat(70_000)}`, ["file unreadable"]],
    ["has too many rows", `nummer;mottagen\n${"1;2021-01-01\n".repeat(mostRows + 5)}`, ["file too-many-rows"]],
    [
      "has too many columns",
      `${Array.from({ length: 300 }, (_, at) => `k${at}`).join(";")}\n1`,
      ["file too-many-columns"],
    ],
  ])("that %s says so", (_, text, expected) => {
    expect(wrong(tableFromCsv(text))).toEqual(expected);
  });

  it("says an incident cannot be notified in time without being notified", () => {
    expect(wrong(incidents("nummer;kännedom;anmäld till imy;anmäld i tid\n1;2022-05-01;nej;ja"))).toEqual([
      "2 anmäld i tid in-time-but-not-notified",
    ]);
  });
});

describe("the rows of a file by year", () => {
  it("are counted by the year of receipt", () => {
    const rows = must(requests("nummer;mottagen\n1;2021-12-31\n2;2022-01-01\n3;2022-06-01"));
    expect(rowsByYear(rows)).toEqual({ "2021": 1, "2022": 2 });
  });
});
