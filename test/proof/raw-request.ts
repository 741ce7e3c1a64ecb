import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { Hostile } from "./hostile.ts";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Wire {
  send(sent: Pick<Hostile, "method" | "path" | "headers" | "body">): Promise<RawAnswer>;
  close(): void;
}

/** Sends requests as they are written: no address made tidy, no header added but what HTTP itself needs. */
export function wire(url: string): Wire {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const length = body.length > 0 || method === "POST" ? { "content-length": String(body.length) } : {};
        const outgoing = request({ agent, host: hostname, port, method, path, headers: { ...length, ...headers } });
        outgoing.once("error", reject);
        outgoing.once("response", (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.once("error", reject);
          incoming.once("end", () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        });
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}
