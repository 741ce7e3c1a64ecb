import { requestStatuses } from "../../domain/case.ts";
import { breachStatuses } from "../../domain/casework/breach-case.ts";
import type { CaseKind } from "../../domain/casework/case-file.ts";
import { consultationStatuses } from "../../domain/casework/consultation-case.ts";
import { parseCaseReference } from "../../domain/reference.ts";
import { statusWords } from "./code-words.ts";
import { staffAddresses } from "./staff-addresses.ts";

const kinds = ["request", "breach", "consultation"] as const satisfies readonly CaseKind[];
const whose = ["all", "mine", "none"] as const;
export type Whose = (typeof whose)[number];

/** What somebody wants to see of the cases they may see. Nothing chosen is everything. */
export interface QueueFilter {
  readonly kind: CaseKind | null;
  readonly assignee: Whose;
  readonly unit: string | null;
  readonly status: string | null;
  /** As it was typed; `parseCaseReference` reads it. */
  readonly reference: string;
  /** Where the page begins, as the store gave it; null at the beginning. */
  readonly cursor: string | null;
}

const longest = 400;

/** Reads the filter of an address. What it does not know it takes for nothing chosen: a link can be old. */
export function queueFilterOf(
  ask: (name: string) => string | undefined,
  units: { has(unit: string): boolean },
): QueueFilter {
  const asked = (name: string): string => (ask(name) ?? "").trim().slice(0, longest);
  const kind = kinds.find((each) => each === asked("kind")) ?? null;
  const status = asked("status");
  const unit = asked("unit");
  return {
    kind,
    assignee: whose.find((each) => each === asked("assignee")) ?? "all",
    unit: units.has(unit) ? unit : null,
    status: isStatusOf(kind, status) ? status : null,
    reference: asked("reference").slice(0, 80),
    cursor: asked("cursor") || null,
  };
}

const isStatusOf = (kind: CaseKind | null, status: string): boolean =>
  (kind === null ? kinds : [kind]).some((each) => Object.hasOwn(statusWords[each], status));

/** The statuses to choose among: the kind's own, or all; each once, with its word. */
export function statusesOf(kind: CaseKind | null): readonly { readonly value: string; readonly label: string }[] {
  const all: readonly [CaseKind, readonly string[]][] = [
    ["request", requestStatuses],
    ["breach", breachStatuses],
    ["consultation", consultationStatuses],
  ];
  const words = new Map<string, string>();
  for (const [each, statuses] of all) {
    if (kind !== null && kind !== each) continue;
    for (const status of statuses) if (!words.has(status)) words.set(status, statusWords[each][status] ?? status);
  }
  return [...words].map(([value, label]) => ({ value, label }));
}

/** The address of a filter, so that a list can be kept and passed on. */
export function queueAddress(filter: QueueFilter): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ["kind", filter.kind],
    ["assignee", filter.assignee === "all" ? null : filter.assignee],
    ["unit", filter.unit],
    ["status", filter.status],
    ["reference", filter.reference],
    ["cursor", filter.cursor],
  ];
  const query = new URLSearchParams(
    parts
      .filter((part): part is readonly [string, string] => part[1] !== null && part[1] !== "")
      .map(([a, b]) => [a, b]),
  ).toString();
  return query === "" ? staffAddresses.cases : `${staffAddresses.cases}?${query}`;
}

/** The case whose number was typed, in its stored form; undefined when it is no number of a case. */
export const typedReference = (filter: QueueFilter): string | undefined => {
  const parsed = parseCaseReference(filter.reference);
  if (parsed === undefined) return undefined;
  return parsed.number === null ? parsed.submission : `${parsed.submission}-${parsed.number}`;
};
