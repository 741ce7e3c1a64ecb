import * as z from "zod";
import type { PostalEvent } from "../../shared/domain/letter.ts";
import { reviewLetterId, reviewLetterKinds } from "../../shared/domain/yearly/review-reminders.ts";
import type { CaseKey } from "../../shared/store/cases.ts";
import type { ReviewLetterKey } from "../../shared/store/review-letters.ts";

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
      tags: z.union([
        z.object({ submission: one, number: whole, letter: one }),
        z.object({ review: whole, unit: one, letter: one.pipe(z.enum(reviewLetterKinds)) }),
      ]),
    }),
  }),
});

/** Of a case's letter, by its tag; or of one about a unit's yearly review. */
export type PostalNews =
  | { readonly of: "case"; readonly key: CaseKey; readonly letter: string; readonly event: PostalEvent }
  | { readonly of: "review"; readonly key: ReviewLetterKey; readonly event: PostalEvent };

/** The news in an event from SES, or undefined when it is not about a letter of ours or tells nothing final. */
export function postalNewsOf(event: unknown): PostalNews | undefined {
  const { data } = sesEvent.safeParse(event);
  if (data === undefined) return undefined;
  const { eventType, bounce, mail } = data.detail;
  // A transient bounce is tried again by SES itself.
  if (eventType === "Bounce" && bounce?.bounceType === "Transient") return undefined;
  const told = events[eventType];
  if ("review" in mail.tags) {
    const { review: year, unit, letter } = mail.tags;
    return { of: "review", key: { year, id: reviewLetterId(unit, letter) }, event: told };
  }
  const { submission, number, letter } = mail.tags;
  return { of: "case", key: { submission, number }, letter, event: told };
}
