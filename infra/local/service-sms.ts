import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { KeptLines } from "./kept-lines.ts";
import { arn } from "./names.ts";
import { type AwsService, jsonRefusal } from "./service.ts";

export const keptText = z.object({ to: z.string(), from: z.string(), text: z.string(), sentAt: z.string() });
/** A text message that was accepted for sending. */
export type KeptText = z.infer<typeof keptText>;

const asked = z.strictObject({
  DestinationPhoneNumber: z.string().regex(/^\+[1-9]\d{7,14}$/),
  OriginationIdentity: z.string(),
  MessageBody: z.string().min(1).max(1600),
  MessageType: z.literal("TRANSACTIONAL"),
});

/** AWS End User Messaging: SendTextMessage, under a sender's name. Nothing leaves the machine. */
export const textMessages = (kept: KeptLines<KeptText>, now: () => Date): AwsService => {
  const refusal = jsonRefusal("com.amazonaws.pinpointsmsvoicev2");
  const read = (body: Buffer) => asked.safeParse(JSON.parse(body.toString()));
  return {
    refusal,
    throttling: { status: 400, code: "ThrottlingException" },
    intent: ({ headers, body }) => {
      const operation = (headers["x-amz-target"] ?? "").replace("PinpointSMSVoiceV2.", "");
      const parsed = read(body);
      if (operation !== "SendTextMessage" || !parsed.success)
        return { ok: false, answer: refusal(400, "ValidationException", `${operation} cannot be read.`) };
      const action = "sms-voice:SendTextMessage";
      const resource = arn("sms-voice", `sender-id/${parsed.data.OriginationIdentity}/SE`);
      return { ok: true, action, asks: [{ action, resource, context: {} }] };
    },
    apply: async ({ body }) => {
      const {
        DestinationPhoneNumber: to,
        OriginationIdentity: from,
        MessageBody: text,
      } = asked.parse(JSON.parse(body.toString()));
      kept.add({ to, from, text, sentAt: now().toISOString() });
      return {
        status: 200,
        headers: { "content-type": "application/x-amz-json-1.0" },
        body: JSON.stringify({ MessageId: randomUUID() }),
      };
    },
  };
};
