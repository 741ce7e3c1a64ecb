import type { Bug } from "./bug.ts";

const contract = "test/store/contract.test.ts";
const files = "test/store/case-files.test.ts";
const requests = "test/api/requests.test.ts";

/** What is written, and under which condition. */
export const storedBugs: readonly Bug[] = [
  {
    name: "a submission is written over one that is there",
    file: "shared/store/submission-inbox.ts",
    edits: [
      {
        find: 'ConditionExpression: "attribute_not_exists(#reference)"',
        replace: 'ConditionExpression: "attribute_not_exists(#reference) OR attribute_exists(#reference)"',
      },
    ],
    caughtBy: { file: contract, test: "lets one of many at once write a submission" },
  },
  {
    name: "a case is opened over one that is open",
    file: "shared/store/case-table.ts",
    edits: [
      {
        find: 'ConditionExpression: "attribute_not_exists(submission)"',
        replace: 'ConditionExpression: "attribute_not_exists(submission) OR attribute_exists(submission)"',
      },
    ],
    caughtBy: { file: contract, test: "opens a case once and leaves an open one alone" },
  },
  {
    name: "a reference is made by chance instead of from the sender's key",
    file: "functions/public-forms/receive.ts",
    edits: [
      {
        find: "reference: keys.referenceFor(sent.route, key)",
        replace: "reference: keys.referenceFor(sent.route, crypto.randomUUID())",
      },
    ],
    caughtBy: {
      file: requests,
      test: "sent again with the same key gets the same answer; with another content it is refused",
    },
  },
  {
    name: "another content under a used key is taken for a replay",
    file: "functions/public-forms/receive.ts",
    edits: [
      {
        find: "if (existing !== null && existing.contentHash !== submission.contentHash)",
        replace: 'if (existing !== null && existing.contentHash === "")',
      },
    ],
    caughtBy: {
      file: requests,
      test: "sent again with the same key gets the same answer; with another content it is refused",
    },
  },
  {
    name: "a taken reference is answered with a new one",
    file: "functions/public-forms/receive.ts",
    edits: [
      {
        find: "const { existing } = await submissions.add(submission);",
        replace:
          "let { existing } = await submissions.add(submission);\n" +
          "  if (existing !== null) ({ existing } = await submissions.add({ ...submission, reference: keys.referenceFor(sent.route, crypto.randomUUID()) }));",
      },
    ],
    caughtBy: {
      file: requests,
      test: "sent again with the same key gets the same answer; with another content it is refused",
    },
  },
  {
    name: "references are counted up, so that the next can be guessed",
    file: "shared/identity/keyring.ts",
    edits: [
      { find: "export function keyring(", replace: "let count = 0;\nexport function keyring(" },
      {
        find: "(route, key) => encodeReference(mac(referenceKey, route, key)),",
        replace:
          '() => {\n      count += 16;\n      return encodeReference(Buffer.from(count.toString(16).padStart(16, "0"), "hex"));\n    },',
      },
    ],
    caughtBy: {
      file: "test/identity/keyring.test.ts",
      test: "are the same for the same key on the same route, for ever",
    },
  },
  {
    name: "whoever knows the sender's key can work out reference and code",
    file: "shared/identity/keyring.ts",
    edits: [
      {
        find: 'createHmac("sha256", key)',
        replace: 'createHash("sha256")',
      },
    ],
    caughtBy: { file: "test/identity/keyring.test.ts", test: "are others where the secret is another" },
  },
  {
    name: "the version of a case is not looked at when it is saved",
    file: "shared/store/case-table.ts",
    edits: [
      { find: "if (stored === undefined || stored.file.version !== before)", replace: "if (stored === undefined)" },
      { find: '"#version = :readVersion"', replace: '"#version >= :readVersion"' },
    ],
    caughtBy: {
      file: files,
      test: "writes a command once: the next on the same version is told that it came too late",
    },
  },
  {
    name: "what a case owes is written without looking whether it has changed",
    file: "shared/store/case-table.ts",
    edits: [{ find: '"#owedVersion = :readOwed"', replace: '"#owedVersion >= :readOwed"' }],
    caughtBy: { file: contract, test: "lets one of many at once take a letter, and loses none that many at once add" },
  },
  {
    name: "a case is put whole, without what a newer release has added",
    file: "shared/store/case-table.ts",
    edits: [
      {
        find:
          "new UpdateItemCommand({ TableName: table, ...update }))))\n" + "        return { ...stored.file, letters",
        replace:
          "new PutItemCommand({ TableName: table, Item: itemOfCase({ ...stored.file, ...owed }) }))))\n" +
          "        return { ...stored.file, letters",
      },
    ],
    caughtBy: { file: contract, test: "keeps attributes that a newer release has added when letters are saved" },
  },
  {
    name: "a command whose answer was lost is answered as if somebody else had been first",
    file: "shared/store/case-table.ts",
    edits: [{ find: "return stored !== undefined && holds(stored.file, next);", replace: "return false;" }],
    caughtBy: { file: files, test: "does not tell an officer that somebody else was first" },
  },
  {
    name: "the sweep's list has letters that are not due and none that are",
    file: "shared/store/case-table.ts",
    edits: [{ find: "nextAttemptAt <= :now", replace: "nextAttemptAt > :now" }],
    caughtBy: { file: contract, test: "finds the cases whose letter is due, and no others" },
  },
  {
    name: "a submission stays in the list of those not taken in",
    file: "shared/store/submission-archive.ts",
    edits: [{ find: "REMOVE pendingIntake", replace: "REMOVE later" }],
    caughtBy: { file: contract, test: "knows which submissions are not taken in, until each is" },
  },
  {
    name: "an entry in the log of looks is written over",
    file: "shared/store/access-log-table.ts",
    edits: [
      {
        find: 'ConditionExpression: "attribute_not_exists(seq)"',
        replace: 'ConditionExpression: "attribute_not_exists(seq) OR attribute_exists(seq)"',
      },
    ],
    caughtBy: {
      file: "test/store/access-log.test.ts",
      test: "keeps every look in one unbroken chain per case, however many look at once",
    },
  },
  {
    name: "a look is not bound to the one before it",
    file: "shared/domain/casework/access-chain.ts",
    edits: [
      {
        find: "JSON.stringify([previous, reference, seq, sub, role, at, why])",
        replace: "JSON.stringify([reference, seq, sub, role, at, why])",
      },
      { find: "look.previous !== previous || ", replace: "" },
    ],
    caughtBy: { file: "test/casework/access-chain.test.ts", test: "the chain of looks at a case" },
  },
  {
    name: "what a night noted of the log's ends may be noted anew",
    file: "shared/store/anchor-archive.ts",
    edits: [{ find: 'IfNoneMatch: "*",', replace: "" }],
    // Two tests, of which the second looks at what the first has noted.
    caughtBy: { file: "test/anchor/chains.test.ts", test: "noted" },
  },
  {
    name: "a year is shown before its manifest is kept",
    file: "functions/yearly-report/compile.ts",
    edits: [
      {
        find:
          "await editions.keepEdition(edition);\n" +
          "  await editions.show(year, { edition: edition.id, readAt, madeFrom });",
        replace:
          "await editions.show(year, { edition: edition.id, readAt, madeFrom });\n" +
          "  await editions.keepEdition(edition);",
      },
    ],
    caughtBy: {
      file: "test/yearly/broken-off.test.ts",
      test: "shows the year before it, or itself whole, wherever it is broken off",
    },
  },
  {
    name: "a disposed case is still a case",
    file: "shared/store/case-table.ts",
    edits: [
      {
        find: "return Item === undefined || isDisposed(Item) ? undefined : storedCaseOf(Item);",
        replace: "return Item === undefined ? undefined : storedCaseOf(Item);",
      },
    ],
    caughtBy: {
      file: "test/disposal/house.test.ts",
      test: "tells those who could see the case that it is gone, and everybody else that it is not there",
    },
  },
];
