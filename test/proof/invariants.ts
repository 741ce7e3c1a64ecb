import { createHash } from "node:crypto";
import { type Books, lettersOf, type Plain } from "./books.ts";
import type { Deed } from "./client.ts";

/** JSON with sorted members, enough for the texts and numbers these proofs send (RFC 8785). */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean => sorted(one) === sorted(other);

/** Every promise is kept: one reference for ever, stored once, with the content that was sent. */
export function brokenPromises(deeds: readonly Deed[], { submissions }: Books): readonly string[] {
  const kept = Map.groupBy(submissions, ({ answers }) => String(JSON.parse(String(answers)).details));
  const faults = deeds.flatMap(({ token, body, promised }) => {
    const stored = kept.get(token) ?? [];
    const [first] = stored;
    if (promised.length === 0) return stored.length > 1 ? [`doubled: ${token}`] : [];
    const told = new Set(promised.map(({ reference, statusCode }) => `${reference} ${statusCode}`));
    return [
      ...(told.size > 1 ? [`answers differ: ${token}`] : []),
      ...(first === undefined ? [`lost: ${token}`] : []),
      ...(stored.length > 1 ? [`doubled: ${token}`] : []),
      ...(first !== undefined && first.reference !== promised[0]?.reference ? [`another reference: ${token}`] : []),
      ...(first !== undefined && sorted(JSON.parse(String(first.answers))) !== sorted(body)
        ? [`altered: ${token}`]
        : []),
      ...(first !== undefined && first.contentHash !== sha256(sorted(body)) ? [`hash: ${token}`] : []),
    ];
  });
  const sent = new Set(deeds.map(({ token }) => token));
  const unsent = [...kept.keys()].filter((token) => !sent.has(token)).map((token) => `nobody sent: ${token}`);
  const references = new Set(submissions.map(({ reference }) => reference));
  return [...faults, ...unsent, ...(references.size < submissions.length ? ["a reference is there twice"] : [])];
}

const deedsByReference = (deeds: readonly Deed[], { submissions }: Books): ReadonlyMap<string, Deed> => {
  const byToken = new Map(deeds.map((deed) => [deed.token, deed]));
  return new Map(
    submissions.flatMap(({ reference, answers }) => {
      const deed = byToken.get(JSON.parse(String(answers)).details);
      return deed === undefined ? [] : [[String(reference), deed] as const];
    }),
  );
};

/** Every submission has exactly the cases its routing names, numbered from one, and nothing is left to take in. */
export function wrongCases(deeds: readonly Deed[], books: Books): readonly string[] {
  const of = Map.groupBy(books.cases, ({ submission }) => String(submission));
  const wanted = deedsByReference(deeds, books);
  const faults = books.submissions.flatMap(({ reference, pendingIntake }) => {
    const deed = wanted.get(String(reference));
    const cases = [...(of.get(String(reference)) ?? [])].sort(
      (one, other) => Number(one.number) - Number(other.number),
    );
    const units = cases.map(({ unit }) => unit ?? null);
    const numbers = cases.map(({ number }) => number);
    const names = cases.map((kase) => kase.reference);
    return [
      ...(deed !== undefined && !sameList(units, deed.units) ? [`cases: ${reference}`] : []),
      ...(sameList(
        numbers,
        numbers.map((_, index) => index + 1),
      )
        ? []
        : [`numbers: ${reference}`]),
      ...(sameList(
        names,
        numbers.map((number) => `${reference}-${number}`),
      )
        ? []
        : [`case references: ${reference}`]),
      ...(cases.some(({ status, unit }) => (status === "triage") !== (unit === undefined))
        ? [`responsible: ${reference}`]
        : []),
      ...(pendingIntake === undefined ? [] : [`not taken in: ${reference}`]),
    ];
  });
  const references = new Set(books.submissions.map(({ reference }) => reference));
  const orphans = books.cases.filter(({ submission }) => !references.has(String(submission)));
  return [...faults, ...orphans.map(({ reference }) => `case of nothing: ${reference}`)];
}

/** Every letter owed is sent or visibly failed; one mail each, and one more only where that could not be known. */
export function wrongLetters(deeds: readonly Deed[], books: Books): readonly string[] {
  const wanted = deedsByReference(deeds, books);
  const shown = new Set(books.failuresShown);
  const shownAs = (reference: string) => [4, 8].reduce((text, at, index) => insert(text, at + index), reference);
  const mailsTo = Map.groupBy(books.mails, ({ to }) => to);
  const faults = books.cases.flatMap((kase) => {
    const deed = wanted.get(String(kase.submission));
    if (deed === undefined) return [];
    const letters = lettersOf(kase);
    const address = deed.body.contact?.email;
    const owed = address !== undefined && kase.number === 1 ? 1 : 0;
    if (letters.length !== owed) return [`letters: ${kase.reference}`];
    const [letter] = letters;
    if (letter === undefined || address === undefined) return [];
    const mails = mailsTo.get(address) ?? [];
    const [mail] = mails;
    const isSent = letter.state === "sent" || letter.state === "delivered";
    return [
      ...(letter.state === "owed" ? [`letter not ended: ${kase.reference}`] : []),
      ...(letter.nextAttemptAt !== null || kase.lettersDue !== undefined
        ? [`letter still due: ${kase.reference}`]
        : []),
      ...(letter.state === "failed" && !shown.has(String(kase.reference)) ? [`failed unseen: ${kase.reference}`] : []),
      ...(isSent && mails.length === 0 ? [`mail lost: ${kase.reference}`] : []),
      ...(mails.length > 1 + deed.mailsInDoubt ? [`mailed ${mails.length} times: ${kase.reference}`] : []),
      ...(mail !== undefined && !mail.text.includes(shownAs(String(kase.submission)))
        ? [`mail of another case: ${kase.reference}`]
        : []),
    ];
  });
  const addresses = new Set([...wanted.values()].map(({ body }) => body.contact?.email));
  const astray = books.mails.filter(({ to }) => !addresses.has(to)).map(({ to }) => `mail astray: ${to}`);
  return [...faults, ...astray];
}

const insert = (text: string, at: number): string => `${text.slice(0, at)}-${text.slice(at)}`;

const rank = { owed: 0, sent: 1, delivered: 2, failed: 3 } as const;
const statuses = ["triage", "received", "identity", "searching", "reviewing", "closed"];

/** What had been reached before is still reached: nothing gone, no status, version or attempt taken back. */
export function backwards(before: Books, after: Books): readonly string[] {
  const byKey = (items: readonly Plain[], key: string) => new Map(items.map((item) => [item[key], item]));
  const submissionsAfter = byKey(after.submissions, "reference");
  const casesAfter = byKey(after.cases, "reference");
  return [
    ...before.submissions.flatMap((submission) => {
      const now = submissionsAfter.get(submission.reference ?? "");
      if (now === undefined) return [`gone: ${submission.reference}`];
      const { pendingIntake: was, ...kept } = submission;
      const { pendingIntake: is, ...keptNow } = now;
      return [
        ...(sorted(kept) === sorted(keptNow) ? [] : [`rewritten: ${submission.reference}`]),
        ...(was === undefined && is !== undefined ? [`taken in and not: ${submission.reference}`] : []),
      ];
    }),
    ...before.cases.flatMap((kase) => {
      const now = casesAfter.get(kase.reference ?? "");
      if (now === undefined) return [`gone: ${kase.reference}`];
      const lettersNow = new Map(lettersOf(now).map((letter) => [letter.id, letter]));
      const isBack =
        Number(now.version) < Number(kase.version) ||
        statuses.indexOf(String(now.status)) < statuses.indexOf(String(kase.status)) ||
        lettersOf(kase).some((letter) => {
          const is = lettersNow.get(letter.id);
          return is === undefined || rank[is.state] < rank[letter.state] || is.attempts.length < letter.attempts.length;
        });
      return isBack ? [`backwards: ${kase.reference}`] : [];
    }),
    ...(after.mails.length < before.mails.length ? ["mails gone"] : []),
  ];
}

/** Everything that must hold once all is quiet. */
export const violations = (deeds: readonly Deed[], books: Books): readonly string[] => [
  ...brokenPromises(deeds, books),
  ...wrongCases(deeds, books),
  ...wrongLetters(deeds, books),
];
