import * as z from "zod";
import type { PostalEvent } from "../../shared/domain/letter.ts";
import type { CaseKey } from "../../shared/store/cases.ts";

const events = {
  Send: "sent",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "delivered",
  Reject: "rejected",
} as const;

const one = z.tuple([z.string()], z.string()).transform(([first]) => first);

const whole = one.transform(Number).pipe(z.int().positive());

/** SES's event as EventBridge carries it, of which only our own tags and the kind are read; it also holds addresses. */
const sesEvent = z.object({
  source: z.literal("aws.ses"),
  detail: z.object({
    eventType: z.enum(["Send", "Delivery", "Bounce", "Complaint", "Reject"]),
    bounce: z.object({ bounceType: z.string() }).optional(),
    mail: z.object({
      tags: z.object({ submission: one, number: whole, letter: one }),
    }),
  }),
});

export interface PostalNews {
  readonly key: CaseKey;
  readonly letter: string;
  readonly event: PostalEvent;
}

/** The news in an event from SES, or undefined when it is not about a letter of ours or tells nothing final. */
export function postalNewsOf(event: unknown): PostalNews | undefined {
  const { data } = sesEvent.safeParse(event);
  if (data === undefined) return undefined;
  const { eventType, bounce, mail } = data.detail;
  // A transient bounce is tried again by SES itself.
  if (eventType === "Bounce" && bounce?.bounceType === "Transient") return undefined;
  const { submission, number, letter } = mail.tags;
  return { key: { submission, number }, letter, event: events[eventType] };
}
