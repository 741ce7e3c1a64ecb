import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formIn, identified, postForm, toThePerson } from "../citizen/person.ts";
import { aHouse, type House } from "../house.ts";
import { everyFault, trouble } from "../proof/faults.ts";
import { aVisitor, signedIn, unusedForAWhile, type Visitor } from "./visitor.ts";

const faulty = trouble();
/** A role whose function ends at its next call, so that the one after it knows nothing. */
let ending: string | undefined;
/** How often the provider has met a fault. */
let silent = 0;
let house: House;
beforeAll(async () => {
  house = await aHouse({
    onCall: (call) => {
      if (call.role === ending) {
        ending = undefined;
        return { kill: "before" };
      }
      const fault = faulty.onCall(call);
      if (call.role === "provider" && fault !== "pass") silent += 1;
      return fault;
    },
  });
});
afterAll(() => house?.close());

const account = "/personal/konto";
const cookieName = "__Host-intag-staff";
const secretOf = (visitor: Visitor) => visitor.jarOf(house.url).get(cookieName);
const withSecret = (secret: string) =>
  fetch(`${house.url}${account}`, { redirect: "manual", headers: { cookie: `${cookieName}=${secret}` } });
const out = (secret: string) =>
  fetch(`${house.url}/personal/logga-ut`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: house.url, "sec-fetch-site": "same-origin", cookie: `${cookieName}=${secret}` },
  });
const nobodys = "n".repeat(43);

/** Lets both functions begin anew, so that they ask the provider who it is and for its keys. */
async function forgotten(): Promise<void> {
  ending = "sign-in";
  await out(nobodys);
  ending = "authorizer";
  await withSecret(nobodys);
  ending = undefined;
}

const answered = async (ask: () => Promise<Response>): Promise<Response> => {
  for (let tries = 0; tries < 8; tries += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && answer.status < 500) return answer;
  }
  throw new Error("it was never answered");
};

/** Tries until it lets them in; whoever it does not let in has nothing to show. */
async function signedInAtLast(where: string): Promise<Visitor> {
  const visitor = aVisitor();
  for (let tries = 0; tries < 8; tries += 1) {
    const back = await signedIn(visitor, house, "local.dpo").catch(() => undefined);
    const isIn = back?.status === 303;
    expect([where, secretOf(visitor) !== undefined], "a secret goes with being let in").toEqual([where, isIn]);
    if (isIn) return visitor;
  }
  throw new Error(`${where}: never let in`);
}

async function inAndOut(where: string): Promise<void> {
  const visitor = await signedInAtLast(where);
  const page = await answered(() => visitor.go(`${house.url}${account}`));
  expect([where, page.status]).toEqual([where, 200]);
  expect(await page.text()).toContain("Dataskyddsombud");
  const secret = secretOf(visitor) ?? "";
  expect([where, (await answered(() => out(secret))).status]).toEqual([where, 303]);
  expect([where, (await answered(() => withSecret(secret))).status]).toEqual([where, 303]);
}

describe("whatever single call fails, is lost, or is the last one a function makes", () => {
  it.each([
    ["sign-in", 2],
    ["authorizer", 1],
  ] as const)("of %s, whoever is let in is let in whole, and whoever has left is out", async (role, atLeast) => {
    expect(await everyFault(faulty, role, inAndOut)).toBeGreaterThanOrEqual(atLeast);
  });

  it("of the provider, nobody is let in by what it did not say", async () => {
    const points = await everyFault(faulty, "provider", async (where) => {
      await forgotten();
      await inAndOut(where);
    });
    expect(points).toBeGreaterThanOrEqual(3);
  });

  it("nobody gets in by a secret that opens nothing", async () => {
    await everyFault(faulty, "authorizer", async (where) => {
      const { status } = await withSecret(nobodys);
      expect([where, status === 303 || status >= 500]).toEqual([where, true]);
    });
  });

  it("of the authorizer when a session is renewed, it goes on or they sign in again", async () => {
    const points = await everyFault(faulty, "authorizer", async (where) => {
      const visitor = aVisitor();
      await signedIn(visitor, house, "local.dpo");
      await unusedForAWhile(house, 5);
      const page = await answered(() => visitor.go(`${house.url}${account}`));
      expect([where, [200, 303].includes(page.status)]).toEqual([where, true]);
      if (page.status === 200) expect(await page.text()).toContain("Dataskyddsombud");
      else await inAndOut("after it had ended");
    });
    expect(points).toBeGreaterThanOrEqual(1);
  });

  it("of the provider when it is asked again, whoever had a session waits no longer than it is silent", async () => {
    const points = await everyFault(faulty, "provider", async (where) => {
      const visitor = await signedInAtLast(where);
      await unusedForAWhile(house, 5);
      const silentBefore = silent;
      let unanswered = 0;
      const page = await answered(async () => {
        const answer = await visitor.go(`${house.url}${account}`);
        if (answer.status >= 500) unanswered += 1;
        return answer;
      });
      // Each request that was not answered asked for itself and met the fault: none waited for the one before it.
      expect([where, unanswered <= silent - silentBefore]).toEqual([where, true]);
      expect([where, [200, 303].includes(page.status)]).toEqual([where, true]);
      if (page.status === 200) expect(await page.text()).toContain("Dataskyddsombud");
    });
    expect(points).toBeGreaterThanOrEqual(1);
  });

  it("of the broker, a citizen is who the broker says they are, or nobody, and keeps their answers", async () => {
    const points = await everyFault(faulty, "broker", async (where) => {
      const visitor = aVisitor();
      const { state, action } = formIn(await toThePerson(visitor, house));
      await forgotten();
      await postForm(visitor, `${house.url}${action}`, { state, action: "identify" });
      let html = "";
      for (let tries = 0; tries < 8 && !html.includes('value="199001012385"'); tries += 1) {
        html = await identified(visitor, house, "citizen.1").then(
          (page) => page.text(),
          () => "",
        );
        const form = await answered(() => visitor.go(`${house.url}/sv/begaran/om-dig`));
        const shown = await form.text();
        expect([where, shown.includes("Om dig")]).toEqual([where, true]);
        if (!html.includes("199001012385")) expect([where, shown.includes("199001012385")]).toEqual([where, false]);
      }
      expect([where, html.includes('value="199001012385"')]).toEqual([where, true]);
    });
    expect(points).toBeGreaterThanOrEqual(2);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
