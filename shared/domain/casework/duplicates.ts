import { daysBetween } from "../civil-date.ts";
import { stockholmDate } from "../instant.ts";
import type { RequestCase } from "./request-case.ts";

const window = 365;

type Compared = Pick<RequestCase, "submission" | "reference" | "right" | "receivedAt">;

/**
 * The earlier and later requests of the same person for the same right, at most 365 days apart: shown to the officer, and
 * nothing more. They stop no command, and a person may ask again.
 *
 * @param samePerson every request known to be this person's
 */
export const possibleDuplicates = <Other extends Compared>(
  kase: Compared,
  samePerson: readonly Other[],
): readonly Other[] =>
  samePerson.filter(
    ({ submission, right, receivedAt }) =>
      submission !== kase.submission &&
      right === kase.right &&
      Math.abs(daysBetween(stockholmDate(receivedAt), stockholmDate(kase.receivedAt))) <= window,
  );
