import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIdentityNumber, parseIdentityNumber } from "../../shared/domain/identity-number.ts";
import { isMutating } from "../proof/seeded.ts";
import { factsIn, on } from "./facts.ts";

const today = on("2026-06-15");
const judged = (text: string) => {
  const parsed = parseIdentityNumber(text, today);
  return parsed.ok ? parsed.value.kind : "invalid";
};
const facts = factsIn("identity-numbers.csv");

describe("the given numbers", () => {
  test.each(facts.map((row) => [row.number ?? "", row.expect ?? "", row.why] as const))(
    "%s is %s: %s",
    (text, expected) => {
      if (expected === "accepted by the form") expect(judged(text)).not.toBe("invalid");
      else expect(expected.split(" or ")).toContain(judged(text));
    },
  );

  test("a plus sign is a century older than a hyphen or a space", () => {
    const born = (text: string) => {
      const parsed = parseIdentityNumber(text, today);
      return parsed.ok ? parsed.value.birthDate : parsed.error;
    };
    expect(born("090527+1474")).toBe("1909-05-27");
    expect(born("090527-1474")).toBe("2009-05-27");
    expect(born("090527 1474")).toBe("2009-05-27");
  });
});

/** Nine digits with their check digit, by another way of counting than the product's: 2 1 2 1 …, digits added one by one. */
const withCheckDigit = (nine: string): string => {
  const digits = [...nine].flatMap((digit, at) => [...String(Number(digit) * (at % 2 === 0 ? 2 : 1))]).map(Number);
  return nine + String((10 - (digits.reduce((sum, digit) => sum + digit, 0) % 10)) % 10);
};

test("ten digits without a century are of the latest day that is not in the future", () => {
  const born = (sixDigits: string, plus = "") => {
    const ten = withCheckDigit(`${sixDigits}238`);
    const parsed = parseIdentityNumber(ten.slice(0, 6) + plus + ten.slice(6), today);
    return parsed.ok ? parsed.value.birthDate : parsed.error;
  };
  expect(["260614", "260615", "260616", "261231", "270101"].map((six) => born(six))).toEqual([
    "2026-06-14",
    "2026-06-15",
    "1926-06-16",
    "1926-12-31",
    "1927-01-01",
  ]);
  // With a plus the person turns 100 this year or has done so.
  expect(["261231", "270101", "251231"].map((six) => born(six, "+"))).toEqual([
    "1926-12-31",
    "1827-01-01",
    "1925-12-31",
  ]);
});

test("a month of 20 or more is an organisation's, and one between is no month", () => {
  const why = (six: string) => {
    const parsed = parseIdentityNumber(withCheckDigit(`${six}238`), today);
    return parsed.ok ? "allowed" : parsed.error;
  };
  expect(["902001", "902101", "901901", "901301"].map(why)).toEqual([
    "organisation-number",
    "organisation-number",
    "date",
    "date",
  ]);
});

test("a number without a real birth date tells none", () => {
  const parsed = parseIdentityNumber(withCheckDigit("150072239"), today);
  expect(parsed.ok && Object.keys(parsed.value)).toEqual(["kind", "number"]);
});

const official = "199001012385";
test.each([
  "199001012385",
  "19900101-2385",
  "19900101 2385",
  " 900101 - 2385 ",
  "900101–2385",
  "900101\u20112385",
  "19900101+2385",
  "1990 01 01 2385",
  "900101\u00a02385",
  "9001012385",
])("%j is understood", (text) => {
  expect(parseIdentityNumber(text, today)).toEqual({
    ok: true,
    value: { kind: "personnummer", number: official, birthDate: "1990-01-01" },
  });
});

test.each([
  ["", "format"],
  ["19900101238", "format"],
  ["1990010123855", "format"],
  ["1990-01-01-2385", "format"],
  ["１９９００１０１２３８５", "format"],
  ["19900101２385", "format"],
  ["199001012T85", "format"],
  ["199001012385\n", "format"],
  ["199001012386", "check-digit"],
  ["199013012385", "date"],
  ["199002302385", "date"],
  ["189902292385", "date"],
  ["857209-0606", "organisation-number"],
  ["165560360793", "organisation-number"],
  ["203001012385", "future"],
  ["202606162392", "future"],
  ["169001012385", "date"],
])("%j is refused: %s", (text, code) => {
  expect(parseIdentityNumber(text, today)).toEqual({ ok: false, error: code });
});

test("a samordningsnummer with an unknown date is of this year at the latest", () => {
  const inYear = (year: string) => parseIdentityNumber(`20${withCheckDigit(`${year}0060239`)}`, today);
  expect(inYear("26")).toMatchObject({ ok: true, value: { kind: "samordningsnummer" } });
  expect(inYear("27")).toEqual({ ok: false, error: "future" });
});

test("a samordningsnummer with an unknown date has no birth date, and one with a real date has it", () => {
  expect(parseIdentityNumber("191500722390", today)).toEqual({
    ok: true,
    value: { kind: "samordningsnummer", number: "191500722390" },
  });
  expect(parseIdentityNumber("202312872399", today)).toEqual({
    ok: true,
    value: { kind: "samordningsnummer", number: "202312872399", birthDate: "2023-12-27" },
  });
  expect(judged("203012872399")).toBe("invalid");
});

test("it is shown with a hyphen that does not break over lines", () => {
  expect(formatIdentityNumber("191212121212")).toBe("19121212‑1212");
});

/** A second judge, by table and by Date, sharing nothing with the product. */
const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
const oracleCheckDigit = (nine: string): number => {
  const sum = [...nine]
    .map(Number)
    .reduce((total, digit, index) => total + (index % 2 ? digit : (doubled[digit] ?? 0)), 0);
  return (10 - (sum % 10)) % 10;
};
const oracle = (twelve: string): string => {
  const [year, month, day] = [twelve.slice(0, 4), twelve.slice(4, 6), twelve.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1800) return "invalid";
  if (oracleCheckDigit(twelve.slice(2, 11)) !== Number(twelve[11])) return "invalid";
  const isRealDay = (number: number) => {
    const date = new Date(Date.UTC(year, month - 1, number));
    return month > 0 && number > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === number;
  };
  const isPast = (number: number) => new Date(Date.UTC(year, month - 1, number)) <= new Date(Date.UTC(2026, 5, 15));
  if (isRealDay(day) && isPast(day)) return "personnummer";
  if (day < 60 || day > 91 || month > 12) return "invalid";
  return (isRealDay(day - 60) ? isPast(day - 60) : year <= 2026) ? "samordningsnummer" : "invalid";
};

const digits = (min: number, max: number, width: number) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(width, "0"));
const nearlyANumber = fc
  .tuple(digits(1795, 2030, 4), digits(0, 13, 2), digits(0, 99, 2), digits(0, 999, 3), fc.boolean(), digits(0, 9, 1))
  .map(([year, month, day, serial, right, wrong]) => {
    const eleven = year + month + day + serial;
    return eleven + (right ? oracleCheckDigit(eleven.slice(2)) : wrong);
  });

test("twelve digits are judged as an independent judge does", () => {
  fc.assert(
    fc.property(nearlyANumber, (number) => {
      expect(judged(number)).toBe(oracle(number));
    }),
    { numRuns: isMutating ? 1000 : 20_000 },
  );
});

test("ten digits with the right sign give the twelve, for everybody born the last 199 years", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1827-01-01"), max: new Date("2026-06-15"), noInvalidDate: true }),
      digits(0, 999, 3),
      (birth, serial) => {
        const day = birth.toISOString().slice(0, 10).replaceAll("-", "");
        const check = oracleCheckDigit(day.slice(2) + serial);
        const sign = 2026 - birth.getUTCFullYear() >= 100 ? "+" : "-";
        const parsed = parseIdentityNumber(`${day.slice(2)}${sign}${serial}${check}`, today);
        expect(parsed.ok && parsed.value.number).toBe(`${day}${serial}${check}`);
      },
    ),
    { numRuns: isMutating ? 500 : 5000 },
  );
});

test("one wrong digit never passes the check", () => {
  for (let place = 0; place < 4; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const text = official.slice(0, 8 + place) + digit + official.slice(9 + place);
      expect(parseIdentityNumber(text, today).ok).toBe(text === official);
    }
  }
});

test("no text, however strange, is anything but judged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const parsed = parseIdentityNumber(text, today);
      if (parsed.ok) expect(parsed.value.number).toMatch(/^[0-9]{12}$/);
    }),
  );
});
