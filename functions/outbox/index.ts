import type { DynamoDBStreamEvent, EventBridgeEvent, ScheduledEvent } from "aws-lambda";
import { clock, toTheSecond } from "../../shared/lambda/clock.ts";
import { live } from "./live.ts";
import { onPostalEvent, onStream, sweep } from "./outbox.ts";
import { postalNewsOf } from "./postal-event.ts";
import { onReviewPostalEvent } from "./review-letters.ts";

const deps = live(process.env);

type OutboxEvent = DynamoDBStreamEvent | Pick<ScheduledEvent, "source" | "time"> | EventBridgeEvent<string, unknown>;

/** Woken by the stream of Cases, by the mail service's events, and by a schedule. */
export const handler = async (event: OutboxEvent): Promise<unknown> => {
  if ("Records" in event) return onStream(event, clock(), deps);
  if (event.source === "aws.ses") {
    const news = postalNewsOf(event);
    if (news === undefined) return deps.log("letter-event-unknown", { failure: "not-ours" });
    if (news.of === "review") return onReviewPostalEvent(news.key, news.event, deps);
    return onPostalEvent(news.key, news.letter, news.event, deps);
  }
  const scheduledAt = Date.parse(event.time);
  // A schedule's event may come late. Counted from its own time, a letter that is taken now would be free again at
  // once, for another sender to take while it is being sent.
  return sweep(scheduledAt > Date.now() ? toTheSecond(scheduledAt) : clock(), deps);
};
