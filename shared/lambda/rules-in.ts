import type { DisposalRule } from "../domain/disposal/disposal-rule.ts";
import { givenRules } from "../domain/disposal/given-rules.ts";
import { unquotedJson } from "../identity/unquoted-json.ts";

/**
 * The rules of disposal that an installation's settings give; undefined where they give none.
 *
 * @throws when they cannot be read: what is to go for ever is not guessed
 */
export function rulesIn(text: string | undefined): readonly DisposalRule[] | undefined {
  if (text === undefined) return undefined;
  const rules = givenRules(unquotedJson(text));
  if (rules === undefined) throw new Error("DISPOSAL_RULES are no rules of disposal");
  return rules;
}
