import type { ScheduledEvent } from "aws-lambda";
import { toTheSecond } from "../../shared/lambda/clock.ts";
import { anchorDays } from "./anchor.ts";
import { live } from "./live.ts";

const deps = live(process.env);

/** Started by a schedule, every night: notes where the chains of the days that are over ended. */
export const handler = (event: Pick<ScheduledEvent, "time">) => anchorDays(toTheSecond(Date.parse(event.time)), deps);
