/** Why a caller who showed something is not known: it has run out, it is not ours, or it could not be checked just now. */
export const callerProblems = ["expired", "invalid", "unavailable"] as const;
export type CallerProblem = (typeof callerProblems)[number];

/**
 * What the authorizer passes on with a request. It never refuses: the answers are the functions' own. All texts, since
 * that is what the gateway carries; empty when there is nothing to say, and all empty when the caller showed nothing.
 */
export type AuthorizerContext = {
  /** Who it is, as JSON. */
  readonly who: string;
  readonly via: "" | "bearer" | "session";
  /** The key of the session, for what is bound to it. */
  readonly session: string;
  readonly problem: "" | CallerProblem;
};
