/**
 * Every line the functions may log, and the only fields each may carry. A field is a code, a count, a duration or a
 * reference; there is no field for text, so nothing a person wrote can be logged.
 */
interface LogCatalogue {
  readonly "request-answered": { readonly route: string; readonly status: number; readonly durationMs: number };
  readonly "request-failed": { readonly route: string; readonly failure: string; readonly requestId: string };
  readonly "intake-opened": { readonly reference: string; readonly cases: number };
  readonly "intake-failed": { readonly reference: string; readonly failure: string };
  readonly "letter-sent": { readonly reference: string; readonly attempt: number };
  readonly "letter-postponed": { readonly reference: string; readonly attempt: number; readonly failure: string };
  readonly "letter-failed": { readonly reference: string; readonly attempt: number; readonly failure: string };
  readonly "letter-told": { readonly reference: string; readonly news: string };
  readonly "letter-event-unknown": { readonly failure: string };
  readonly "case-command": {
    readonly kind: string;
    readonly command: string;
    readonly from: string;
    readonly to: string;
  };
  readonly "sweep-finished": { readonly swept: number; readonly failed: number };
  readonly "watch-finished": { readonly reminders: number };
  /** As `watch-finished`, but some cases could not be looked at. */
  readonly "watch-left": { readonly reminders: number; readonly failed: number };
  readonly "reminder-failed": { readonly reference: string; readonly failure: string };
  readonly "evidence-finished": { readonly received: number; readonly refused: number; readonly left: number };
  readonly "evidence-failed": { readonly reference: string; readonly failure: string };
  readonly "disposal-finished": { readonly cases: number; readonly submissions: number };
  /** As `disposal-finished`, but some could not be disposed of. */
  readonly "disposal-left": { readonly cases: number; readonly submissions: number; readonly failed: number };
  readonly "disposal-failed": { readonly reference: string; readonly failure: string };
  readonly "anchor-finished": { readonly days: number };
  readonly "year-compiled": { readonly year: number; readonly files: number };
  readonly "year-refused": { readonly year: number; readonly code: string; readonly reference: string };
  readonly "year-failed": { readonly year: number; readonly failure: string };
  readonly "signed-in": { readonly roles: number };
  readonly "sign-in-refused": { readonly reason: string };
  readonly "caller-refused": { readonly reason: string };
  readonly "caller-unchecked": { readonly failure: string };
}

export type LogEvent = keyof LogCatalogue;
export type Log = <Event extends LogEvent>(event: Event, fields: LogCatalogue[Event]) => void;

/** Events that are counted as well: CloudWatch reads the metric out of the log line (embedded metric format). */
const metrics: Partial<Record<LogEvent, string>> = {
  "letter-failed": "LettersFailed",
  "intake-failed": "IntakeFailed",
  "sweep-finished": "SweepFinished",
  "caller-unchecked": "CallersUnchecked",
  "watch-finished": "WatchFinished",
  "evidence-finished": "EvidenceFinished",
  "disposal-finished": "DisposalFinished",
  "anchor-finished": "AnchorFinished",
};

const namespace = "Intag";

/** Whose line it is: several stages may share an account. */
export interface LogPlace {
  readonly stage: string;
  readonly role: string;
}

/**
 * A log that writes one JSON object per line. Writing never fails the work: a broken sink is not the caller's trouble.
 *
 * @param write takes one line
 * @param clock answers epoch milliseconds
 */
export const logOf = ({ stage, role }: LogPlace, write: (line: string) => void, clock: () => number): Log => {
  return (event, fields) => {
    const metric = metrics[event];
    const counted =
      metric === undefined
        ? {}
        : {
            _aws: {
              Timestamp: clock(),
              CloudWatchMetrics: [
                { Namespace: namespace, Dimensions: [["stage", "role"]], Metrics: [{ Name: metric, Unit: "Count" }] },
              ],
            },
            [metric]: 1,
          };
    try {
      write(JSON.stringify({ event, stage, role, ...fields, ...counted }));
    } catch {
      // A log that cannot be written must not stop a citizen's request.
    }
  };
};
