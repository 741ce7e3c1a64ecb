import type { ScheduledEvent } from "aws-lambda";
import { toTheSecond } from "../../shared/lambda/clock.ts";
import { watch } from "./deadline-watch.ts";
import { live } from "./live.ts";

const deps = live(process.env);

/** Started by a schedule, every hour. The event's own time decides what is due, however late it comes. */
export const handler = (event: Pick<ScheduledEvent, "time">) => watch(toTheSecond(Date.parse(event.time)), deps);
