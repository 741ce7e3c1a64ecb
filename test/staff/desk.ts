import { staffCases } from "../../functions/staff-cases/staff-cases.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { queuesOf, urgencyOf } from "../../shared/domain/casework/queue.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { caseReference } from "../../shared/domain/reference.ts";
import type { StaffRoute } from "../../shared/domain/sight/staff-routes.ts";
import type { Submission } from "../../shared/domain/submission.ts";
import type { Who } from "../../shared/domain/who.ts";
import { keyring } from "../../shared/identity/keyring.ts";
import type { Answer } from "../../shared/lambda/answer.ts";
import { requestOf } from "../../shared/lambda/request.ts";
import type { RouteKeyOf } from "../../shared/routes.ts";
import type { AccessLog, LoggedLook } from "../../shared/store/access-log.ts";
import type { CaseFiles, QueueItem } from "../../shared/store/case-files.ts";
import { aSubmission, at } from "../fixtures.ts";

export const jarva = "sthlm-sdn-jarva";
export const kultur = "sthlm-kulturnamnden";
export const farsta = "sthlm-sdn-farsta";

/** Somebody with a role, of a unit if one is named. */
export const person = (role: Role, unit?: string, more: Partial<Who> = {}): Who => ({
  sub: unit === undefined ? role : `${role}@${unit}`,
  name: `Test ${role}`,
  roles: [role],
  units: unit === undefined ? [] : [unit],
  mayProtected: false,
  ...more,
});

const itemOf = (file: CaseFile): QueueItem => ({
  reference: file.reference,
  submission: file.submission,
  kind: file.kind,
  unit: file.unit,
  status: file.status,
  receivedAt: file.receivedAt,
  due: file.kind === "request" ? file.dueOn : file.kind === "breach" ? file.dueAt : null,
  assignee: file.assignee,
  version: file.version,
  drill: file.kind === "breach" && file.drill,
});

export interface Told {
  readonly status: number;
  /** As it was sent. */
  readonly text: string;
  /** As it was read: tests look into answers of every shape and assert what they find. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface AskOptions {
  readonly query?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly language?: string;
  readonly via?: "bearer" | "session";
  readonly contentType?: string;
  /** Asked by nobody known, and why. */
  readonly unknown?: "" | "expired" | "invalid" | "unavailable";
}

/** A case under the reference of the `n`th submission, so that several can lie in one store. */
export const placed = <File extends CaseFile>(n: number, file: File): File => {
  const { reference } = aSubmission(n);
  return {
    ...file,
    submission: reference,
    reference: file.kind === "request" ? caseReference(reference, 1) : reference,
  };
};

let keys = 0;
export const aKey = (): string => {
  keys += 1;
  return `a-staff-key-${String(keys).padStart(8, "0")}`;
};

/** The staff API over a store in memory: the same handlers as are deployed, asked through the same events. */
export function desk(options: { readonly now?: Instant; readonly opensCases?: boolean } = {}) {
  let now = options.now ?? at("2026-11-25T10:00:00Z");
  const submissions = new Map<string, Submission>();
  const files = new Map<string, CaseFile>();
  const looks: LoggedLook[] = [];
  const asked: string[][] = [];
  let logIsBroken = false;
  let losesSave = false;
  let beforeSave: () => void = () => undefined;
  const keyOf = ({ submission, number }: { readonly submission: string; readonly number: number }) =>
    `${submission}#${number}`;

  const cases: CaseFiles = {
    get: async (key) => files.get(keyOf(key)),
    disposed: async () => undefined,
    samePerson: async () => [],
    save: async (next) => {
      beforeSave();
      if (files.get(keyOf(next))?.version !== next.version - 1) return false;
      files.set(keyOf(next), next);
      const isLost = losesSave;
      losesSave = false;
      return !isLost;
    },
    list: async ({ queues, limit, after = "", status, assignee }) => {
      asked.push([...queues]);
      const found = [...files.values()]
        .filter((file) => {
          const { unit, city, reporter } = queuesOf(file);
          return [unit, city, reporter].some((queue) => queue !== null && queues.includes(queue));
        })
        .filter((file) => urgencyOf(file) > after)
        .filter((file) => status === undefined || file.status === status)
        .filter((file) => assignee === undefined || file.assignee === assignee)
        .toSorted((one, other) => (urgencyOf(one) < urgencyOf(other) ? -1 : 1));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { items: page.map(itemOf), next: found.length > limit && last !== undefined ? urgencyOf(last) : null };
    },
  };
  const log: AccessLog = {
    append: async (look) => {
      if (logIsBroken) throw new Error("the log is out of reach");
      looks.push({ ...look, seq: looks.length + 1, previous: "", hash: "" });
    },
    of: async (reference, { limit, after = 0 }) =>
      looks.filter((look) => look.reference === reference && look.seq > after).slice(0, limit),
  };
  const open = (file: CaseFile) => files.set(keyOf(file), file);
  const handlers = staffCases({
    city: stockholm,
    assets: { css: "/assets/intag.css", js: "/assets/intag.js" },
    site: "https://dataskydd.example",
    newKey: aKey,
    keys: keyring(JSON.stringify({ version: "1", secret: "0123456789abcdef0123456789abcdef" })),
    submissions: {
      add: async (submission) => {
        const existing = submissions.get(submission.reference);
        if (existing !== undefined) return { existing: existing as typeof submission }; // one reference, one form
        submissions.set(submission.reference, submission);
        if (options.opensCases !== false) for (const file of casesOf(submission)) open(file);
        return { existing: null };
      },
      get: async (reference) => submissions.get(reference),
    },
    cases,
    looks: log,
    evidence: { linkTo: async () => "https://files.example/" },
    answers: {
      of: async () => [],
      linkTo: async () => "https://files.example/",
      uploadForm: () => ({
        action: "https://files.example/",
        origin: "https://files.example",
        fields: {},
        mostBytes: 1,
      }),
      takeIn: async () => undefined,
      removeWaiting: async () => undefined,
      remove: async () => undefined,
    },
    anchors: { daysOf: async () => [], anchor: async (day) => ({ day, heads: {} }) },
    ledger: { entries: async () => ({ items: [], next: null }) },
    disposalRules: [],
    channels: { sms: true, mailbox: true },
    clock: () => now,
    log: () => undefined,
  });

  const ask = async (
    who: Who | null,
    route: Extract<StaffRoute, RouteKeyOf<"staff-cases">>,
    reference: string,
    body: unknown,
    {
      query = {},
      key,
      language = "sv",
      via = "bearer",
      contentType = "application/json",
      unknown = "",
    }: AskOptions = {},
  ): Promise<Told> => {
    const event = {
      version: "2.0",
      routeKey: route,
      rawPath: route.replace(/^[A-Z]+ /, "").replace("{reference}", encodeURIComponent(reference)),
      rawQueryString: new URLSearchParams(query).toString(),
      headers: {
        "accept-language": language,
        "content-type": contentType,
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      pathParameters: { reference },
      requestContext: {
        requestId: "request",
        authorizer: {
          lambda:
            who === null
              ? { who: "", via: "", session: "", problem: unknown }
              : { who: JSON.stringify(who), via, session: via === "session" ? "a-session" : "", problem: "" },
        },
      },
      isBase64Encoded: false,
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    };
    // The parts of API Gateway's event that are read; the rest is of no consequence here.
    const answer: Answer = await handlers[route](requestOf(event as unknown as Parameters<typeof requestOf>[0]));
    return {
      status: answer.status,
      text: answer.body,
      body: answer.body === "" ? undefined : JSON.parse(answer.body),
      headers: answer.headers,
    };
  };

  return {
    files,
    looks,
    asked,
    submissions,
    open: (...given: readonly CaseFile[]) => {
      for (const file of given) open(file);
    },
    setTime: (instant: Instant) => {
      now = instant;
    },
    breakLog: (isBroken = true) => {
      logIsBroken = isBroken;
    },
    /** Something that happens between a command's reading of a case and its writing. */
    onSave: (happens: () => void) => {
      beforeSave = happens;
    },
    /** The next write is made, and its answer lost: the client's own second try then finds the version taken. */
    loseNextSave: () => {
      losesSave = true;
    },
    ask,
    get: (who: Who | null, reference: string, more?: AskOptions) =>
      ask(who, "GET /api/v1/cases/{reference}", reference, undefined, more),
    history: (who: Who | null, reference: string, more?: AskOptions) =>
      ask(who, "GET /api/v1/cases/{reference}/history", reference, undefined, more),
    list: (who: Who | null, query: Readonly<Record<string, string>> = {}, more: AskOptions = {}) =>
      ask(who, "GET /api/v1/cases", "", undefined, { ...more, query }),
    command: (who: Who | null, reference: string, body: unknown, more: AskOptions = {}) =>
      ask(who, "POST /api/v1/cases/{reference}/commands", reference, body, { key: aKey(), ...more }),
    report: (who: Who | null, body: unknown, more: AskOptions = {}) =>
      ask(who, "POST /api/v1/incidents", "", body, { key: aKey(), ...more }),
    consult: (who: Who | null, body: unknown, more: AskOptions = {}) =>
      ask(who, "POST /api/v1/consultations", "", body, { key: aKey(), ...more }),
    register: (who: Who | null, body: unknown, more: AskOptions = {}) =>
      ask(who, "POST /api/v1/registrations", "", body, { key: aKey(), ...more }),
    accessLog: (who: Who | null, query: Readonly<Record<string, string>>) =>
      ask(who, "GET /api/v1/access-log", "", undefined, { query }),
  };
}
export type Desk = ReturnType<typeof desk>;

/** A report of an invented incident, as it is sent; parts can be changed. */
export const anIncident = (parts: Readonly<Record<string, unknown>> = {}) => ({
  whatHappened: "sent-by-mistake",
  description: "Ett påhittat brev hamnade i fel kuvert.",
  occurredAt: null,
  ongoing: false,
  detectedAt: "2026-11-25T08:00:00Z",
  awareAt: "2026-11-25T09:00:00Z",
  discoveredBy: "employee",
  cause: "human-factor",
  effect: ["confidentiality"],
  personGroups: ["clients"],
  personsAbout: 12,
  dataKinds: ["health"],
  measuresTaken: "Mottagaren har lämnat tillbaka brevet.",
  stopped: "yes",
  manager: { name: "Exempel Chefsson", email: "chef@intag.example" },
  drill: false,
  ...parts,
});

/** A request that came by post, as it is registered; parts can be changed. */
export const aRegistration = (parts: Readonly<Record<string, unknown>> = {}) => ({
  channel: "post",
  receivedAt: "2026-11-20T09:00:00Z",
  right: "access",
  onBehalfOf: "self",
  protectedIdentity: false,
  concerns: [{ service: "kultur-bibliotek" }],
  person: {
    givenName: "Exempel",
    familyName: "Exempelsson",
    personalIdentityNumber: "19900101-2385",
    address: { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelstad" },
  },
  delivery: "registered-address",
  language: "sv",
  ...parts,
});

export const aConsultation = (parts: Readonly<Record<string, unknown>> = {}) => ({
  kind: "dpia",
  subject: "Ett påhittat system",
  description: "Behöver vi en konsekvensbedömning?",
  processingStartsOn: "2027-01-01",
  ...parts,
});
