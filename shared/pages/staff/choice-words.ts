import { breachForms } from "../../../forms/commands/breach-forms.ts";
import { requestForms } from "../../../forms/commands/request-forms.ts";
import type { DoNotInformGround } from "../../domain/casework/breach-case.ts";
import type { RepresentationProof } from "../../domain/casework/representation.ts";
import type { RequestOutcome } from "../../domain/casework/request-case.ts";
import type { Risk } from "../../domain/incident-codes.ts";
import type { Text } from "../../domain/language.ts";

// Apart from the other words, so that a role that shows no case carries none of its commands.

interface Chosen<Code extends string> {
  readonly options: readonly { readonly value: Code; readonly label: Text }[];
}

/** What a choice is called in the form that asks it. */
const wordsIn = <Code extends string>({ options }: Chosen<Code>): Readonly<Record<Code, string>> =>
  // Object.fromEntries forgets the names; the options hold each code.
  Object.fromEntries(options.map(({ value, label }) => [value, label.sv])) as Record<Code, string>;

export const outcomeWords: Readonly<Record<RequestOutcome, string>> = {
  ...wordsIn(requestForms.answer.fields.outcome),
  ...wordsIn(requestForms.refuse.fields.outcome),
  "identity-not-confirmed": "Avslutat: vi vet inte vem personen är",
  referred: "Hänvisad till någon annan",
  withdrawn: "Tillbakatagen",
  duplicate: "Dubblett",
  reclassified: "Hanteras enligt andra regler",
};

export const proofWords: Readonly<Record<RepresentationProof, string>> = wordsIn(
  requestForms["confirm-representation"].fields.how,
);
export const extensionWords = wordsIn(requestForms.extend.fields.reason);
export const riskWords: Readonly<Record<Risk, string>> = wordsIn(breachForms.assess.fields.risk);
export const groundWords: Readonly<Record<DoNotInformGround, string>> = wordsIn(
  breachForms["do-not-inform"].fields.ground,
);
