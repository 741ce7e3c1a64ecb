import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Says why rules of the rule packs do not hold for a thing and what is in it: one decision, in the words of whoever answers for it. */
export function answerFor(thing: IConstruct, rules: readonly string[], reason: string): void {
  Validations.of(thing).acknowledge(...rules.map((id) => ({ id, reason })));
}

/** Why there is no second copy, which several rules ask for. */
export const noFurtherCopies =
  "What a city has decided to dispose of must be gone. Tables can be restored to any second of the last 35 days, and those copies then end by themselves; a backup plan, a replica or old versions of a person's files would keep the disposed longer.";

/** Why nobody is kept out by where they are or by who they are, which several rules ask for. */
export const openToAll =
  "Everyone may send in a request and ask for its status without signing in, and from any country: people who have moved abroad have the same rights, and the law puts nothing in their way.";
