import type { ScheduledEvent } from "aws-lambda";
import { toTheSecond } from "../../shared/lambda/clock.ts";
import { disposeOfDue } from "./disposal.ts";
import { live } from "./live.ts";

const deps = live(process.env);

/** Started by a schedule, every night. The event's own time decides what is due. */
export const handler = (event: Pick<ScheduledEvent, "time">) => disposeOfDue(toTheSecond(Date.parse(event.time)), deps);
