import * as z from "zod";
import type { KeptLines } from "./kept-lines.ts";
import { functionArn } from "./names.ts";
import { type AwsService, jsonRefusal } from "./service.ts";

export const keptMessage = z.strictObject({
  id: z.string(),
  recipient: z.string().regex(/^\d{12}$/),
  language: z.string(),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), content: z.string() })),
});
/** A message as it would lie in somebody's digital mailbox. */
export type KeptMessage = z.infer<typeof keptMessage>;

/** Here only people with a personnummer have a mailbox: in a samordningsnummer the day is sixty higher. */
const hasMailbox = (recipient: string): boolean => Number(recipient.slice(6, 8)) <= 31;

/**
 * Lambda, as far as one function calls another: the city's own way to digital mailboxes, which is no part of the template.
 * It keeps each message once, however often the same is handed over. Nothing leaves the machine.
 */
export const calledFunctions = (mailbox: string | undefined, kept: KeptLines<KeptMessage>): AwsService => {
  const refusal = jsonRefusal("com.amazonaws.lambda");
  return {
    refusal,
    throttling: { status: 429, code: "TooManyRequestsException" },
    intent: ({ method, path }) => {
      const [, name] = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/.exec(path) ?? [];
      if (method !== "POST" || name === undefined)
        return { ok: false, answer: refusal(400, "InvalidRequestContentException", "Only calls are played locally.") };
      const action = "lambda:InvokeFunction";
      return { ok: true, action, asks: [{ action, resource: functionArn(name), context: {} }] };
    },
    apply: async ({ path, body }) => {
      if (mailbox === undefined || !path.includes(`/${mailbox}/`))
        return refusal(404, "ResourceNotFoundException", "Function not found.");
      const message = keptMessage.safeParse(JSON.parse(body.toString()));
      const answer = (status: object, headers = {}) => ({
        status: 200,
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(status),
      });
      if (!message.success)
        return answer({ errorMessage: "The message cannot be read." }, { "x-amz-function-error": "Unhandled" });
      if (!hasMailbox(message.data.recipient)) return answer({ outcome: "no-mailbox" });
      if (!kept.all().some(({ id }) => id === message.data.id)) kept.add(message.data);
      return answer({ outcome: "delivered" });
    },
  };
};
