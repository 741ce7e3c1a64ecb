import type { Keyring } from "../identity/keyring.ts";
import type { FlowState } from "../pages/form-flow.ts";

const purpose = "answers";

/** The seal that a citizen's answers travel under from page to page, whichever role shows the page. */
export const answersSeal = (keys: Pick<Keyring, "seal" | "open">) => ({
  seal: (state: FlowState): string => keys.seal(purpose, JSON.stringify(state)),
  open: (sealed: string): FlowState | undefined => {
    const text = keys.open(purpose, sealed);
    // What opens was sealed here, so it has the shape it was sealed in.
    return text === undefined ? undefined : (JSON.parse(text) as FlowState);
  },
});
