import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Fault, OnCall } from "../edge.ts";

type Serve = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** What a function asks a provider for by itself; the rest are pages that a browser is sent to. */
const asked = /^\/(?:\.well-known\/(openid-configuration)|(token|jwks|me))(?:\?|$)/;

/** Lets the same faults meet what functions ask of a provider as meet what they ask of AWS: `oidc:token`, `oidc:jwks`, … */
export const faulty =
  (role: string, onCall: OnCall | undefined, serve: Serve): Serve =>
  (incoming, outgoing) => {
    const [, description, other] = asked.exec(incoming.url ?? "") ?? [];
    const what = description ?? other;
    if (onCall === undefined || what === undefined) return serve(incoming, outgoing);
    const action = `oidc:${what}`;
    const call = { index: -1, role, action, resource: incoming.url ?? "/", uses: [], denied: false, bytes: 0 };
    void meet(onCall(call), incoming, outgoing, serve).catch(() => outgoing.destroy());
  };

async function meet(
  coming: Fault | Promise<Fault>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  serve: Serve,
): Promise<void> {
  const fault = await coming;
  if (fault === "pass" || "answer" in fault) return serve(incoming, outgoing);
  if ("delayMs" in fault) {
    await setTimeout(fault.delayMs);
    return serve(incoming, outgoing);
  }
  if ("failBefore" in fault) return void outgoing.writeHead(fault.failBefore === "throttle" ? 429 : 500).end("{}");
  // Nobody here can be stopped: a provider that is goes silent.
  if ("kill" in fault && fault.kill === "before") return void outgoing.destroy();
  // Applied, and the answer lost: whatever is written goes nowhere.
  outgoing.end = () => outgoing.destroy();
  serve(incoming, outgoing);
}
