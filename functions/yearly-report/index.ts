import type { DynamoDBStreamEvent, ScheduledEvent } from "aws-lambda";
import { toTheSecond } from "../../shared/lambda/clock.ts";
import { live } from "./live.ts";
import { onSchedule, onStream } from "./yearly-report.ts";

const deps = live(process.env);

/** Woken by the stream of Reviews, where compilations are asked for, and by the schedule of the new year. */
export const handler = async (event: DynamoDBStreamEvent | Pick<ScheduledEvent, "time">): Promise<unknown> =>
  "Records" in event ? onStream(event, deps) : onSchedule(toTheSecond(Date.parse(event.time)), deps);
