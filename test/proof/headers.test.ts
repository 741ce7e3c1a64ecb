import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { securityHeaders } from "../../shared/lambda/security-headers.ts";
import { routes } from "../../shared/routes.ts";
import { aHouse, aRequest, type House, post } from "../house.ts";
import { aDeed, throughPages } from "./client.ts";
import { trouble } from "./faults.ts";

let house: House;
const faulty = trouble();
beforeAll(async () => {
  house = await aHouse({ onCall: faulty.onCall });
});
afterAll(() => house.close());

/** Sent back to this very site over TLS, out of reach of any script, and not with another site's posts. */
function isForThisSiteOnly(cookie: string): boolean {
  const [name = "", ...attributes] = cookie.split("; ");
  const wanted = ["Path=/", "Secure", "HttpOnly"];
  return (
    name.startsWith("__Host-") &&
    wanted.every((attribute) => attributes.includes(attribute)) &&
    attributes.some((attribute) => /^SameSite=(Lax|Strict)$/.test(attribute)) &&
    !attributes.some((attribute) => attribute.startsWith("Domain"))
  );
}

/** What is wrong with the headers that every answer carries. */
function missing(response: Response): readonly string[] {
  const { headers } = response;
  const csp = headers.get("content-security-policy") ?? "";
  return [
    ...Object.entries(securityHeaders).flatMap(([name, value]) => (headers.get(name) === value ? [] : [`no ${name}`])),
    ...(csp.includes("frame-ancestors 'none'") && csp.includes("default-src 'none'") ? [] : ["a weak policy"]),
    ...(/unsafe-|\*|data:|https?:/.test(csp) ? ["an unsafe policy"] : []),
    ...(headers.get("x-content-type-options") === "nosniff" ? [] : ["sniffing"]),
    ...(["no-referrer", "same-origin"].includes(headers.get("referrer-policy") ?? "") ? [] : ["a referrer"]),
    ...(/max-age=(\d+)/.exec(headers.get("strict-transport-security") ?? "")?.[1] === "31536000" ? [] : ["no HSTS"]),
    ...["server", "x-powered-by", "access-control-allow-origin", "via"].filter((name) => headers.has(name)),
    ...headers.getSetCookie().filter((cookie) => !isForThisSiteOnly(cookie)),
  ];
}

/** The address without parameters, and the method, of a route in the table. */
const placeOf = (key: string): { readonly method: string; readonly path: string } => {
  const [method = "GET", path = "/nothing"] = key.includes(" ") ? key.split(" ") : [];
  const known = path.startsWith("/api/v1/forms/") ? "data-subject-request" : path.startsWith("/en/") ? "what" : "vad";
  return { method, path: path.replace(/\{\w+\}/, known) };
};

const ask = (path: string, init: RequestInit = {}) => fetch(`${house.url}${path}`, { redirect: "manual", ...init });
const classes = new Map<string, Set<number>>();
const note = (key: string, response: Response) => {
  const seen = classes.get(key) ?? new Set();
  seen.add(Math.floor(response.status / 100));
  classes.set(key, seen);
};

const aPage = async () => {
  const deed = await aDeed(house, { via: "pages" });
  const state = await throughPages(house, deed);
  return {
    state,
    send: () =>
      ask("/sv/begaran/kontrollera", { method: "POST", body: new URLSearchParams({ state, action: "send" }) }),
  };
};

describe.each(Object.keys(routes).map((key) => [key]))("%s", (key) => {
  it("carries every security header on each kind of answer", async () => {
    const { method, path } = placeOf(key);
    const bodies: readonly RequestInit[] =
      method === "GET"
        ? [{}, { headers: { cookie: "__Host-intag-receipt=k1.AAAA" } }]
        : [
            {},
            { body: "{}", headers: { "content-type": "application/json" } },
            { body: "[", headers: { "content-type": "application/json" } },
            { body: "state=a&reference=b", headers: { "content-type": "application/x-www-form-urlencoded" } },
            { body: "a".repeat(300_000), headers: { "content-type": "application/json" } },
          ];
    for (const init of bodies) {
      for (const query of ["", "?limit=0&kind=x&asOf=x"]) {
        const response = await ask(`${path}${query}`, { method, ...init });
        note(key, response);
        expect(missing(response), `${key} ${response.status}`).toEqual([]);
      }
    }
  });
});

describe("answers of every kind", () => {
  it("a redirect to the receipt carries them too, and a cookie only for this site", async () => {
    const { send } = await aPage();
    const response = await send();
    expect(response.status).toBe(303);
    expect(missing(response)).toEqual([]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("location")).toMatch(/^\/[a-z]/);
  });

  it("an answer to a request that met a broken store, or whose function was stopped, carries them too", async () => {
    const { state } = await aPage();
    const sends: readonly (() => Promise<Response>)[] = [
      () => post(house, "requests", aRequest(), `headers-key-${Math.random()}`),
      () => ask("/sv/begaran/kontrollera", { method: "POST", body: new URLSearchParams({ state, action: "send" }) }),
    ];
    for (const kind of ["out", "stopped before"] as const) {
      for (const send of sends) {
        faulty.arm({ role: "public-forms", action: "dynamodb:PutItem", nth: 0 }, kind);
        const response = await send();
        faulty.disarm();
        expect(response.status, kind).toBeGreaterThanOrEqual(500);
        expect(missing(response), kind).toEqual([]);
        if (kind === "out") expect(response.status).toBe(503);
      }
    }
    const { reference, statusCode } = await (await post(house, "requests", aRequest(), "headers-key-of-status")).json();
    await house.idle();
    const looks: readonly (() => Promise<Response>)[] = [
      () => post(house, "request-status", { reference, statusCode }),
      () => ask("/sv/arende", { method: "POST", body: new URLSearchParams({ reference, statusCode }) }),
      () => ask("/en/case", { method: "POST", body: new URLSearchParams({ reference, statusCode }) }),
    ];
    for (const kind of ["out", "stopped before"] as const) {
      for (const look of looks) {
        faulty.arm({ role: "citizen-status", action: "dynamodb:GetItem", nth: 0 }, kind);
        const response = await look();
        faulty.disarm();
        expect(response.status, kind).toBeGreaterThanOrEqual(500);
        expect(missing(response), kind).toEqual([]);
        expect(response.headers.get("cache-control") ?? "no-store").toBe("no-store");
      }
    }
  });

  it("refusals that the gateway makes by itself carry them too", async () => {
    const tooLarge = await ask("/api/v1/requests", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "a".repeat(10 * 1024 * 1024 + 1),
    });
    expect(tooLarge.status).toBe(413);
    expect(missing(tooLarge)).toEqual([]);
    const tooLong = await ask("/", { headers: { "x-filler": "a".repeat(11_000) } });
    expect(tooLong.status).toBe(431);
    expect(missing(tooLong)).toEqual([]);
  });

  it("nothing personal is kept by any cache: check page, receipt, status, and every answer of the API about a request", async () => {
    const { state, send } = await aPage();
    const check = await ask("/sv/begaran/kontrollera", {
      method: "POST",
      body: new URLSearchParams({ state, action: "stay" }),
    });
    expect(await check.text()).toContain("Exempelsson");
    const person = await ask("/sv/begaran/om-dig", {
      method: "POST",
      body: new URLSearchParams({ state, action: "stay" }),
    });
    const sent = await send();
    const cookie = sent.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const receipt = await ask("/sv/begaran/kvitto", { headers: { cookie } });
    expect(await receipt.text()).toContain("Exempelsson");
    const received = await post(house, "requests", aRequest(), "headers-key-of-answer");
    const { reference, statusCode } = await received.clone().json();
    const personal = [
      check,
      person,
      sent,
      receipt,
      received,
      await post(house, "requests", aRequest(), "headers-key-of-answer"),
      await post(house, "requests", aRequest({ right: "erasure" }), "headers-key-of-answer"),
      await post(house, "requests", { person: 1 }, "headers-key-of-refusal"),
      await post(house, "requests", aRequest({ concerns: [{ service: "folkbokforing" }] }), "headers-key-outside"),
      await post(house, "routing-previews", { concerns: [{ service: "kultur-bibliotek" }] }),
      await post(house, "breach-assessments", {}),
      await post(house, "request-status", { reference, statusCode }),
      await post(house, "request-status", { reference, statusCode: "0" }),
      await ask("/sv/arende", { method: "POST", body: new URLSearchParams({ reference, statusCode }) }),
      await ask("/sv/arende", { method: "POST", body: new URLSearchParams({ reference, statusCode: "0" }) }),
    ];
    for (const response of personal)
      expect(response.headers.get("cache-control"), `${response.url} ${response.status}`).toBe("no-store");
  });

  it("only what is the same for everyone may be kept by caches in between", async () => {
    for (const key of Object.keys(routes)) {
      const { method, path } = placeOf(key);
      if (method !== "GET") continue;
      const response = await ask(path);
      const kept = response.headers.get("cache-control") ?? "";
      const isForAll = /^\/(api\/v1\/|assets\/|dcat\.rdf$)/.test(path) && response.status === 200;
      if (kept.startsWith("public")) expect(isForAll, `${key} ${kept}`).toBe(true);
      else expect(["no-store", "private, no-cache"], key).toContain(kept);
    }
  });

  it("every kind of answer there is was looked at", () => {
    const all = new Set([...classes.values()].flatMap((seen) => [...seen]));
    expect([...all].sort()).toEqual([2, 3, 4]);
    for (const [key, seen] of classes) expect(seen.size, key).toBeGreaterThan(0);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
    console.log(`routes ${classes.size}, classes of status ${all.size}, answers without a header 0`);
  });
});
