import type { CaseKind } from "../../shared/domain/casework/case-file.ts";
import type { QueueState } from "../../shared/domain/casework/queue.ts";
import { queuesFor, stateOf, type Viewer } from "../../shared/domain/sight/sight.ts";
import type { CaseFiles, QueueItem, QueuePage } from "../../shared/store/case-files.ts";

/** What of the cases somebody sees they want listed. */
export interface ListFilter {
  readonly kind?: CaseKind;
  readonly unit?: string;
  readonly status?: string;
  /** Only cases that have, or have not, ended; follows from `status` where that is asked for. */
  readonly state?: QueueState;
  /** A `sub`, or null for cases that nobody has taken. */
  readonly assignee?: string | null;
}

/** Where a page begins: open cases come first, those that have ended after them. */
export interface ListPlace {
  readonly state: QueueState;
  readonly after?: string;
}

export interface CaseList {
  readonly items: readonly QueueItem[];
  readonly next: ListPlace | null;
}

/**
 * The cases somebody sees, most urgent first. What they see is decided by which lists the store is asked for; what is
 * left out here is only what they did not ask for, since a reporter's own list knows neither unit nor state.
 *
 * @param from where the last page ended; the beginning when left out
 */
export async function listCases(
  viewer: Viewer,
  { kind, unit, status, state: only, assignee }: ListFilter,
  limit: number,
  from: ListPlace | undefined,
  cases: Pick<CaseFiles, "list">,
): Promise<CaseList> {
  const items: QueueItem[] = [];
  const asked = status === undefined ? only : stateOf(status);
  const last = asked ?? "ended";
  let place: ListPlace | null = from ?? { state: asked ?? "open" };
  while (place !== null && items.length < limit) {
    const state: QueueState = place.state;
    const after: string | undefined = place.after;
    const queues = queuesFor(viewer, {
      state,
      ...(kind === undefined ? {} : { kind }),
      ...(unit === undefined ? {} : { unit }),
    });
    const page: QueuePage =
      queues.length === 0
        ? { items: [], next: null }
        : await cases.list({
            queues,
            limit: limit - items.length,
            ...(after === undefined ? {} : { after }),
            ...(status === undefined ? {} : { status }),
            ...(assignee === undefined ? {} : { assignee }),
          });
    items.push(
      ...page.items.filter((item) => stateOf(item.status) === state && (unit === undefined || item.unit === unit)),
    );
    if (page.next !== null) place = { state, after: page.next };
    else place = state === last ? null : { state: last };
  }
  return { items, next: place };
}
