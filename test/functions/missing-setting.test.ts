import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { at } from "../../infra/template-json.ts";
import { plainMapping } from "../../shared/domain/who.ts";
import { keyring } from "../../shared/identity/keyring.ts";
import { clientSecretFor } from "../../shared/identity/vault.ts";
import { rulesIn } from "../../shared/lambda/rules-in.ts";
import { deployed } from "../infra/template.ts";

const { all, roleOf } = deployed();

/** What a function does without: the city has none, or Lambda does not need it. */
const mayBeMissing = ["MAIL_DPO", "MAIL_SECURITY", "MAIL_UNITS", "SMS_SENDER", "MAILBOX_FUNCTION", "DISPOSAL_RULES"];
const formed: Readonly<Record<string, string>> = {
  INTAG_CITY: "stockholm",
  OLDEST_TOKEN_S: "300",
  CLAIM_MAPPING: JSON.stringify(plainMapping),
};
const words = (name: string): string =>
  formed[name] ?? (/ISSUER|URL/.test(name) ? `https://secret-${name.toLowerCase()}.example` : `secret-${name}`);
const surroundings = {
  AWS_REGION: "eu-north-1",
  AWS_ACCESS_KEY_ID: "secret-id",
  AWS_SECRET_ACCESS_KEY: "secret-key",
};

/** The settings that the template gives each function and that it reads. */
const functions = all("AWS::Lambda::Function").map(({ of }) => {
  const role = roleOf(of);
  const source = readFileSync(new URL(`../../functions/${role}/live.ts`, import.meta.url), "utf8");
  const names = Object.keys(at(of("Environment", "Variables")) ?? {});
  return [role, names.filter((name) => source.includes(`${name}: true`))] as const;
});
/** What the function says when it cannot start with these settings; undefined when it could. */
async function refusal(role: string, environment: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { live } = await import(`../../functions/${role}/live.ts`);
  try {
    await live(environment);
    return undefined;
  } catch (failure) {
    return `${failure}`;
  }
}

describe.each(functions)("The function %s", (role, names) => {
  // With a mailbox, its files are needed too.
  const whole = {
    ...surroundings,
    MAILBOX_FUNCTION: "secret-mailbox",
    ...Object.fromEntries(names.map((name) => [name, words(name)])),
  };

  it("does not start without one of its settings, and says which one and no other's value", async () => {
    const needed = names.filter((name) => !mayBeMissing.includes(name));
    expect(needed.length).toBeGreaterThan(1);
    for (const missing of needed) {
      const { [missing]: _, ...environment } = { ...whole } as Record<string, string>;
      const said = await refusal(role, environment);
      expect([missing, said?.includes(`"${missing}"`)]).toEqual([missing, true]);
      expect([missing, said]).toEqual([missing, expect.not.stringContaining("secret-")]);
    }
  });

  it("does not start with a setting that is not what it must be, and does not repeat it", async () => {
    for (const name of names.filter((one) => formed[one] !== undefined || /ISSUER|URL/.test(one))) {
      if (name === "INTAG_CITY") continue;
      const said = await refusal(role, { ...whole, [name]: "secret-wrong" });
      expect([name, said?.includes(name)]).toEqual([name, true]);
      expect([name, said]).toEqual([name, expect.not.stringContaining("secret-")]);
    }
  });
});

it("What a secret or a rule says is not repeated when it cannot be read", () => {
  for (const read of [
    () => keyring('{"secret":secret-x'),
    () => clientSecretFor("staff", "{secret-x"),
    () => rulesIn("secret-x"),
  ]) {
    expect(read).toThrow();
    expect(read).not.toThrow(/secret-/);
  }
});
