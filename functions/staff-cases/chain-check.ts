import { type Anchor, brokenAt, type LoggedLook } from "../../shared/domain/casework/access-chain.ts";
import { addDays, type CivilDate, yearOf } from "../../shared/domain/civil-date.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import type { AccessLog } from "../../shared/store/access-log.ts";
import { chainName, dayOf, sha256 } from "../../shared/store/access-log-table.ts";
import type { AnchorReader } from "../../shared/store/anchors.ts";

/** How a case's chain of looks stands. */
export interface ChainCheck {
  /** The number of the first look that is not as it was written, or is missing; null when all are. */
  readonly brokenAt: number | null;
  /** The last day whose ends of chains are noted under lock; null while there is none. */
  readonly anchoredThrough: CivilDate | null;
}

interface CheckDeps {
  readonly looks: Pick<AccessLog, "of">;
  readonly anchors: AnchorReader;
}

const pageSize = 1_000;

async function wholeChain(reference: string, { of }: CheckDeps["looks"]): Promise<readonly LoggedLook[]> {
  const looks: LoggedLook[] = [];
  for (;;) {
    const page = await of(reference, { limit: pageSize, after: looks.at(-1)?.seq ?? 0 });
    looks.push(...page);
    if (page.length < pageSize) return looks;
  }
}

/** So many objects are asked for at once. */
const atOnce = 25;

/**
 * Counts a case's whole chain over again, and holds it to every end of it that has been noted under lock since a day, so
 * that looks taken off its end, or a chain made anew, are missed too.
 *
 * @param since the day the case began, from elsewhere than the log: what is tampered with does not say where to look
 */
export async function checkChain(
  reference: string,
  since: CivilDate,
  now: Instant,
  { looks, anchors }: CheckDeps,
): Promise<ChainCheck> {
  const chain = await wholeChain(reference, looks);
  const first = chain[0] === undefined ? since : dayOf(chain[0].at);
  const from = first < since ? first : since;
  const until = dayOf(now);
  const days: CivilDate[] = [];
  for (let year = yearOf(from); year <= yearOf(until); year += 1)
    days.push(...(await anchors.daysOf(year)).filter((day) => day >= from));
  const ends: Anchor[] = [];
  const name = chainName(reference);
  for (let start = 0; start < days.length; start += atOnce) {
    const some = await Promise.all(days.slice(start, start + atOnce).map((day) => anchors.anchor(day)));
    ends.push(...some.flatMap(({ heads }) => heads[name] ?? []));
  }
  return { brokenAt: brokenAt(chain, sha256, ends), anchoredThrough: days.at(-1) ?? null };
}

/** Where to begin when nothing but the log tells of a case. */
export const longAgo = (now: Instant): CivilDate => addDays(dayOf(now), -400);
