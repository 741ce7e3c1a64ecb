import { type CaseFile, type CaseKind, isEnded } from "./case-file.ts";

/**
 * A list that the store keeps by itself, so that who may see what is decided by which lists are asked for and never by
 * leaving rows out afterwards. Every case stands in one of its unit's, in one of the city's, and in its reporter's.
 */
export type Queue = string & { readonly [queueBrand]: true };
declare const queueBrand: unique symbol;

export type QueueState = "open" | "ended";
/** Cases of persons with protected identity stand apart: those not cleared for them never ask for their lists. */
export type QueueGuard = "plain" | "protected";

const queue = (...parts: readonly string[]) => parts.join("#") as Queue;

/** `unit` null: the cases that nobody has yet, which the DPO decides on. */
export const unitQueue = (kind: CaseKind, unit: string | null, state: QueueState, guard: QueueGuard): Queue =>
  queue("unit", unit ?? "triage", kind, state, guard);
export const cityQueue = (kind: CaseKind, state: QueueState, guard: QueueGuard): Queue =>
  queue("city", kind, state, guard);
export const reporterQueue = (sub: string, kind: CaseKind): Queue => queue("reporter", kind, sub);

const guardOf = (file: CaseFile): QueueGuard =>
  file.kind === "request" && file.protectedIdentity ? "protected" : "plain";

/** The lists a case stands in now. */
export function queuesOf(file: CaseFile): {
  readonly unit: Queue;
  readonly city: Queue;
  readonly reporter: Queue | null;
} {
  const state = isEnded(file) ? "ended" : "open";
  const guard = guardOf(file);
  return {
    unit: unitQueue(file.kind, file.unit, state, guard),
    city: cityQueue(file.kind, state, guard),
    reporter: file.kind === "request" ? null : reporterQueue(file.reportedBy, file.kind),
  };
}

/** When the case must be dealt with: what lists are ordered by, most urgent first. Never the same for two cases. */
export function urgencyOf(file: CaseFile): string {
  const due = file.kind === "request" ? file.dueOn : file.kind === "breach" ? file.dueAt : file.receivedAt;
  return `${due}#${file.reference}`;
}
