import * as z from "zod";
import { doNotInformGrounds } from "../domain/casework/breach-case.ts";
import { type CaseEvent, caseEvents } from "../domain/casework/case-file.ts";
import { roles } from "../domain/casework/case-history.ts";
import { addressees, caseLetterKinds } from "../domain/casework/case-letter.ts";
import { type Remedy, remedies } from "../domain/casework/remedies.ts";
import {
  evidenceKinds,
  evidenceRefusals,
  representationProofs,
  representedKinds,
} from "../domain/casework/representation.ts";
import { requestOutcomes } from "../domain/casework/request-case.ts";
import type { CivilDate } from "../domain/civil-date.ts";
import {
  causeCodes,
  dataKindCodes,
  discoveredByCodes,
  effectCodes,
  personGroupCodes,
  stoppedCodes,
  whatHappenedCodes,
} from "../domain/incident-codes.ts";
import type { Instant } from "../domain/instant.ts";
import { attemptOutcomes, letterStates } from "../domain/letter.ts";
import type { Triage } from "../domain/routing/routing.ts";

/** The parts of a stored case, as they are checked whenever one is read. */

export const at = z.custom<Instant>((value) => typeof value === "string");
export const on = z.custom<CivilDate>((value) => typeof value === "string");
/** What an item leaves out when it is null. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);
/** Yes or no, which an item spells as a word. */
export const yesNo = z.enum(["yes", "no"]).transform((word) => word === "yes");
export const wordOf = (yes: boolean): "yes" | "no" => (yes ? "yes" : "no");
/** Nested data, kept as JSON text in one attribute. */
export const json = <Output>(schema: z.ZodType<Output>) =>
  z.string().transform((text) => schema.parse(JSON.parse(text)));

const isKeyOf =
  <Known extends object>(known: Known) =>
  (word: unknown): word is keyof Known & string =>
    typeof word === "string" && Object.hasOwn(known, word);

export const timeline = z.array(z.object({ at, event: z.custom<CaseEvent>(isKeyOf(caseEvents)) }));

const standing = z.object({ status: z.string(), unit: z.string().nullable() });
const said = z.record(z.string(), z.unknown());
export const history = z.array(
  z.object({
    version: z.number(),
    at,
    recordedAt: at,
    who: z.object({ sub: z.string(), role: z.enum(roles), name: z.string().exactOptional() }),
    command: z.string(),
    what: said,
    was: said.exactOptional(),
    from: standing,
    to: standing,
    key: z.string(),
    bodyHash: z.string(),
  }),
);

export const letters = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(caseLetterKinds),
    // The first letters there were had one addressee, which was not written down.
    to: z.enum(addressees).default("citizen"),
    state: z.enum(letterStates),
    attempts: z.array(z.object({ number: z.number(), at, outcome: z.enum(attemptOutcomes) })),
    nextAttemptAt: at.nullable(),
  }),
);

export const owedCases = z.array(
  z.object({
    id: z.string(),
    unit: z.string(),
    countedUnit: z.string(),
    owedAt: at,
    opened: z.number().nullable(),
  }),
);
export const openedFrom = z.object({ reference: z.string(), owed: z.string() });

export const triage = z.custom<Triage>(
  (value) => typeof value === "object" && value !== null && "candidates" in value && "question" in value,
);

export const extension = z.object({
  reason: z.enum(["complex", "many-requests"]),
  explanation: z.string(),
  noticeSentOn: on,
});
export const identity = z.object({
  state: z.enum(["not-checked", "asked", "confirmed"]),
  at: at.nullable(),
  how: z.string().nullable(),
});
export const representation = z.object({
  of: z.enum(representedKinds),
  confirmed: z.object({ at, how: z.enum(representationProofs) }).nullable(),
});
export const evidence = z.array(
  z.discriminatedUnion("outcome", [
    z.object({ id: z.string(), at, outcome: z.literal("received"), kind: z.enum(evidenceKinds), size: z.number() }),
    z.object({ id: z.string(), at, outcome: z.literal("refused"), reason: z.enum(evidenceRefusals) }),
  ]),
);
export const searches = z.array(z.object({ at, system: z.string(), found: z.boolean() }));
export const forwarded = z.array(z.object({ at, from: z.string().nullable(), to: z.string() }));
export const closing = z.object({
  outcome: z.enum(requestOutcomes),
  sentOn: on.nullable(),
  explanation: z.string().nullable(),
  remedies: z.array(z.custom<Remedy>(isKeyOf(remedies))),
  answeredInTime: z.boolean().nullable(),
  answeredWithin30Days: z.boolean().nullable(),
  instead: z.string().nullable(),
});

export const facts = z.object({
  whatHappened: z.enum(whatHappenedCodes),
  description: z.string(),
  discoveredBy: orNull(z.enum(discoveredByCodes)),
  cause: orNull(z.enum(causeCodes)),
  effect: z.array(z.enum(effectCodes)),
  personGroups: z.array(z.enum(personGroupCodes)),
  personsAbout: orNull(z.number()),
  dataKinds: z.array(z.enum(dataKindCodes)),
  measuresTaken: orNull(z.string()),
  stopped: orNull(z.enum(stoppedCodes)),
});

const decided = { decidedBy: z.string().nullable(), dpoAdvice: z.string().nullable() };
export const assessment = z.object({ explanation: z.string(), ...decided });
export const authority = z.discriminatedUnion("decision", [
  z.object({
    decision: z.literal("notified"),
    authorityReference: z.string().nullable(),
    lateReason: z.string().nullable(),
    complete: z.boolean(),
    ...decided,
  }),
  z.object({ decision: z.literal("not-notified"), explanation: z.string(), ...decided }),
]);
export const subjects = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("informed"), how: z.string(), ...decided }),
  z.object({
    decision: z.literal("not-informed"),
    ground: z.enum(doNotInformGrounds),
    explanation: z.string(),
    ...decided,
  }),
]);
export const measures = z.array(
  z.object({ id: z.string(), what: z.string(), owner: z.string(), dueOn: on, completedOn: on.nullable() }),
);
export const dismissal = z.object({ explanation: z.string() });
