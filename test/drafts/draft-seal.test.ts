import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeStatusCode, formatStatusCode, parseReference, parseStatusCode } from "../../shared/domain/reference.ts";
import { draftNameOf, openDraft, sealDraft } from "../../shared/identity/draft-seal.ts";

const newCode = () => encodeStatusCode(randomBytes(17));
const text = "Allt som gäller prov 17.";

describe("Saved answers", () => {
  it("open with the code they were sealed with, however it is typed, and with no other", () => {
    const code = newCode();
    const hidden = sealDraft(code, text);
    expect(openDraft(code, hidden)).toBe(text);
    const typed = ` ${formatStatusCode(code).toLowerCase().replaceAll("-", " ")} `;
    expect(openDraft(parseStatusCode(typed) ?? "", hidden)).toBe(text);
    expect(openDraft(newCode(), hidden)).toBeUndefined();
    const oneWrong = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
    expect(openDraft(oneWrong, hidden)).toBeUndefined();
  });

  it("do not open when a single character of what is stored has been changed", () => {
    const code = newCode();
    const hidden = sealDraft(code, text);
    for (let index = 0; index < hidden.length; index += 1) {
      const other = hidden[index] === "A" ? "B" : "A";
      expect(openDraft(code, hidden.slice(0, index) + other + hidden.slice(index + 1))).toBeUndefined();
    }
  });

  it("lie under a name that follows from the code, tells nothing of it, and is no submission's reference", () => {
    const code = newCode();
    const name = draftNameOf(code);
    expect(draftNameOf(code)).toBe(name);
    expect(draftNameOf(newCode())).not.toBe(name);
    expect(name.toUpperCase()).not.toContain(code.slice(0, 6));
    expect(parseReference(name)).toBeUndefined();
    expect(openDraft(name.slice("draft-".length), sealDraft(code, text)), "the name opens nothing").toBeUndefined();
  });
});
