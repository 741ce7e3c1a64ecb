import type { Text } from "../domain/language.ts";
import type { FlowState } from "../pages/form-flow.ts";

/** What is saved of a form that somebody goes on with another day: their answers, and the page they were on. */
export interface SavedFlow {
  readonly state: FlowState;
  readonly slug: Text;
}

/** As text, to be sealed. Only what was typed goes in: what else a page may know of its reader is not proven by a code. */
export const draftText = ({ state: { key, startedAt, language, answers }, slug }: SavedFlow): string =>
  JSON.stringify({ state: { key, startedAt, language, answers }, slug });

/** The text was sealed with the person's own code, so it has the shape it was sealed in. */
export const savedFlowIn = (text: string): SavedFlow => JSON.parse(text) as SavedFlow;
