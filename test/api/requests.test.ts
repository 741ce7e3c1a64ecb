import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, aRequest, type House, itemsOf, post } from "../house.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

let keys = 0;
const aKey = () => {
  keys += 1;
  return `a-test-key-${String(keys).padStart(8, "0")}`;
};
const stored = async () => (await itemsOf(house, "Submissions")).length;

describe("a request by the API", () => {
  it("is received: one reference, who answers and why, the last day", async () => {
    const response = await post(house, "requests", aRequest(), aKey());
    const answer = await response.json();
    expect(response.status).toBe(201);
    expect(answer.reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(answer.recipients.map(({ unit }: { unit: string }) => unit)).toEqual([
      "sthlm-sdn-jarva",
      "sthlm-kulturnamnden",
    ]);
    expect(answer.recipients[0].because.join(" ")).toContain("Rinkeby-Kista");
    expect(answer.triage).toBeNull();
  });

  it("gives each controller a case and the person one receipt by mail", async () => {
    const answer = await (await post(house, "requests", aRequest(), aKey())).json();
    await house.idle();
    const status = await (
      await post(house, "request-status", { reference: answer.reference, statusCode: answer.statusCode })
    ).json();
    expect(status.cases.map(({ unit, status: state }: { unit: string; status: string }) => [unit, state])).toEqual([
      ["sthlm-sdn-jarva", "received"],
      ["sthlm-kulturnamnden", "received"],
    ]);
    expect(status.dueOn).toBe(answer.dueOn);
    const mails = (await house.mail()).filter(({ text }) => text.includes(answer.reference));
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/Exempelsson|19900101|Husby|Järva|Kultur/);
  });

  it("sent again with the same key gets the same answer; with another content it is refused", async () => {
    const key = aKey();
    const first = await post(house, "requests", aRequest(), key);
    const again = await post(house, "requests", aRequest(), key);
    expect(again.status).toBe(201);
    expect(first.headers.has("idempotent-replay")).toBe(false);
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect(await again.json()).toEqual(await first.json());
    const other = await post(house, "requests", aRequest({ right: "erasure" }), key);
    expect(other.status).toBe(409);
    expect(await other.text()).not.toContain("Exempelsson");
  });

  it("of somebody with protected identity is turned to the phone and visit route, and nothing is stored", async () => {
    const before = await stored();
    for (const body of [aRequest({ protectedIdentity: true }), { protectedIdentity: true }]) {
      const response = await post(house, "requests", body, aKey());
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: "protected-identity" });
    }
    expect(await stored()).toBe(before);
  });

  it("that only concerns others is answered with who they are, and nothing is stored", async () => {
    const before = await stored();
    const response = await post(house, "requests", aRequest({ concerns: [{ service: "folkbokforing" }] }), aKey());
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "outside-the-city", outside: [{ id: "ext-skatteverket" }] });
    expect(await stored()).toBe(before);
  });

  it("makes exactly one call to the store", async () => {
    const before = house.calls.length;
    await post(house, "requests", aRequest({ contact: {} }), aKey());
    const made = house.calls.slice(before).filter(({ role }) => role === "public-forms");
    expect(made.map(({ action }) => action)).toEqual(["dynamodb:PutItem"]);
  });

  it.each([[undefined], ["short"], ["x".repeat(129)], ["with space in the key"]])(
    "without a usable key is refused: %j",
    async (key) => {
      const response = await post(house, "requests", aRequest(), key);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "idempotency-key-required" });
    },
  );
});

describe("the status of a request", () => {
  it("is the same nothing for anything that is wrong", async () => {
    const { reference, statusCode } = await (await post(house, "requests", aRequest(), aKey())).json();
    const wrong = [
      { reference, statusCode: "0".repeat(26) },
      { reference: "0000-0000-00000", statusCode },
      { reference: "", statusCode: "" },
      { reference: "<script>", statusCode },
      { reference: "x".repeat(10_000), statusCode },
    ];
    const answers = await Promise.all(
      wrong.map(async (body) => {
        const response = await post(house, "request-status", body);
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
  });

  it.each([[{}], [{ reference: 1, statusCode: 2 }], [[]], [{ reference: "a", statusCode: "b", more: 1 }]])(
    "asked in another shape is refused: %j",
    async (body) => {
      expect((await post(house, "request-status", body)).status).toBe(400);
    },
  );
});
