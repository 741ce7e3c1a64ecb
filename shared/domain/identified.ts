import { epochOf, type Instant } from "./instant.ts";

/** Somebody whom an e-legitimation has vouched for, at the level that hands out personal data (tillitsnivå 3). */
export interface Identified {
  /** Personnummer, or a samordningsnummer whose holder has proved who they are: twelve digits. */
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly at: Instant;
}

/** How long after somebody showed who they are a request they send is still known to be theirs. */
const heldMs = 60 * 60_000;

const holdsStill = ({ at }: Identified, now: Instant): boolean => {
  const age = epochOf(now) - epochOf(at);
  return age >= 0 && age <= heldMs;
};

/** Whoever showed who they are, unless that was too long ago: somebody else may sit at the screen by now. */
export const stillIdentified = (identified: Identified | undefined, now: Instant): Identified | undefined =>
  identified !== undefined && holdsStill(identified, now) ? identified : undefined;

/**
 * Whether a request is the identified person's own (art. 12(6)): it is about themselves, by the number they were vouched
 * for. A request for a child or a principal is not: that somebody is who they say does not say whom they may speak for.
 *
 * @param answers as the form read them
 */
export const isOwnRequest = (answers: unknown, { number }: Pick<Identified, "number">): boolean => {
  if (typeof answers !== "object" || answers === null || !("onBehalfOf" in answers && "person" in answers))
    return false;
  const { onBehalfOf, person } = answers;
  if (typeof person !== "object" || person === null || !("personalIdentityNumber" in person)) return false;
  return onBehalfOf === "self" && person.personalIdentityNumber === number;
};
