import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseStatusCode } from "../../shared/domain/reference.ts";
import { draftNameOf } from "../../shared/identity/draft-seal.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { attributeOf, tagsOf } from "../pages/flow-by-hand.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterEach(() => expect(house.functionErrors).toEqual([]));
afterAll(() => house?.close());

interface Shown {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

const shown = async (response: Response): Promise<Shown> => ({
  status: response.status,
  html: await response.text(),
  headers: response.headers,
});
const get = async (path: string) => shown(await fetch(`${house.url}${path}`, { redirect: "manual" }));
const post = async (path: string, fields: Readonly<Record<string, string>>, extra: readonly [string, string][] = []) =>
  shown(
    await fetch(`${house.url}${path}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams([...Object.entries(fields), ...extra]),
    }),
  );
const hiddenIn = ({ html }: Shown, name: string): string => {
  const tag = tagsOf(html, "input").find((each) => attributeOf(each, "name") === name);
  return (tag && attributeOf(tag, "value")) ?? "";
};
const actionIn = ({ html }: Shown): string =>
  attributeOf(tagsOf(html, "form").find((tag) => attributeOf(tag, "id") === "answers") ?? "", "action") ?? "";
const headingOf = ({ html }: Shown): string => (/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? "").replace(/<[^>]+>/g, "");
const textOf = ({ html }: Shown): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const steps: readonly (readonly [string, Readonly<Record<string, string>>, readonly [string, string][]])[] = [
  ["vad", { right: "access" }, []],
  ["vem", { onBehalfOf: "self" }, []],
  ["skyddade-uppgifter", { protectedIdentity: "no" }, []],
  [
    "verksamheter",
    {},
    [
      ["service", "soc-ekonomiskt-bistand"],
      ["service", "kultur-bibliotek"],
    ],
  ],
  ["var", { "place.1": "Husby", "from.1": "2015", "to.1": "2019" }, []],
  ["beskriv", { details: "Allt som gäller prov 17." }, []],
  ["svar", { delivery: "registered-address" }, []],
  [
    "om-dig",
    {
      "person.givenName": "Prov",
      "person.familyName": "Exempelsson",
      "person.personalIdentityNumber": "19900101-2385",
      "person.address.street": "Exempelgatan 17",
      "person.address.postalCode": "123 45",
      "person.address.city": "Exempelstad",
    },
    [],
  ],
];

/** From the first page on, up to the page with that last part. */
async function answerUpTo(slug: string): Promise<Shown> {
  let page = await get("/sv/begaran/vad");
  for (const [step, fields, more] of steps) {
    if (step === slug) return page;
    page = await post(`/sv/begaran/${step}`, { state: hiddenIn(page, "state"), ...fields, action: "next" }, more);
  }
  return page;
}

const codeOn = ({ html }: Shown): string => /intag-code">([0-9A-Z-]+)</.exec(html)?.[1] ?? "";

/** Saves on the page for the details, with something written there. */
async function saved(details = "Halvfärdig mening om prov 17") {
  const page = await answerUpTo("beskriv");
  return post("/sv/begaran/beskriv", { state: hiddenIn(page, "state"), details, action: "save" });
}

const withCode = (code: string) => post("/sv/fortsatt", { code });
const drafts = async () => (await itemsOf(house, "Submissions")).filter(({ kind }) => kind?.S === "draft");

describe("Somebody who must stop half-way", () => {
  it("gets a code and a last day, and what is stored says nothing without the code", async () => {
    const page = await saved();
    expect(page.status).toBe(200);
    expect(headingOf(page)).toBe("Vi har sparat dina svar");
    expect(page.headers.get("cache-control"), "the code is kept by no cache").toBe("no-store");
    expect(page.headers.get("set-cookie")).toBeNull();
    expect(textOf(page)).toMatch(/till \d{1,2} \p{L}+ \d{4} \. Sedan tar vi bort dem\./u);
    const code = parseStatusCode(codeOn(page)) ?? "";
    expect(code).toHaveLength(26);

    const item = (await drafts()).find(({ reference }) => reference?.S === draftNameOf(code));
    expect(Object.keys(item ?? {}).toSorted()).toEqual([
      "draftExpiresAt",
      "kind",
      "reference",
      "schemaVersion",
      "sealed",
    ]);
    const stored = JSON.stringify(item);
    for (const secret of [code, codeOn(page), "Husby", "prov 17", "soc-ekonomiskt", "access"])
      expect(stored).not.toContain(secret);
    const days = (Number(item?.draftExpiresAt?.N) * 1_000 - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(14);
    expect(days).toBeLessThanOrEqual(15.1);
  });

  it("goes on with the code where they stopped, with everything as it was, and sends once", async () => {
    const code = codeOn(await saved());
    const found = await withCode(code.toLowerCase().replaceAll("-", " "));
    expect(found.status).toBe(200);
    expect(headingOf(found)).toBe("Dina svar finns kvar");
    expect(found.headers.get("cache-control")).toBe("no-store");
    expect(textOf(found), "the page itself shows no answer").not.toMatch(/Husby|prov 17/);

    const on = async () => {
      const again = await withCode(code);
      let page = await post(actionIn(again), { state: hiddenIn(again, "state"), action: "stay" });
      expect(headingOf(page)).toContain("Finns det något särskilt du vill ha?");
      expect(page.html).toContain("Halvfärdig mening om prov 17");
      for (const [step, fields, more] of steps.slice(5))
        page = await post(`/sv/begaran/${step}`, { state: hiddenIn(page, "state"), ...fields, action: "next" }, more);
      expect(headingOf(page)).toBe("Kontrollera dina svar innan du skickar");
      expect(textOf(page)).toContain("Husby");
      return post("/sv/begaran/kontrollera", { state: hiddenIn(page, "state"), action: "send" });
    };
    const before = (await itemsOf(house, "Submissions")).filter(({ kind }) => kind?.S === "submission").length;
    const [first, second] = [await on(), await on()];
    expect([first.status, second.status], "the same answers from two places are one request").toEqual([303, 303]);
    const after = (await itemsOf(house, "Submissions")).filter(({ kind }) => kind?.S === "submission").length;
    expect(after - before).toBe(1);
  });

  it("can save on the page before sending too, and in the other language", async () => {
    const check = await answerUpTo("");
    expect(headingOf(check)).toBe("Kontrollera dina svar innan du skickar");
    const page = await post("/en/request/check", { state: hiddenIn(check, "state"), action: "save" });
    expect(headingOf(page)).toBe("We have saved your answers");
    const found = await post("/en/continue", { code: codeOn(page) });
    expect(headingOf(found)).toBe("Your answers are still here");
    const back = await post(actionIn(found), { state: hiddenIn(found, "state"), action: "stay" });
    expect(headingOf(back)).toBe("Check your answers before you send");
  });

  it("keeps nothing of somebody with a protected identity", async () => {
    const page = await answerUpTo("skyddade-uppgifter");
    const before = (await drafts()).length;
    const answer = await post("/sv/begaran/skyddade-uppgifter", {
      state: hiddenIn(page, "state"),
      protectedIdentity: "yes",
      action: "save",
    });
    expect(headingOf(answer)).toBe("Använd inte e-tjänsten");
    expect((await drafts()).length).toBe(before);
  });

  it("saves nothing from answers that were not sealed here", async () => {
    const before = (await drafts()).length;
    const answer = await post("/sv/begaran/beskriv", { state: "k1.prov", details: "prov", action: "save" });
    expect(answer.status).toBe(400);
    expect((await drafts()).length).toBe(before);
  });
});

describe("A code that opens nothing", () => {
  const table = () => {
    const { url, credentials } = house.endpoint;
    return new DynamoDBClient({ endpoint: url, region: "eu-north-1", credentials });
  };

  it("gets the same answer whether it is malformed, wrong, expired or of what has been cleared away", async () => {
    const code = parseStatusCode(codeOn(await saved())) ?? "";
    const item = (await drafts()).find(({ reference }) => reference?.S === draftNameOf(code));
    if (item?.reference === undefined) throw new Error("the draft should be stored");
    const dynamodb = table();
    const yesterday = { N: String(Math.floor(Date.now() / 1_000) - 1) };
    await dynamodb.send(new PutItemCommand({ TableName: "Submissions", Item: { ...item, draftExpiresAt: yesterday } }));
    const expired = await withCode(code);
    await dynamodb.send(new DeleteItemCommand({ TableName: "Submissions", Key: { reference: item.reference } }));
    const cleared = await withCode(code);
    dynamodb.destroy();
    const [malformed, wrong, empty] = [await withCode("prov"), await withCode("0".repeat(26)), await withCode("")];
    for (const answer of [expired, cleared, malformed, wrong, empty]) {
      expect(answer.status).toBe(404);
      expect(answer.html).toBe(malformed.html);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect(textOf(malformed)).toContain("Vi hittar inga sparade svar med den koden.");
  });

  it("is also what a case's code is here, and a draft's code is for a case", async () => {
    const code = codeOn(await saved());
    const asCase = await post("/sv/arende", { reference: "7K3M-9Q2X-4TBHP", statusCode: code });
    expect(asCase.status).toBe(404);
    for (const name of [draftNameOf(parseStatusCode(code) ?? ""), "draft-"]) {
      const asReference = await post("/sv/arende", { reference: name, statusCode: code });
      expect(asReference.status).toBe(404);
    }
  });
});

describe("What is saved and not sent", () => {
  it("becomes no case, waits for nobody, owes no letter and is in no list", async () => {
    // What was sent before becomes a case when its change has come through.
    await house.idle();
    const before = await itemsOf(house, "Cases");
    await saved("Detta räknas aldrig");
    await house.idle();
    expect((await itemsOf(house, "Cases")).length).toBe(before.length);
    for (const draft of await drafts()) {
      expect(draft.pendingIntake).toBeUndefined();
      expect(draft.receivedAt).toBeUndefined();
    }
  });

  it("is the only thing the table clears away by itself: nothing that was sent carries that day", async () => {
    const sent = (await itemsOf(house, "Submissions")).filter(({ kind }) => kind?.S !== "draft");
    expect(sent.length).toBeGreaterThan(0);
    for (const item of sent) expect(item.draftExpiresAt).toBeUndefined();
  });
});
