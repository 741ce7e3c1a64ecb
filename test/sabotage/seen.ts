import type { Bug } from "./bug.ts";

const sight = "test/staff/sight.test.ts";
const matrix = "test/staff/matrix.test.ts";
const tokens = "test/identity/tokens.test.ts";
const caller = "test/identity/caller.test.ts";
const staffRequest = "test/lambda/staff-request.test.ts";
const ring = "test/lambda/ring.test.ts";

/** Who may see and do what, and what comes in and goes out. */
export const seenBugs: readonly Bug[] = [
  {
    name: "lists are held to who may see what, a single case is not",
    file: "functions/staff-cases/seen-case.ts",
    edits: [
      {
        find: "const role = file === undefined ? undefined : seenAs(who, file);",
        replace: 'const role = file === undefined ? undefined : (seenAs(who, file) ?? "coordinator");',
      },
    ],
    caughtBy: {
      file: matrix,
      test: "answers what is theirs, and says the same of what is not theirs as of what is not there",
    },
  },
  {
    name: "a command is given to a case that is not theirs to see",
    file: "functions/staff-cases/give-command.ts",
    edits: [{ find: 'if (role === undefined) return refused({ code: "not-there" });', replace: "" }],
    caughtBy: {
      file: matrix,
      test: "answers what is theirs, and says the same of what is not theirs as of what is not there",
    },
  },
  {
    name: "a unit whose name begins like theirs is theirs",
    file: "shared/domain/sight/sight.ts",
    edits: [
      {
        find: "return file.unit !== null && viewer.units.includes(file.unit);",
        replace: "return viewer.units.some((own) => file.unit?.startsWith(own.slice(0, 9)));",
      },
    ],
    caughtBy: { file: sight, test: "hold every case that somebody may see, and no other" },
  },
  {
    name: "a list holds persons with protected identity for everybody",
    file: "shared/domain/sight/sight.ts",
    edits: [
      {
        find: 'kind === "request" && seesGuarded(role, viewer) ? ["plain", "protected"] : ["plain"]',
        replace: '["plain", "protected"]',
      },
    ],
    caughtBy: { file: sight, test: "hold every case that somebody may see, and no other" },
  },
  {
    name: "a case of somebody with protected identity opens for everybody in the unit",
    file: "shared/domain/sight/sight.ts",
    edits: [{ find: "if (file.protectedIdentity === true && !seesGuarded(role, viewer)) return false;", replace: "" }],
    caughtBy: {
      file: sight,
      test: "a person with protected identity is seen by the DPO and by coordinators cleared for it, in their own unit",
    },
  },
  {
    name: "a unit's address is told of somebody with protected identity",
    file: "shared/domain/casework/reminders.ts",
    edits: [{ find: 'unit === null || protectedIdentity ? "dpo" : "unit"', replace: 'unit === null ? "dpo" : "unit"' }],
    caughtBy: {
      file: "test/watch/rounds.test.ts",
      test: "tells nobody but the DPO of a person with protected identity",
    },
  },
  {
    name: "a case is shown though the look at it could not be written down",
    file: "functions/staff-cases/seen-case.ts",
    edits: [
      {
        find: 'throw new LookNotWritten("the look at a case could not be written", { cause });',
        replace: "void cause;",
      },
    ],
    caughtBy: {
      file: "test/staff/commands.test.ts",
      test: "that cannot be written down show nothing and change nothing",
    },
  },
  {
    name: "a reporter reads the whole history of what they reported",
    file: "functions/staff-cases/case-view.ts",
    edits: [{ find: "followsOnly(role) ? history.filter(({ who }) => who.sub === sub) : history", replace: "history" }],
    caughtBy: {
      file: "test/staff/commands.test.ts",
      test: "is what they wrote, where it stands and its clock, not the assessment or anything said about it",
    },
  },
  {
    name: "somebody else's key is taken for one's own",
    file: "shared/domain/casework/case-history.ts",
    edits: [{ find: "known.key === key && known.who.sub === sub", replace: "known.key === key" }],
    caughtBy: {
      file: "test/casework/refusals-roles-and-history.test.ts",
      test: "knows a command that is given again by the same person, with the same body",
    },
  },
  {
    name: "whoever's token cannot be checked is let in",
    file: "shared/identity/tokens.ts",
    edits: [
      { find: "import { decodeProtectedHeader,", replace: "import { decodeJwt, decodeProtectedHeader," },
      {
        find: 'return refused(failure instanceof errors.JOSEError ? "invalid" : "unavailable");',
        replace:
          'return failure instanceof errors.JOSEError ? refused("invalid") : ok({ claims: decodeJwt(token), issuedAt: instantFromEpoch(now) });',
      },
    ],
    caughtBy: { file: tokens, test: "lets nobody in, and lets them in again when it answers" },
  },
  {
    name: "a token for somebody else is taken",
    file: "shared/identity/tokens.ts",
    edits: [{ find: "      audience,\n      typ:", replace: "      typ:" }],
    caughtBy: { file: tokens, test: "A forged token" },
  },
  {
    name: "an ID token of another sign-in is taken",
    file: "shared/identity/tokens.ts",
    edits: [{ find: "isIdToken && isForUs && isOfThisSignIn", replace: "isIdToken && isForUs" }],
    caughtBy: { file: tokens, test: "An ID token" },
  },
  {
    name: "a session ends when the table clears it away",
    file: "functions/authorizer/caller.ts",
    edits: [{ find: 'if (isSessionOver(kept, now)) return refused("expired");', replace: "" }],
    caughtBy: { file: caller, test: "ends eight hours after it began, however much it is used" },
  },
  {
    name: "rights that were called in go on working",
    file: "functions/authorizer/caller.ts",
    edits: [
      {
        find: 'if (isRevoked(kept.startedAt, await sessions.revokedAt(kept.who.sub))) return refused("invalid");',
        replace: "",
      },
    ],
    caughtBy: {
      file: caller,
      test: "are gone at the next request, by token and by session, and what is given afterwards counts",
    },
  },
  {
    name: "whoever asked the provider in vain keeps the next one from asking",
    file: "functions/authorizer/caller.ts",
    edits: [
      {
        find: "if (wouldWaitForLease(known, now)) await sessions.giveBackCheck(known, now).catch(() => undefined);",
        replace: "",
      },
    ],
    caughtBy: { file: caller, test: "is asked for again as soon as the provider is back, also when it failed" },
  },
  {
    name: "a form of another site is refused only where the browser says where it is from",
    file: "shared/lambda/same-site.ts",
    edits: [
      {
        find: "return from === undefined ? origin === site :",
        replace: "return from === undefined ? origin === undefined || origin === site :",
      },
    ],
    caughtBy: { file: staffRequest, test: "is refused, with the right word in it" },
  },
  {
    name: "a form's word is taken from another session",
    file: "shared/lambda/staff-request.ts",
    edits: [
      {
        find: "return keys.open(purpose, formToken) === caller.session;",
        replace: "return keys.open(purpose, formToken) !== undefined;",
      },
    ],
    caughtBy: { file: staffRequest, test: "without our word in it, with another's or with a changed one, is refused" },
  },
  {
    name: "after signing in somebody is sent wherever the address says",
    file: "shared/lambda/return-path.ts",
    edits: [{ find: "const path = /^\\/personal(", replace: "const path = /\\/personal(" }],
    caughtBy: { file: staffRequest, test: "Where somebody is sent after signing in" },
  },
  {
    name: "what is sealed for one purpose opens for another",
    file: "shared/identity/seal.ts",
    edits: [
      {
        find: ".setAAD(Buffer.from(purpose));\n  return Buffer.concat([nonce",
        replace: '.setAAD(Buffer.from(""));\n  return Buffer.concat([nonce',
      },
      {
        find: ".setAAD(Buffer.from(purpose))\n      .setAuthTag",
        replace: '.setAAD(Buffer.from(""))\n      .setAuthTag',
      },
    ],
    caughtBy: {
      file: "test/identity/keyring.test.ts",
      test: "opens to what was sealed, for the purpose it was sealed for",
    },
  },
  {
    name: "what should be sealed is only encoded",
    file: "shared/identity/keyring.ts",
    edits: [
      {
        find: "sealed(newest.key, purpose, text)}`,",
        replace: 'Buffer.from(text).toString("base64url")}`,',
      },
      {
        find: "? undefined : opened(key, purpose, hidden);",
        replace: '? undefined : Buffer.from(hidden, "base64url").toString();',
      },
    ],
    caughtBy: { file: "test/identity/keyring.test.ts", test: "does not open when a single bit of it has been changed" },
  },
  {
    name: "any code opens a request",
    file: "functions/citizen-status/status.ts",
    edits: [
      {
        find: "return isStatusCode(code, submission.statusCodeHash) ? submission : undefined;",
        replace: "return isStatusCode(code, submission.statusCodeHash) || code !== undefined ? submission : undefined;",
      },
    ],
    caughtBy: { file: "test/api/requests.test.ts", test: "is the same nothing for anything that is wrong" },
  },
  {
    name: "saved answers open until the table clears them away",
    file: "functions/citizen-status/drafts.ts",
    edits: [
      {
        find: "if (draft === undefined || compareInstants(draft.expiresAt, clock()) <= 0) return undefined;",
        replace: "if (draft === undefined) return undefined;",
      },
    ],
    caughtBy: {
      file: "test/drafts/saved-answers.test.ts",
      test: "gets the same answer whether it is malformed, wrong, expired or of what has been cleared away",
    },
  },
  {
    name: "a request may hold fields of its own, such as the unit that answers",
    file: "forms/schema.ts",
    edits: [{ find: "z.strictObject(", replace: "z.looseObject(" }],
    caughtBy: { file: "test/forms/parse-answers.test.ts", test: "a field named __proto__ is unknown, not a way in" },
  },
  {
    name: "the log holds what was sent",
    file: "shared/lambda/ring.ts",
    edits: [
      {
        find: 'log("request-answered", { route: event.routeKey, status: response?.statusCode ?? 0, durationMs });',
        replace:
          'log("request-answered", { route: event.routeKey, status: response?.statusCode ?? 0, durationMs, ...{ body: event.body } });',
      },
    ],
    caughtBy: { file: ring, test: "writes the route, the status and the time, and nothing that was sent" },
  },
  {
    name: "the log holds why something broke, in words that may be somebody's",
    file: "shared/lambda/ring.ts",
    edits: [{ find: "failure: nameOf(broken.error), requestId", replace: "failure: String(broken.error), requestId" }],
    caughtBy: { file: ring, test: "says of what broke its name alone, to the log, and nothing to whoever asked" },
  },
  {
    name: "the log holds a mark of the person",
    file: "functions/case-intake/case-intake.ts",
    edits: [
      {
        find: 'log("intake-opened", { reference, cases: named.length });',
        replace: 'log("intake-opened", { reference, cases: named.length, ...{ person } });',
      },
    ],
    caughtBy: {
      file: "test/functions/case-intake.test.ts",
      test: "logs how many cases it opened, and no mark of whom they are about",
    },
  },
  {
    name: "an error may be kept by whoever stands between",
    file: "shared/lambda/ring.ts",
    edits: [{ find: '"cache-control": notStored, ...headers', replace: "...headers" }],
    caughtBy: { file: ring, test: "is kept by nobody and carries every header, also when it broke" },
  },
  {
    name: "an answer that broke goes out without the headers that keep it safe",
    file: "shared/lambda/ring.ts",
    edits: [
      {
        find: "...headers, ...securityHeadersFor(formsTo) }",
        replace: "...headers, ...(status < 500 ? securityHeadersFor(formsTo) : {}) }",
      },
    ],
    caughtBy: { file: ring, test: "is kept by nobody and carries every header, also when it broke" },
  },
  {
    name: "a cell of open data begins a formula",
    file: "shared/report/figures-csv.ts",
    edits: [{ find: "escape_formulas: true", replace: "escape_formulas: false" }],
    caughtBy: {
      file: "test/report/hostile-text.test.ts",
      test: "whatever a name begins with, no cell of the tables or the corrections is a formula",
    },
  },
  {
    name: "a small count can be counted back from the total",
    file: "shared/domain/yearly/suppression.ts",
    edits: [
      {
        find: "const isEnough = hidden.size === 0 || (sum >= leastShown && most > 1 && count > most);",
        replace: "const isEnough = true;",
      },
    ],
    caughtBy: {
      file: "test/yearly/suppression.test.ts",
      test: "cannot be counted back from the total and the parts that are shown",
    },
  },
  {
    name: "the role that strangers reach may read what was sent",
    file: "infra/roles/public-forms.ts",
    edits: [{ find: '"dynamodb:PutItem"', replace: '"dynamodb:PutItem", "dynamodb:GetItem"' }],
    caughtBy: {
      file: "test/infra/permissions.test.ts",
      test: "lets the public role put a submission and read its secret, nothing else",
    },
  },
];
