import { describe, expect, expectTypeOf, it } from "vitest";
import { type CommandOf, commandForms, type GivenCommand, parseCommand } from "../../forms/commands.ts";
import type { AnswersOf, Form } from "../../forms/form.ts";
import { breachLife } from "../../shared/domain/casework/breach-life.ts";
import { consultationLife } from "../../shared/domain/casework/consultation-case.ts";
import { requestLife } from "../../shared/domain/casework/request-life.ts";
import { context } from "./request-body.ts";

type Kind = keyof CommandOf;
type Body = Readonly<Record<string, unknown>>;

const codesOf = (kind: Kind, body: unknown): readonly string[] => {
  const parsed = parseCommand(kind, body, "sv", context);
  return parsed.ok ? [] : parsed.error.map(({ pointer, code }) => `${pointer} ${code}`);
};
const given = <K extends Kind>(kind: K, body: unknown): GivenCommand<K> => {
  const parsed = parseCommand(kind, body, "sv", context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const sentOn = "2026-11-20";
const at = "2026-11-20T10:00:00Z";
const deciding = { decidedBy: "Delegaten", dpoAdvice: "Ombudet avråder" };

/** Every command with all its data, and of that what must be there. */
const commands: readonly [Kind, string, Body, readonly string[]][] = [
  ["request", "take", {}, []],
  ["request", "ask-identity", { reason: "Två personer med samma namn" }, []],
  ["request", "confirm-identity", { how: "Legitimation vid besök" }, ["how"]],
  ["request", "confirm-representation", { how: "register-extract" }, ["how"]],
  ["request", "record-search", { system: "Provregistret", found: false }, ["system", "found"]],
  ["request", "start-review", {}, []],
  ["request", "refer", { to: "Provregionen", reason: "Sjukvård" }, ["to"]],
  [
    "request",
    "extend",
    { reason: "complex", explanation: "Många system", noticeSentOn: sentOn },
    ["reason", "noticeSentOn"],
  ],
  [
    "request",
    "answer",
    { outcome: "partly-granted", sentOn, explanation: "Sekretess", withheldForSecrecy: true },
    ["outcome", "sentOn"],
  ],
  ["request", "refuse", { outcome: "refused-by-law", explanation: "Arkivlagen", sentOn }, ["outcome", "sentOn"]],
  ["request", "withdraw", {}, []],
  ["request", "mark-duplicate", { of: "PROV-0000-0000-0-1" }, ["of"]],
  ["request", "reclassify", { as: "allmän handling", explanation: "Gäller en handling" }, ["as"]],
  ["request", "close-unidentified", { explanation: "Svarade inte" }, []],
  ["request", "reopen", { reason: "Nytt brev" }, []],
  ["request", "note", { text: "Ringde" }, ["text"]],
  ["request", "set-diary-number", { diaryNumber: "2026/123" }, ["diaryNumber"]],
  ["breach", "involve-dpo", { at }, ["at"]],
  ["breach", "assess", { risk: "high-risk", explanation: "Hälsa", ...deciding }, ["risk"]],
  [
    "breach",
    "notify-authority",
    { notifiedAt: at, authorityReference: "IMY-0", lateReason: "Helg", complete: false, ...deciding },
    ["notifiedAt"],
  ],
  ["breach", "do-not-notify", { explanation: "Krypterat", ...deciding }, []],
  ["breach", "supplement", { at }, ["at"]],
  ["breach", "inform-subjects", { informedAt: at, how: "Brev", ...deciding }, ["informedAt", "how"]],
  ["breach", "do-not-inform", { ground: "encrypted", explanation: "Krypterat", ...deciding }, ["ground"]],
  ["breach", "add-measure", { what: "Ny rutin", owner: "Chefen", dueOn: "2027-01-31" }, ["what", "owner", "dueOn"]],
  ["breach", "complete-measure", { id: "m1", completedOn: sentOn }, ["id", "completedOn"]],
  ["breach", "dismiss", { explanation: "Inga personuppgifter" }, []],
  ["breach", "close", {}, []],
  ["breach", "reopen", { reason: "Mer har hänt" }, []],
  [
    "breach",
    "amend",
    {
      changes: { personsAbout: 40, awareAt: at, cause: null },
      reason: "Räknat",
      awareDelayReason: "Helg",
      lateReason: "Helg",
    },
    ["changes"],
  ],
  ["breach", "open-for", { units: ["prov-a", "prov-b"] }, ["units"]],
  ["breach", "note", { text: "Ringde" }, ["text"]],
  ["breach", "set-diary-number", { diaryNumber: "2026/123" }, ["diaryNumber"]],
  ["consultation", "answer", { answeredOn: sentOn, explanation: "Ja, om …" }, ["answeredOn"]],
  ["consultation", "close", {}, []],
  ["consultation", "note", { text: "Ringde" }, ["text"]],
  ["consultation", "set-diary-number", { diaryNumber: "2026/123" }, ["diaryNumber"]],
];

describe("the commands", () => {
  it("are those that the lives of the cases know, each with a form that asks nothing on a page of its own", () => {
    const lives = { request: requestLife, breach: breachLife, consultation: consultationLife };
    for (const kind of ["request", "breach", "consultation"] as const) {
      const forms: Readonly<Record<string, Form>> = commandForms[kind];
      expect(Object.keys(forms).sort()).toEqual(Object.keys(lives[kind]).sort());
      for (const [name, form] of Object.entries(forms)) {
        expect(form.id).toBe(`${kind}-commands/${name}`);
        expect(form.pages).toEqual([]);
      }
    }
  });

  it.each(commands)("of a %s: %s is read with all its data", (kind, command, data) => {
    const read = given(kind, { command, version: 3, ...data });
    expect(read).toEqual({ version: 3, command: { command, ...data }, ...("at" in data ? { at } : {}) });
  });

  it.each(commands)(
    "of a %s: %s asks for what must be there, and leaves reasons to the rules",
    (kind, command, data, needed) => {
      expect(codesOf(kind, { command, version: 1 })).toEqual(needed.map((name) => `/${name} empty`));
      const least = Object.fromEntries(needed.map((name) => [name, data[name]]));
      expect(codesOf(kind, { command, version: 1, ...least })).toEqual([]);
    },
  );

  it.each(commands)("of a %s: %s may say when it happened", (kind, command, data) => {
    const read = given(kind, { command, version: 1, ...data, at: "2026-11-20T11:00:00+01:00" });
    expect(read.at).toBe(at);
    // Where the time is the command's own question it is part of the command, else of when it was given.
    expect("at" in read.command).toBe("at" in data);
  });

  it.each(commands)("of a %s: %s is refused with what it does not ask for", (kind, command, data) => {
    expect(codesOf(kind, { command, version: 1, ...data, surprise: 1 })).toEqual([" unknown-field"]);
    for (const name of Object.keys(data)) {
      expect(codesOf(kind, { command, version: 1, ...data, [name]: 7 })).toEqual([`/${name} format`]);
    }
  });

  it("must say which version of the case they were given against", () => {
    for (const version of [undefined, 0, -1, 1.5, "1", null, 1e300]) {
      const code = version === undefined ? "empty" : "format";
      expect(codesOf("request", { command: "take", version })).toEqual([`/version ${code}`]);
    }
  });

  it.each([undefined, ""])("must be named: %j is no name", (command) => {
    expect(codesOf("request", { command, version: 1 })).toEqual(["/command empty"]);
  });

  it.each(["destroy", "involve-dpo", "toString", "__proto__", 7, null, ["take"], {}])(
    "that a request does not have are refused at /command: %j",
    (command) => {
      expect(codesOf("request", { command, version: 1 })).toEqual(["/command format"]);
    },
  );

  it("that are unknown are answered with the names there are, in the reader's language", () => {
    const parsed = parseCommand("consultation", { command: "zqxv7", version: 1 }, "en", context);
    expect(parsed.ok ? [] : parsed.error).toEqual([
      {
        pointer: "/command",
        code: "format",
        message: "There is no such command. The commands are: note, set-diary-number, answer, close.",
      },
    ]);
  });

  it.each([undefined, null, "take", 7, [], [{ command: "take" }]])("that are %j are refused as a whole", (body) => {
    expect(codesOf("request", body)).toEqual([" format"]);
  });

  it("have texts of at most 2,000 characters", () => {
    expect(codesOf("request", { command: "note", version: 1, text: "å".repeat(2000) })).toEqual([]);
    expect(codesOf("request", { command: "note", version: 1, text: "å".repeat(2001) })).toEqual(["/text too-long"]);
    expect(codesOf("breach", { command: "dismiss", version: 1, explanation: "a\u0000b" })).toEqual([
      "/explanation characters",
    ]);
  });
});

describe("forwarding", () => {
  const forward = (data: Body) => given("request", { command: "forward", version: 1, reason: "Fel nämnd", ...data });
  const to = (toUnits: readonly string[]) => ({
    version: 1,
    command: { command: "forward", toUnits, reason: "Fel nämnd" },
  });

  it("takes one unit by itself as a list of one", () => {
    expect(forward({ toUnit: "prov-a" })).toEqual(to(["prov-a"]));
  });

  it("takes several, each once, in the order given", () => {
    expect(forward({ toUnits: ["prov-b", "prov-a", "prov-b"] })).toEqual(to(["prov-b", "prov-a"]));
    expect(forward({ toUnit: "prov-a", toUnits: ["prov-b", "prov-a"] })).toEqual(to(["prov-a", "prov-b"]));
  });

  it.each<[string, Body, string]>([
    ["no unit", {}, "/toUnit empty"],
    ["an empty list", { toUnits: [] }, "/toUnits empty"],
    ["a blank unit", { toUnits: ["prov-a", " "] }, "/toUnits/1 empty"],
    ["a unit that is no text", { toUnits: [7] }, "/toUnits/0 format"],
    ["a list that is a text", { toUnits: "prov-a" }, "/toUnits format"],
    ["21 units", { toUnits: Array.from({ length: 21 }, (_, index) => `prov-${index}`) }, "/toUnits too-many"],
  ])("is refused with %s", (_what, data, expected) => {
    expect(codesOf("request", { command: "forward", version: 1, reason: "Fel nämnd", ...data })).toContain(expected);
  });
});

describe("putting a report right", () => {
  const amend = (changes: unknown) => ({ command: "amend", version: 1, reason: "Vi vet mer", changes });

  it("changes what is named and nothing else: nothing stands in for what was left out", () => {
    const { command } = given("breach", amend({ ongoing: true }));
    expect(command).toEqual({ command: "amend", reason: "Vi vet mer", changes: { ongoing: true } });
  });

  it("may say that something is not known after all", () => {
    const { command } = given("breach", amend({ occurredAt: null, personsAbout: null, effect: [] }));
    expect(command).toMatchObject({ changes: { occurredAt: null, personsAbout: null, effect: [] } });
  });

  it("cannot change the manager, the unit or that it was a drill", () => {
    for (const name of ["manager", "unit", "drill", "reportedBy", "dueAt"]) {
      expect(codesOf("breach", amend({ [name]: "x" }))).toEqual(["/changes unknown-field"]);
    }
  });

  it("is read as strictly as the report", () => {
    expect(codesOf("breach", amend({ whatHappened: null }))).toEqual(["/changes/whatHappened format"]);
    expect(codesOf("breach", amend({ effect: ["x"] }))).toEqual(["/changes/effect/0 format"]);
    expect(codesOf("breach", amend({ awareAt: "2026-11-22 14.30" }))).toEqual(["/changes/awareAt format"]);
  });
});

describe("what the compiler holds", () => {
  type DataOf<F extends Form> = Omit<AnswersOf<F>, "version" | "at">;
  type Reads<K extends Kind, Name extends CommandOf[K]["command"]> = Omit<
    Extract<CommandOf[K], { readonly command: Name }>,
    "at"
  >;
  type RequestForms = (typeof commandForms)["request"];
  type BreachForms = (typeof commandForms)["breach"];
  type ConsultationForms = (typeof commandForms)["consultation"];

  it("each form's answers are the data that the command's rules take", () => {
    // `forward` and `open-for` have their units put together afterwards.
    type RequestNames = Exclude<keyof RequestForms, "forward">;
    type BreachNames = Exclude<keyof BreachForms, "open-for">;
    type RequestFits = {
      [N in RequestNames]: DataOf<RequestForms[N]> extends Reads<"request", N> ? true : N;
    }[RequestNames];
    type BreachFits = { [N in BreachNames]: DataOf<BreachForms[N]> extends Reads<"breach", N> ? true : N }[BreachNames];
    type ConsultationFits = {
      [N in keyof ConsultationForms]: DataOf<ConsultationForms[N]> extends Reads<"consultation", N> ? true : N;
    }[keyof ConsultationForms];
    expectTypeOf<RequestFits>().toEqualTypeOf<true>();
    expectTypeOf<BreachFits>().toEqualTypeOf<true>();
    expectTypeOf<ConsultationFits>().toEqualTypeOf<true>();
    expectTypeOf<GivenCommand<"breach">["command"]>().toEqualTypeOf<CommandOf["breach"]>();
  });
});
