import { afterAll, beforeAll, expect, it } from "vitest";
import { aHouse, type House } from "../house.ts";
import { aRegistration } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { isFull } from "./seeded.ts";

let house: House;
let dpo = "";
beforeAll(async () => {
  house = await aHouse();
  dpo = await tokenFor(house, "dpo");
});
afterAll(() => house.close());

const workers = 50;
const notesEach = isFull ? 4 : 1;
const caseCount = isFull ? 5 : 10;

/** What each of them writes, one note after the other, and in which of the cases. */
const written = Array.from({ length: workers }, (_, worker) =>
  Array.from({ length: notesEach }, (_, n) => ({ at: (worker + n) % caseCount, text: `Anteckning ${worker}-${n}` })),
);

const versionOf = async (reference: string): Promise<number> =>
  (await ask(house, dpo, `GET cases/${reference}`)).body.version;

/** Writes a note as a colleague does who is told that somebody else was quicker: looks again, and tries again. */
async function noted(reference: string, text: string): Promise<number> {
  let stale = 0;
  for (let version = 1; ; version = await versionOf(reference)) {
    const told = await ask(house, dpo, `POST cases/${reference}/commands`, { command: "note", version, text });
    if (told.status === 200) return stale;
    if (told.status === 409) expect(told.body.code).toBe("stale-version");
    // Too many at once is told to wait, and has changed nothing.
    else expect(told.status).toBe(503);
    stale += 1;
  }
}

it("fifty colleagues at once in the same cases lose nobody's note, and each case's history is one line", async () => {
  const references: string[] = [];
  for (let n = 0; n < caseCount; n += 1) {
    const told = await ask(house, dpo, "POST registrations", aRegistration());
    references.push(`${told.body.reference}-1`);
  }
  await house.idle();

  const tries = await Promise.all(
    written.map(async (notes) => {
      let stale = 0;
      for (const { at, text } of notes) stale += await noted(references[at] ?? "", text);
      return stale;
    }),
  );

  for (const [at, reference] of references.entries()) {
    const { body } = await ask(house, dpo, `GET cases/${reference}`);
    const expected = written
      .flat()
      .filter((note) => note.at === at)
      .map(({ text }) => text);
    const history: readonly { readonly version: number; readonly what: { readonly text: string } }[] = body.history;
    expect(history.map(({ what }) => what.text).toSorted()).toEqual(expected.toSorted());
    expect(history.map(({ version }) => version)).toEqual(expected.map((_, n) => n + 2));
    expect(body.version).toBe(expected.length + 1);
  }
  const stale = tries.reduce((sum, one) => sum + one, 0);
  expect(stale, "they did get in each other's way").toBeGreaterThan(0);
  console.log(
    `colleagues at once ${workers}, cases ${caseCount}, notes ${written.flat().length}, told that somebody was quicker ${stale}, lost 0`,
  );
});
