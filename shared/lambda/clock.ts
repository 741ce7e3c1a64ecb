import { type Instant, instantFromEpoch } from "../domain/instant.ts";

/** Instants are kept to the second, so that as texts they sort as they come, in an index as well. */
export const toTheSecond = (epochMs: number): Instant => instantFromEpoch(Math.floor(epochMs / 1_000) * 1_000);

export const clock = (): Instant => toTheSecond(Date.now());
