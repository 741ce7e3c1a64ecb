/** An error's class, for the log. Its message may hold what a person wrote and is never logged. */
export const nameOf = (failure: unknown): string => (failure instanceof Error ? failure.name : "NotAnError");
