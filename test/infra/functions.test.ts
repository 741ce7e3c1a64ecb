import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { monthlyFixed } from "../bench/cost.ts";
import { deployed, yearly } from "./template.ts";

const { file, all, each, roleOf, functionOf } = deployed();

describe("Functions", () => {
  it.each(each("AWS::Lambda::Function"))("%s runs Node 24 on the machine it is made for", (_, { of }) => {
    const isYearly = roleOf(of) === yearly;
    const machine = isYearly ? [["x86_64"], 2_048] : [["arm64"], 512];
    expect([of("Runtime"), of("Architectures"), of("MemorySize")]).toEqual(["nodejs24.x", ...machine]);
  });

  it.each(each("AWS::Lambda::Function"))("%s is bounded in number", (_, { of }) => {
    expect(Number(of("ReservedConcurrentExecutions"))).toBeGreaterThan(0);
  });

  it("leave the account the hundred that it must have, when its limit is what the README asks for", () => {
    const reserved = all("AWS::Lambda::Function").map(({ of }) => Number(of("ReservedConcurrentExecutions")));
    const sum = reserved.reduce((one, other) => one + other, 0);
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const [, limit, said] =
      /concurrency\s+limit\s+to\s+at\s+least\s+(\d+)\s+first,\s+since\s+(\d+)\s+are\s+reserved/.exec(readme) ?? [];
    expect(Number(said)).toBe(sum);
    expect(Number(limit)).toBeGreaterThanOrEqual(sum + 100);
  });

  it("cost, with keys, secrets and alarms, at most five dollars a month while nobody uses them", () => {
    for (const { what, figure, holds } of monthlyFixed(file)) expect(holds, `${what}: ${figure}`).toBe(true);
  });

  it("know no table, secret or address that they have no use for", () => {
    const known = (role: string) => Object.keys(functionOf(role)?.of("Environment", "Variables") ?? {}).sort();
    const everywhere = ["INTAG_CITY", "INTAG_ROLE", "INTAG_STAGE"];
    expect(known("public-forms")).toEqual([...everywhere, "SECRET_ID", "SITE_URL", "SUBMISSIONS_TABLE"]);
    expect(known("citizen-status")).toEqual([
      "CASES_TABLE",
      "FILES_BUCKET",
      ...everywhere,
      "SECRET_ID",
      "SITE_URL",
      "SUBMISSIONS_TABLE",
    ]);
    expect(known("sign-in")).toEqual(
      [
        ...everywhere,
        "CITIZEN_OIDC_CLIENT_ID",
        "CITIZEN_OIDC_ISSUER",
        "CLAIM_MAPPING",
        "OIDC_CLIENT_ID",
        "OIDC_ISSUER",
        "OIDC_SECRET_ID",
        "SECRET_ID",
        "SESSIONS_TABLE",
        "SITE_URL",
      ].toSorted(),
    );
    expect(known("authorizer")).toEqual(
      [
        ...everywhere,
        "CLAIM_MAPPING",
        "OIDC_AUDIENCE",
        "OIDC_CLIENT_ID",
        "OIDC_ISSUER",
        "OIDC_SECRET_ID",
        "OLDEST_TOKEN_S",
        "SESSIONS_TABLE",
      ].toSorted(),
    );
    expect(known("case-intake")).toEqual(["CASES_TABLE", ...everywhere, "SECRET_ID", "SUBMISSIONS_TABLE"]);
    expect(known("outbox")).toEqual(
      [
        ...everywhere,
        "CASES_TABLE",
        "FILES_BUCKET",
        "MAILBOX_FUNCTION",
        "MAIL_CONFIGURATION_SET",
        "MAIL_DPO",
        "MAIL_FROM",
        "MAIL_SECURITY",
        "MAIL_UNITS",
        "REVIEWS_TABLE",
        "SITE_URL",
        "SMS_SENDER",
        "SUBMISSIONS_TABLE",
      ].toSorted(),
    );
  });
});
