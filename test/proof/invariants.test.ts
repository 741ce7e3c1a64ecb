import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Books, Plain } from "./books.ts";
import { bodyOf, type Deed } from "./client.ts";
import { backwards, violations } from "./invariants.ts";

const reference = "7K3M9QXA2B4CD";
const statusCode = "0000-0000-0000-0000-0000-0000-00";
const shown = "7K3M-9QXA-2B4CD";
const at = "2026-11-23T10:00:00Z";

const deed = (changes: Partial<Deed> = {}): Deed => ({
  via: "api",
  token: "wish-1",
  body: bodyOf("wish-1", 3, "wish.1@intag.example"),
  units: ["sthlm-kulturnamnden", null],
  promised: [{ reference, statusCode }],
  refused: [],
  mailsInDoubt: 0,
  ...changes,
});

const alphabetical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(alphabetical)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => one.localeCompare(other, "en"))
            .map(([name, part]) => [name, alphabetical(part)]),
        )
      : value;

const submission: Plain = {
  reference,
  answers: JSON.stringify(deed().body),
  contentHash: createHash("sha256")
    .update(JSON.stringify(alphabetical(deed().body)))
    .digest("hex"),
  receivedAt: at,
};
const delivered = {
  id: "receipt",
  state: "delivered",
  attempts: [{ number: 1, at, outcome: "accepted" }],
  nextAttemptAt: null,
};
const withLetter = (letter: object): string => JSON.stringify([{ ...delivered, ...letter }]);
const first: Plain = {
  submission: reference,
  number: 1,
  reference: `${reference}-1`,
  unit: "sthlm-kulturnamnden",
  status: "received",
  letters: withLetter({}),
  version: 3,
};
const second: Plain = {
  submission: reference,
  number: 2,
  reference: `${reference}-2`,
  status: "triage",
  letters: "[]",
  version: 1,
};
const mail = {
  to: "wish.1@intag.example",
  subject: `Vi har tagit emot ${shown}`,
  text: `Ditt ärendenummer är ${shown}.`,
};
const good: Books = { submissions: [submission], cases: [first, second], mails: [mail], failuresShown: [] };
const books = (changes: Partial<Books>): Books => ({ ...good, ...changes });
const { unit: _, ...withoutUnit } = first;

describe("the checkers", () => {
  it("find nothing wrong in a history in which everything went well", () => {
    expect(violations([deed()], good)).toEqual([]);
    expect(backwards(good, good)).toEqual([]);
  });

  it.each<[string, readonly Deed[], Books, string]>([
    ["an acknowledged submission is not there", [deed()], books({ submissions: [], cases: [], mails: [] }), "lost:"],
    [
      "it is there twice, under two references",
      [deed()],
      books({ submissions: [submission, { ...submission, reference: "0000000000000" }] }),
      "doubled:",
    ],
    [
      "one that was never acknowledged is there twice",
      [deed({ promised: [] })],
      books({ submissions: [submission, { ...submission, reference: "0000000000000" }] }),
      "doubled:",
    ],
    [
      "the same item is there twice",
      [deed()],
      books({ submissions: [submission, submission] }),
      "a reference is there",
    ],
    [
      "two answers to one key carry two references",
      [
        deed({
          promised: [
            { reference, statusCode },
            { reference: "0000000000000", statusCode },
          ],
        }),
      ],
      good,
      "answers differ:",
    ],
    [
      "two answers to one key carry two codes",
      [
        deed({
          promised: [
            { reference, statusCode },
            { reference, statusCode: "1" },
          ],
        }),
      ],
      good,
      "answers differ:",
    ],
    [
      "it is kept under another reference than the person got",
      [deed({ promised: [{ reference: "0000000000000", statusCode }] })],
      good,
      "another reference:",
    ],
    [
      "its content is not what was sent",
      [deed()],
      books({ submissions: [{ ...submission, answers: JSON.stringify({ ...deed().body, right: "erasure" }) }] }),
      "altered:",
    ],
    ["its hash is of something else", [deed()], books({ submissions: [{ ...submission, contentHash: "0" }] }), "hash:"],
    ["something is there that nobody sent", [], good, "nobody sent:"],
    ["a case is missing", [deed()], books({ cases: [first] }), "cases:"],
    ["a case too many is open", [deed()], books({ cases: [first, second, { ...second, number: 3 }] }), "cases:"],
    ["a case is with another unit", [deed()], books({ cases: [{ ...first, unit: "other" }, second] }), "cases:"],
    ["nobody is responsible for a case", [deed()], books({ cases: [withoutUnit, second] }), "responsible:"],
    [
      "the numbers of the cases have a gap",
      [deed()],
      books({ cases: [first, { ...second, number: 3, reference: `${reference}-3` }] }),
      "numbers:",
    ],
    [
      "a case has another's reference",
      [deed()],
      books({ cases: [first, { ...second, reference: `${reference}-1` }] }),
      "case references:",
    ],
    [
      "a case is of no submission",
      [deed()],
      books({ cases: [first, second, { ...first, submission: "0" }] }),
      "case of nothing:",
    ],
    [
      "a submission waits to be taken in",
      [deed()],
      books({ submissions: [{ ...submission, pendingIntake: "0" }] }),
      "not taken in:",
    ],
    ["no letter is owed", [deed()], books({ cases: [{ ...first, letters: "[]" }, second] }), "letters:"],
    [
      "two cases owe the receipt",
      [deed()],
      books({ cases: [first, { ...second, letters: first.letters ?? "" }] }),
      "letters:",
    ],
    [
      "a letter is owed for ever",
      [deed()],
      books({ cases: [{ ...first, letters: withLetter({ state: "owed" }) }, second] }),
      "letter not ended:",
    ],
    [
      "a letter that was sent is still in the list of those due",
      [deed()],
      books({ cases: [{ ...first, lettersDue: "1" }, second] }),
      "letter still due:",
    ],
    [
      "a letter failed and nobody was told",
      [deed()],
      books({ cases: [{ ...first, letters: withLetter({ state: "failed" }) }, second] }),
      "failed unseen:",
    ],
    ["a letter is marked as sent and no mail went", [deed()], books({ mails: [] }), "mail lost:"],
    ["a receipt went twice", [deed()], books({ mails: [mail, mail] }), "mailed 2 times:"],
    [
      "a receipt went three times, where twice could not be helped",
      [deed({ mailsInDoubt: 1 })],
      books({ mails: [mail, mail, mail] }),
      "mailed 3 times:",
    ],
    [
      "the receipt is of another case",
      [deed()],
      books({ mails: [{ ...mail, text: "0000" }] }),
      "mail of another case:",
    ],
    [
      "a mail went to somebody else",
      [deed()],
      books({ mails: [mail, { ...mail, to: "other@intag.example" }] }),
      "mail astray:",
    ],
  ])("see that %s", (_, deeds, wrong, violation) => {
    expect(violations(deeds, wrong).join("\n")).toContain(violation);
  });

  it.each<[string, Books, Books, string]>([
    ["a submission is gone", good, books({ submissions: [] }), "gone:"],
    [
      "a submission was written anew",
      good,
      books({ submissions: [{ ...submission, receivedAt: "2027" }] }),
      "rewritten:",
    ],
    [
      "a submission that was taken in waits again",
      good,
      books({ submissions: [{ ...submission, pendingIntake: "1" }] }),
      "taken in and not:",
    ],
    ["a case is gone", good, books({ cases: [first] }), "gone:"],
    [
      "a delivered letter is merely sent",
      good,
      books({ cases: [{ ...first, letters: withLetter({ state: "sent" }) }, second] }),
      "backwards:",
    ],
    [
      "an attempt was forgotten",
      good,
      books({ cases: [{ ...first, letters: withLetter({ attempts: [] }) }, second] }),
      "backwards:",
    ],
    ["a letter is gone", good, books({ cases: [{ ...first, letters: "[]" }, second] }), "backwards:"],
    ["a version went down", good, books({ cases: [{ ...first, version: 2 }, second] }), "backwards:"],
    ["a case went back to triage", good, books({ cases: [{ ...first, status: "triage" }, second] }), "backwards:"],
    ["a mail is gone", good, books({ mails: [] }), "mails gone"],
  ])("see that %s between two looks", (_, before, after, violation) => {
    expect(backwards(before, after).join("\n")).toContain(violation);
  });
});
