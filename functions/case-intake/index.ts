import type { DynamoDBStreamEvent, ScheduledEvent } from "aws-lambda";
import { onStream, sweep } from "./case-intake.ts";
import { live } from "./live.ts";

const deps = await live(process.env);

/** Woken by the streams of Submissions and of Cases, and by a schedule. */
export const handler = (event: DynamoDBStreamEvent | Pick<ScheduledEvent, "source" | "time">) =>
  "Records" in event ? onStream(event, deps) : sweep(deps);
