import { expect } from "vitest";
import type { MailEvent } from "../../infra/local/mail-events.ts";
import { aHouse } from "../house.ts";
import { type Books, booksOf } from "./books.ts";
import { aDeed, type Deed, postDeed, type Sealed, sendPage, throughPages } from "./client.ts";
import { breaking, type CallPlace, everyKind, type KindOfFault, type Made, maySendAgain, trouble } from "./faults.ts";
import { backwards, violations } from "./invariants.ts";
import { untilQuiet } from "./quiet.ts";
import { isFull } from "./seeded.ts";

/** What is tried everywhere: the full form tries every kind. */
export const triedKinds: readonly KindOfFault[] = isFull ? everyKind : [...breaking, "applied, answer lost"];

interface Path {
  readonly via?: Deed["via"];
  /** What is done once the request is received; nothing but waiting, unless it says otherwise. */
  readonly afterwards?: () => Promise<unknown>;
}

/** A house in which one call after the other meets one fault after the other, with the history of it all. */
export async function aTroubledHouse() {
  const faulty = trouble();
  const deeds: Deed[] = [];
  const hit = new Map<string, number>();
  let heard: readonly MailEvent[] = ["Send", "Delivery"];
  const house = await aHouse({ onCall: faulty.onCall, onMail: () => heard });
  let last: Books = await booksOf(house);

  /** One wish whose path meets one fault, and is then sent again by the person; answers with all calls made for it. */
  async function withFaultAt(place: CallPlace, kind: KindOfFault, path: Path): Promise<readonly Made[]> {
    const { via = "api", afterwards = house.idle } = path;
    // Two cases each, so that every path makes the same calls; now and then one of them is nobody's yet.
    const deed = await aDeed(house, { via, kind: deeds.length % 2 === 0 ? 0 : 3 });
    deeds.push(deed);
    const sealed: Sealed = via === "pages" ? await throughPages(house, deed) : "";
    const send = () => (via === "api" ? postDeed(house, deed) : sendPage(house, deed, sealed));
    faulty.arm(place, kind);
    let isReceived = await send();
    for (let tries = 0; !isReceived && tries < 6; tries += 1) isReceived = await send();
    await afterwards();
    const made = faulty.disarm();
    expect(isReceived, `${deed.token} received`).toBe(true);
    const struck = made.filter(({ fault }) => fault !== "pass");
    for (const { action } of struck.slice(0, 1)) {
      const call = `${place.role} ${action}`;
      hit.set(`${call}: ${kind}`, (hit.get(`${call}: ${kind}`) ?? 0) + 1);
    }
    deed.mailsInDoubt = heard.length === 0 && maySendAgain(made) ? 1 : 0;
    return made;
  }

  return {
    house,
    deeds,
    books: () => last,
    /** Which events follow a mail from now on. */
    hear: (events: readonly MailEvent[]) => {
      heard = events;
    },
    /** Every call of the role on this path, one after the other, each with every kind of fault, until there is none left. */
    everyCall: async (role: string, path: Path = {}, kinds = triedKinds): Promise<number> => {
      const calm = await withFaultAt({ role, action: "none", nth: 0 }, "out", path);
      const actions = new Set(calm.filter((call) => call.role === role).map(({ action }) => action));
      let points = 0;
      for (const kind of kinds) {
        for (const action of actions) {
          for (let nth = 0; ; nth += 1) {
            const made = await withFaultAt({ role, action, nth }, kind, path);
            if (made.every(({ fault }) => fault === "pass")) break;
            points += 1;
          }
        }
      }
      return points;
    },
    /** Nothing was taken back since the last look, and all promises are kept once everything has come to rest. */
    allHolds: async (): Promise<void> => {
      const now = await booksOf(house);
      expect(backwards(last, now)).toEqual([]);
      await untilQuiet(house);
      last = await booksOf(house);
      expect(backwards(now, last)).toEqual([]);
      expect(violations(deeds, last)).toEqual([]);
    },
    /** Every call that was met, was met by every one of the faults; and no role asked for what it may not. */
    wasMetEverywhere: (kinds: readonly KindOfFault[] = breaking): void => {
      const calls = new Set([...hit.keys()].map((where) => where.slice(0, where.lastIndexOf(": "))));
      for (const call of calls) for (const kind of kinds) expect([...hit.keys()]).toContain(`${call}: ${kind}`);
      expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
      const points = [...hit.values()].reduce((sum, count) => sum + count, 0);
      console.log(`faults ${points}, requests ${deeds.length}, calls ${house.calls.length}, violations 0`);
    },
  };
}

export type TroubledHouse = Awaited<ReturnType<typeof aTroubledHouse>>;
