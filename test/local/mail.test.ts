import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OnMail } from "../../infra/local/mail-events.ts";
import { type Local, up } from "../../infra/local/up.ts";
import { type Fixture, fixture, freshFolder } from "./fixture-stack.ts";

let stack: Fixture;
let local: Local | undefined;
beforeAll(async () => {
  stack = await fixture();
});
afterEach(() => local?.stop());
const start = async (data: string, onMail?: OnMail): Promise<Local> => {
  local = await up({
    ...stack,
    port: 0,
    data,
    schedules: false,
    warm: false,
    ...(onMail === undefined ? {} : { onMail }),
  });
  return local;
};
const heard = (city: Local) =>
  city.logs.filter(({ entry }) => "heard" in entry).map(({ entry }) => [entry.heard, entry.letter]);

describe("a schedule fired by hand", () => {
  it("answers when it has run, with the event's time in place", async () => {
    const city = await start(freshFolder());
    expect(await city.fire("outbox", "2026-03-01T05:00:00Z")).toMatchObject({ time: "2026-03-01T05:00:00Z" });
    const answer = await fetch(`${city.url}/_local/run/outbox`, {
      method: "POST",
      body: '{"time":"2026-03-02T05:00:00Z"}',
    });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      expect.objectContaining({ time: "2026-03-02T05:00:00Z" }),
    ]);
    const now = await fetch(`${city.url}/_local/run/outbox`, { method: "POST" });
    expect((await now.json()).time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it("is not found for a role nothing is scheduled for, and 400 for a time that is none", async () => {
    const city = await start(freshFolder());
    const run = async (path: string, body?: string) =>
      (await fetch(`${city.url}/_local/run/${path}`, { method: "POST", ...(body ? { body } : {}) })).status;
    expect([
      await run("door"),
      await run("nobody"),
      await run("outbox", '{"time":"soon"}'),
      await run("outbox", '{"when":"x"}'),
    ]).toEqual([404, 404, 400, 400]);
    await expect(city.fire("door")).rejects.toThrow("Nothing is scheduled for door");
  });
});

describe("a mail", () => {
  it("is listed with its words, and still there after a restart", async () => {
    const data = freshFolder();
    const first = await start(data);
    await first.fire("outbox", "2026-03-01T05:00:00Z");
    await first.idle();
    await first.stop();
    const city = await start(data);
    const listed = await (await fetch(`${city.url}/_local/mail`)).json();
    expect(listed).toEqual([
      {
        to: "anna@example.org",
        subject: "Kvitto på åäö",
        text: "Tack. 2026-03-01T05:00:00Z",
        sentAt: expect.any(String),
      },
    ]);
    expect(await city.mail()).toEqual(listed);
  });

  it("is followed by what became of it, with its tags, to the function whose rule asks", async () => {
    const city = await start(freshFolder());
    await city.fire("outbox");
    await city.idle();
    // The template asks for sent and bounced, not for delivered.
    expect(heard(city)).toEqual([["Send", "receipt-1"]]);
    await city.mailEvent("anna@example.org", "Bounce");
    await city.idle();
    expect(heard(city)).toEqual([
      ["Send", "receipt-1"],
      ["Bounce", "receipt-1"],
    ]);
  });

  it("can be one that nobody hears of again", async () => {
    const city = await start(freshFolder(), () => []);
    await city.fire("outbox");
    await city.idle();
    expect(heard(city)).toEqual([]);
  });

  it("is told of after the restart, when the machine stopped before it could be", async () => {
    const data = freshFolder();
    const ended = Promise.withResolvers<void>();
    const first = await start(data, () => {
      first.kill().then(ended.resolve, ended.reject);
      return ["Send"];
    });
    // Whether the sender still hears of it depends on what dies first.
    await first.fire("outbox").catch(() => undefined);
    await ended.promise;
    const city = await start(data);
    await city.idle();
    expect(heard(city)).toEqual([["Send", "receipt-1"]]);
  });
});

describe("secrets", () => {
  it("are kept for their owner's eyes only, the same after a restart", async () => {
    const data = freshFolder();
    await (await start(data)).stop();
    const file = join(data, "secrets.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = statSync(file).size;
    await (await start(data)).stop();
    expect(statSync(file).size).toBe(before);
  });
});
