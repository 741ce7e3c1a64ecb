import type { CaseFile, CaseKind } from "../domain/casework/case-file.ts";
import type { Queue } from "../domain/casework/queue.ts";
import type { Instant } from "../domain/instant.ts";
import type { CaseKey } from "./cases.ts";
import type { DisposedCase } from "./disposal.ts";

/** A case as lists show it: codes and dates, nothing that anybody wrote. */
export interface QueueItem {
  readonly reference: string;
  readonly submission: string;
  readonly kind: CaseKind;
  readonly unit: string | null;
  readonly status: string;
  readonly receivedAt: Instant;
  /** The last day (request) or instant (breach); null for a consultation. */
  readonly due: string | null;
  readonly assignee: string | null;
  readonly version: number;
  readonly drill: boolean;
}

export interface QueuePage {
  /** Most urgent first, over all the lists asked for. */
  readonly items: readonly QueueItem[];
  /** Where the next page begins, to give back as `after`; null at the end. */
  readonly next: string | null;
}

export interface QueueQuestion {
  readonly queues: readonly Queue[];
  readonly limit: number;
  readonly after?: string;
  /** Only these, of what the lists hold. */
  readonly status?: string;
  /** A `sub`, or null for cases that nobody has taken. */
  readonly assignee?: string | null;
}

/** The cases as those who work them see them. */
export interface CaseFiles {
  readonly get: (key: CaseKey) => Promise<CaseFile | undefined>;
  /** What is left of a case that has been disposed of; undefined when it has not, or never was. */
  readonly disposed: (key: CaseKey) => Promise<DisposedCase | undefined>;
  /** Writes the case after a command, if its version is still the one before; says whether it did. */
  readonly save: (next: CaseFile) => Promise<boolean>;
  /** The other cases known to be about the same person. */
  readonly samePerson: (key: CaseKey) => Promise<readonly CaseKey[]>;
  readonly list: (question: QueueQuestion) => Promise<QueuePage>;
}
