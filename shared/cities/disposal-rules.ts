import { type DisposalRule, proposedRules } from "../domain/disposal/disposal-rule.ts";

/**
 * Each city's rules of disposal. Stockholm has given no decision for these cases, so what is proposed stands without one
 * and nothing goes; a decision is entered here or in the installation's settings.
 */
const rules: Readonly<Record<string, readonly DisposalRule[]>> = { stockholm: proposedRules };

/** The rules of a city; what is proposed, undecided, where it has none. */
export const disposalRulesOf = (city: string): readonly DisposalRule[] => rules[city] ?? proposedRules;
