import type { Bug } from "./bug.ts";

const outbox = "test/functions/outbox.test.ts";
const intake = "test/functions/case-intake.test.ts";
const feeds = "test/infra/work.test.ts";

/** What follows from a change: cases, letters, reminders, disposal. */
export const workBugs: readonly Bug[] = [
  {
    name: "a letter is marked as sent before it is sent",
    file: "functions/outbox/send-once.ts",
    edits: [
      {
        find: "const handover = await handOver(taken)",
        replace:
          'await change((letter) => attemptEnded(letter, "accepted", now));\n' +
          "  const handover = await handOver(taken)",
      },
    ],
    caughtBy: { file: outbox, test: "tries again later when the mail service cannot take it, and loses nothing" },
  },
  {
    name: "a letter is sent without being taken first",
    file: "shared/domain/letter.ts",
    edits: [{ find: "nextAttemptAt: addMilliseconds(now, attemptLease),", replace: "nextAttemptAt: now," }],
    caughtBy: {
      file: outbox,
      test: "sends each letter once, however often, in whatever order and by however many it is woken",
    },
  },
  {
    name: "a sender that was overtaken writes over the attempt of the next one",
    file: "functions/outbox/send-once.ts",
    edits: [
      {
        find: "letter.attempts.length === attempt ? attemptEnded(letter, handover.outcome, now) : undefined,",
        replace: "attemptEnded(letter, handover.outcome, now),",
      },
    ],
    caughtBy: { file: outbox, test: "leaves alone the attempt of whoever has overtaken it" },
  },
  {
    name: "the sweep takes letters that somebody is sending",
    file: "functions/outbox/send-once.ts",
    edits: [
      {
        find: "(letter) => (isDue(letter, now) ? attemptBegun(letter, now) : undefined)",
        replace: '(letter) => (letter.state === "owed" ? attemptBegun(letter, now) : undefined)',
      },
    ],
    caughtBy: {
      file: outbox,
      test: "sends each letter once, however often, in whatever order and by however many it is woken",
    },
  },
  {
    name: "what the mail service tells late takes a letter's state back",
    file: "shared/domain/letter.ts",
    edits: [{ find: "if (rank[state] <= rank[letter.state]) return letter;", replace: "" }],
    caughtBy: { file: "test/domain/letter.test.ts", test: "never lets a state run backwards" },
  },
  {
    name: "a refusal that cannot pass is tried again for ever",
    file: "shared/domain/letter.ts",
    edits: [{ find: 'if (outcome !== "try-later" || wait === undefined)', replace: "if (wait === undefined)" }],
    caughtBy: { file: outbox, test: "shows on the case, and as a metric, that a letter cannot be delivered" },
  },
  {
    name: "a stream record that failed is answered as done",
    file: "functions/outbox/outbox.ts",
    edits: [{ find: "return false;", replace: "return true;" }],
    caughtBy: { file: outbox, test: "reports only the records that failed, and goes on with the rest" },
  },
  {
    name: "a batch with a failure is answered with an empty object",
    file: "functions/case-intake/case-intake.ts",
    edits: [{ find: "return { batchItemFailures };", replace: "return {};" }],
    caughtBy: {
      file: intake,
      test: "never answers that all went well when something was thrown, and logs the reference alone",
    },
  },
  {
    name: "only the last record that failed is reported, so that the stream goes on after the first",
    file: "functions/case-intake/case-intake.ts",
    edits: [
      { find: "return { batchItemFailures };", replace: "return { batchItemFailures: batchItemFailures.slice(-1) };" },
    ],
    caughtBy: { file: intake, test: "reports every record that failed, the first one too" },
  },
  {
    name: "a submission is marked as taken in before its cases are open",
    file: "functions/case-intake/case-intake.ts",
    edits: [
      { find: "for (const file of named) await cases.open(file, person);\n", replace: "" },
      {
        find: "await submissions.intakeFinished(reference);\n",
        replace:
          "await submissions.intakeFinished(reference);\n  for (const file of named) await cases.open(file, person);\n",
      },
    ],
    caughtBy: { file: intake, test: "finishes what was begun and broken off, at every point where it can break off" },
  },
  {
    name: "the sweep opens no case that another unit is owed",
    file: "functions/case-intake/case-intake.ts",
    edits: [
      { find: "for await (const key of deps.cases.owingCases()) {", replace: "for (const key of [] as CaseKey[]) {" },
    ],
    caughtBy: { file: intake, test: "is opened in the end wherever the work breaks off" },
  },
  {
    name: "a case that another unit is owed is opened anew each time",
    file: "functions/case-intake/further-cases.ts",
    edits: [{ find: "if (there !== undefined) return there.number;", replace: "" }],
    caughtBy: { file: intake, test: "is opened in the end wherever the work breaks off" },
  },
  {
    name: "a stream begins at what comes after the deployment",
    file: "infra/constructs/change-feed.ts",
    edits: [{ find: 'startingPosition: "TRIM_HORIZON"', replace: 'startingPosition: "LATEST"' }],
    caughtBy: { file: feeds, test: "begins at the oldest change, and parks what cannot be done" },
  },
  {
    name: "there is no sweep every five minutes",
    file: "infra/constructs/sweep.ts",
    edits: [{ find: 'at: "rate(5 minutes)"', replace: 'at: "rate(5 days)"' }],
    caughtBy: { file: feeds, test: "is looked for again every five minutes, by every role that a change wakes" },
  },
  {
    name: "a reminder is owed again by every round",
    file: "shared/domain/casework/reminders.ts",
    edits: [{ find: ".filter(({ id }) => letters.every((known) => known.id !== id));", replace: ";" }],
    caughtBy: {
      file: "test/watch/rounds.test.ts",
      test: "that never came owes nothing; one, or twenty at once, owe each letter once",
    },
  },
  {
    name: "a case is disposed of though nobody has decided it",
    file: "shared/domain/disposal/disposal-rule.ts",
    edits: [
      {
        find: "return rule !== undefined && isDecided(rule) ? rule : undefined;",
        replace: 'return rule === undefined ? undefined : { ...rule, decision: rule.decision ?? "" };',
      },
    ],
    caughtBy: {
      file: "test/disposal/rules.test.ts",
      test: "is none without a decision, also where the city has decided and the unit has a rule of its own",
    },
  },
  {
    name: "a submission goes while one of its cases is kept",
    file: "functions/disposal/disposal.ts",
    edits: [{ find: "const isWhole = await disposal.isWhollyDisposed(submission);", replace: "const isWhole = true;" }],
    caughtBy: {
      file: "test/disposal/ten-years.test.ts",
      test: "a night that is missed is made good by the next, and one that comes twenty times at once does nothing more",
    },
  },
  {
    name: "the files of an answer outlive their case",
    file: "functions/disposal/disposal.ts",
    edits: [{ find: "await files.removeOf({ submission, number });", replace: "" }],
    caughtBy: {
      file: "test/disposal/ten-years.test.ts",
      test: "a night that is missed is made good by the next, and one that comes twenty times at once does nothing more",
    },
  },
  {
    name: "a mail's subject says what happened",
    file: "shared/mail/staff-letters.ts",
    edits: [
      {
        find: "const { subject, says } = words[kind];",
        replace:
          'const { says } = words[kind];\n  const subject = words[kind].subject + (about.kind === "breach" ? JSON.stringify(about.facts) : "");',
      },
    ],
    caughtBy: {
      file: outbox,
      test: "says which case, until when and where to read, and nothing of what happened, to whom or in which unit",
    },
  },
];
