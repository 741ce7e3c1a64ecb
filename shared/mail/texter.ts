import type { JsonCall } from "../aws/json-call.ts";
import { AwsRefusal } from "../aws/signed-call.ts";
import type { Handover } from "./postman.ts";

/** Sends a text message to a telephone. It never throws: whatever happens is an outcome to write down. */
export interface Texter {
  readonly send: (message: { readonly to: string; readonly text: string }) => Promise<Handover>;
}

/** A telephone number as people write it, in the one writing that SMS takes (E.164); undefined when it cannot be one. */
export function e164(phone: string): string | undefined {
  const digits = phone
    .replaceAll("(0)", "")
    .replaceAll(/[^\d+]/g, "")
    .replace(/^00/, "+")
    .replace(/^0/, "+46");
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
}

/** The refusals that no later attempt can mend, by the service's own names. */
const final = new Set(["ValidationException", "ConflictException"]);

/**
 * SMS by AWS End User Messaging.
 *
 * @param call one attempt only: a message whose answer was lost may have been sent
 * @param sender the name that the message comes from, registered in the account
 */
export const texter = (call: JsonCall, sender: string): Texter => ({
  send: async ({ to, text }) => {
    const number = e164(to);
    if (number === undefined) return { outcome: "refused", failure: "NotANumber" };
    try {
      await call("SendTextMessage", {
        DestinationPhoneNumber: number,
        OriginationIdentity: sender,
        MessageBody: text,
        MessageType: "TRANSACTIONAL",
      });
      return { outcome: "accepted" };
    } catch (failure) {
      const name = failure instanceof Error ? failure.name : "NotAnError";
      const isFinal = failure instanceof AwsRefusal && final.has(name);
      return { outcome: isFinal ? "refused" : "try-later", failure: name };
    }
  },
});
