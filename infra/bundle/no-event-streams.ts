/**
 * Stands in for `@smithy/core/event-streams` in the bundles. The SDK uses it for operations whose answer is a stream of
 * events; no role makes one, so 15 kB of it are left out and the first such call is told so.
 */
const none = (): never => {
  throw new Error("This function has no part that reads streams of events: infra/bundle/no-event-streams.ts.");
};

export const EventStreamSerde = none;
export const eventStreamSerdeProvider = none;
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
