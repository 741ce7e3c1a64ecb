import { expect, it } from "vitest";
import { CannotStart } from "../../infra/local/cannot-start.ts";
import { readSchedule } from "../../infra/local/schedule-expression.ts";

const fits = (expression: string, timezone: string, at: string): boolean => {
  const due = readSchedule(expression, timezone);
  return "fits" in due && due.fits(new Date(at));
};

it("a rate is so many milliseconds", () => {
  expect(readSchedule("rate(5 minutes)", "UTC")).toEqual({ everyMs: 300_000 });
  expect(readSchedule("rate(1 day)", "UTC")).toEqual({ everyMs: 86_400_000 });
});

it.each([
  ["six in the morning in Stockholm is five in winter", "cron(0 6 * * ? *)", "2026-01-15T05:00:00Z", true],
  ["and four in summer", "cron(0 6 * * ? *)", "2026-07-15T04:00:00Z", true],
  ["and not six by the meridian", "cron(0 6 * * ? *)", "2026-07-15T06:00:00Z", false],
  ["Amazon's Monday is day two", "cron(0 6 ? * 2 *)", "2026-11-23T05:00:00Z", true],
  ["days have names", "cron(0 6 ? * MON-FRI *)", "2026-11-22T05:00:00Z", false],
  ["a step starts at its number", "cron(10/20 * * * ? *)", "2026-11-22T05:50:00Z", true],
  ["a step leaves out what is between", "cron(10/20 * * * ? *)", "2026-11-22T05:40:00Z", false],
  ["a list holds each of its values", "cron(0 6 1,15 JAN,JUL ? *)", "2026-07-15T04:00:00Z", true],
])("%s", (_, expression, at, expected) => {
  expect(fits(expression, "Europe/Stockholm", at)).toBe(expected);
});

it.each(["cron(0 6 L * ? *)", "cron(0 6 * * *)", "at(2026-01-01T00:00:00)", "rate(5 weeks)", "cron(61 6 * * ? *)"])(
  "%s stops the start, for the runner does not know it",
  (expression) => {
    expect(() => readSchedule(expression, "UTC")).toThrow(CannotStart);
  },
);
