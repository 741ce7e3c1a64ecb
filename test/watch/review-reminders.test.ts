import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watch } from "../../functions/deadline-watch/deadline-watch.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { City, UnitId } from "../../shared/domain/city.ts";
import { addMilliseconds, type Instant } from "../../shared/domain/instant.ts";
import { reviewReminderNow, unitsReviewing } from "../../shared/domain/yearly/review-reminders.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import { reviewTable } from "../../shared/store/review-table.ts";
import { at } from "../fixtures.ts";
import { aHouse, type House } from "../house.ts";
import { breaking, trouble } from "../proof/faults.ts";
import { isFull } from "../proof/seeded.ts";
import { farsta, kultur } from "../staff/desk.ts";
import { masterOf } from "../store/master.ts";
import { memoryStore } from "../store/memory-store.ts";
import { answered, nothing } from "../yearly/a-review.ts";

const hour = 3_600_000;
describe("a round of the watch in January", () => {
  const two: City = { ...stockholm, units: stockholm.units.filter(({ id }) => id === kultur || id === farsta) };
  const rounds = async (
    times: readonly string[],
    reviews: ReadonlyMap<UnitId, YearlyReview> = new Map(),
    atOnce = 1,
  ) => {
    const store = memoryStore();
    let owed = 0;
    for (const time of times) {
      const done = await Promise.all(
        Array.from({ length: atOnce }, () =>
          watch(at(time), {
            ...store,
            city: two,
            reviews: async () => [...reviews].map(([unit, review]) => ({ unit, review })),
            log: () => undefined,
          }),
        ),
      );
      owed += done.reduce((sum, { reminders }) => sum + reminders, 0);
    }
    return { owed, ids: (await store.reviewLetters.ofYear(2026)).map(({ id }) => id).toSorted() };
  };
  const january = ["2027-01-18T08:00:00Z", "2027-01-19T08:00:00Z", "2027-01-29T08:00:00Z", "2027-02-01T08:00:00Z"];

  it("that never came owes nothing; one, or twenty at once, owe each unit each letter once", async () => {
    expect(await rounds(january, new Map(), 0)).toEqual({ owed: 0, ids: [] });
    const once = await rounds(january);
    expect(once).toEqual({
      owed: 6,
      ids: [farsta, kultur]
        .flatMap((unit) =>
          ["review-due-14-days", "review-due-2-days", "review-overdue"].map((kind) => `${unit}/${kind}`),
        )
        .toSorted(),
    });
    expect(await rounds(january, new Map(), 20)).toEqual(once);
  });

  it("that comes late says only what is so by then", async () => {
    expect((await rounds(["2027-02-03T08:00:00Z"])).ids).toEqual(
      [`${farsta}/review-overdue`, `${kultur}/review-overdue`].toSorted(),
    );
  });

  it("reminds nobody whose review is in, and goes on reminding who has only begun", async () => {
    const { ids } = await rounds(
      january,
      new Map([
        [kultur, answered],
        [farsta, { ...answered, dpias: nothing.dpias }],
      ]),
    );
    expect(new Set(ids.map((id) => id.split("/")[0]))).toEqual(new Set([farsta]));
  });
});

describe("in the whole house", () => {
  const faulty = trouble();
  let house: House;
  beforeAll(async () => {
    house = await aHouse({ onCall: faulty.onCall });
  });
  afterAll(() => house.close());

  /** All reviews of the year are in but those of these units. */
  async function missingOnly(year: number, units: readonly UnitId[]): Promise<void> {
    const { dynamodb, close } = masterOf(house);
    const { keep } = reviewTable(dynamodb, "Reviews");
    const stored = { year, review: answered, isMarkedByDpo: false, version: 1, writtenAt: at("2027-01-10T08:00:00Z") };
    const others = unitsReviewing(stockholm, year).filter(({ id }) => !units.includes(id));
    await Promise.all(others.map(({ id }) => keep({ ...stored, unit: id, writes: [] })));
    close();
  }
  const tried = async (role: string, moment: Instant): Promise<boolean> => {
    try {
      return ((await house.fire(role, moment)) as { failed: number }).failed === 0;
    } catch {
      return false;
    }
  };
  const mailsOf = async (year: number) =>
    (await house.mail()).filter(({ subject }) => String(subject).endsWith(`årsuppföljningen för ${year}`));
  /** As the schedules come, with time enough between for whoever took a letter to be given up. */
  async function settled(moment: Instant): Promise<void> {
    for (const minutes of [0, 12]) {
      const later = addMilliseconds(moment, minutes * 60_000);
      await tried("deadline-watch", later);
      await tried("outbox", later);
      await house.idle();
    }
  }

  it("twenty rounds at once mail each unit once, without a name or a word that anybody wrote", async () => {
    await missingOnly(2090, [kultur, farsta]);
    const moment = at("2091-01-18T09:00:00Z");
    await Promise.all(Array.from({ length: 20 }, () => house.fire("deadline-watch", moment)));
    await Promise.all(Array.from({ length: 5 }, () => house.fire("outbox", moment)));
    await settled(moment);
    const mails = await mailsOf(2090);
    expect(mails.map(({ to }) => String(to)).toSorted()).toEqual(
      [`${farsta}@intag.example`, `${kultur}@intag.example`].toSorted(),
    );
    for (const { text } of mails) {
      expect(String(text)).toContain("senast den 31 januari 2091");
      expect(String(text)).toMatch(/\/personal\/arsuppfoljning\?year=2090\n/);
    }
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });

  it("a review that is handed in ends the reminders", async () => {
    const year = 2091;
    await missingOnly(year, [kultur]);
    await settled(at(`${year + 1}-01-18T09:00:00Z`));
    expect(await mailsOf(year)).toHaveLength(1);
    await missingOnly(year, []);
    await settled(at(`${year + 1}-01-31T09:00:00Z`));
    await settled(at(`${year + 1}-02-01T09:00:00Z`));
    expect(await mailsOf(year)).toHaveLength(1);
  });

  it("a reminder that was already owed is not sent when the review has come in meanwhile", async () => {
    const year = 2092;
    await missingOnly(year, [kultur, farsta]);
    const moment = at(`${year + 1}-01-19T09:00:00Z`);
    await house.fire("deadline-watch", moment);
    await missingOnly(year, [farsta]);
    await settled(moment);
    expect((await mailsOf(year)).map(({ to }) => String(to))).toEqual([`${farsta}@intag.example`]);
  });

  it("whatever single call fails, or is the last one a role makes, each unit is mailed once", async () => {
    let year = 2100;
    const units = isFull ? [kultur, farsta] : [kultur];
    let points = 0;
    const calls = {
      "deadline-watch": ["dynamodb:PutItem"],
      outbox: ["dynamodb:GetItem", "dynamodb:PutItem", "ses:SendEmail"],
    } as const;
    const places = Object.entries(calls).flatMap(([role, actions]) => actions.map((action) => ({ role, action })));
    for (const kind of isFull ? breaking : (["applied, then stopped"] as const))
      for (const place of places)
        for (let nth = 0; ; nth += 1) {
          year += 1;
          await missingOnly(year, units);
          const moment = at(`${year + 1}-01-24T09:00:00Z`);
          const humane = reviewReminderNow(moment) === undefined ? addMilliseconds(moment, 48 * hour) : moment;
          faulty.arm({ ...place, nth }, kind);
          await tried("deadline-watch", humane);
          await tried("outbox", humane);
          await house.idle();
          const isStruck = faulty.disarm().some(({ fault }) => fault !== "pass");
          await settled(addMilliseconds(humane, 5 * 60_000));
          const where = `${kind} at ${place.role} ${place.action} ${nth}`;
          expect([where, (await mailsOf(year)).map(({ to }) => String(to)).toSorted()]).toEqual([
            where,
            units.map((unit) => `${unit}@intag.example`).toSorted(),
          ]);
          if (!isStruck) break;
          points += 1;
        }
    console.log(`faults in the reminders of reviews ${points}, violations 0`);
    expect(points).toBeGreaterThan(8);
  });
});
