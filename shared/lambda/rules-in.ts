import type { DisposalRule } from "../domain/disposal/disposal-rule.ts";
import { givenRules } from "../domain/disposal/given-rules.ts";

/**
 * The rules of disposal that an installation's settings give; undefined where they give none.
 *
 * @throws when they cannot be read: what is to go for ever is not guessed
 */
export function rulesIn(text: string | undefined): readonly DisposalRule[] | undefined {
  if (text === undefined) return undefined;
  const rules = givenRules(JSON.parse(text));
  if (rules === undefined) throw new Error("the rules of disposal in the settings cannot be read");
  return rules;
}
