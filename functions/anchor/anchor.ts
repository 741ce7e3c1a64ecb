import { addDays, type CivilDate, yearOf } from "../../shared/domain/civil-date.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { dayOf } from "../../shared/store/access-log-table.ts";
import type { AnchorArchive, ChainEnds } from "../../shared/store/anchors.ts";

export interface AnchorDeps {
  readonly chains: ChainEnds;
  readonly archive: AnchorArchive;
  readonly log: Log;
}

/** How far back the first night looks. */
const firstLookBack = 400;

/** The first day that is not anchored. Days are anchored in order, so there are none before it. */
async function firstDayLeft(today: CivilDate, archive: AnchorArchive): Promise<CivilDate> {
  for (const year of [yearOf(today), yearOf(today) - 1]) {
    const last = (await archive.daysOf(year)).at(-1);
    if (last !== undefined) return addDays(last, 1);
  }
  return addDays(today, -firstLookBack);
}

/**
 * One night: notes where the chains of every day that is over ended, oldest first, from the last day noted on. A day is
 * never noted twice, so a night that comes again finds nothing left to do, and a missed one is made good by the next.
 */
export async function anchorDays(now: Instant, { chains, archive, log }: AnchorDeps): Promise<{ days: number }> {
  const today = dayOf(now);
  let days = 0;
  for (let day = await firstDayLeft(today, archive); day < today; day = addDays(day, 1)) {
    const heads = await chains.endsOn(day);
    if (Object.keys(heads).length === 0) continue;
    await archive.keep({ day, heads });
    days += 1;
  }
  log("anchor-finished", { days });
  return { days };
}
