import * as z from "zod";
import type { LocalRoutes } from "./gateway.ts";
import { type GatewayAnswer, ownAnswer } from "./payload.ts";
import type { Schedules } from "./schedules.ts";

const revoked = z.strictObject({ sub: z.string().min(1).max(255) });
const timed = z.strictObject({ time: z.iso.datetime({ offset: true }).optional() });

/** What there is under `/_local/`: what was sent, schedules fired by hand, and rights called in. */
export const localPages =
  (
    fire: (role: string, time?: string) => ReturnType<Schedules["fire"]>,
    sent: Readonly<Record<string, () => readonly unknown[]>>,
    revoke: ((sub: string) => Promise<void>) | undefined,
  ): LocalRoutes =>
  async (method, path, body) => {
    const answer = (status: number, value: unknown): GatewayAnswer => ({
      status,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
      cookies: [],
      body: Buffer.from(JSON.stringify(value)),
    });
    const list = /^\/_local\/([a-z]+)$/.exec(path)?.[1] ?? "";
    if (method === "GET" && Object.hasOwn(sent, list)) return answer(200, sent[list]?.());
    if (method === "POST" && path === "/_local/revoke" && revoke !== undefined) {
      const whose = revoked.safeParse(jsonOrText(body.toString()));
      if (!whose.success) return ownAnswer(400, 'The body is {"sub": "…"}, the sub of the token.');
      await revoke(whose.data.sub);
      return answer(200, { revoked: whose.data.sub });
    }
    const [, role] = /^\/_local\/run\/([\w-]+)$/.exec(path) ?? [];
    if (method !== "POST" || role === undefined) return undefined;
    const asked = timed.safeParse(body.length === 0 ? {} : jsonOrText(body.toString()));
    if (!asked.success) return ownAnswer(400, 'The body is {"time": "2026-01-31T06:00:00Z"} or nothing.');
    const outcomes = await fire(role, asked.data.time);
    if (outcomes === undefined) return ownAnswer(404, `Nothing is scheduled for ${role}.`);
    const bad = outcomes.find((outcome) => !outcome.ok);
    if (bad && !bad.ok) return answer(500, bad.error);
    const results = outcomes.map((outcome): unknown => (outcome.ok ? JSON.parse(outcome.json) : null));
    return answer(200, results.length === 1 ? results[0] : results);
  };

/** The value of a JSON text; a text that is not JSON is given back as it is. */
export const jsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
