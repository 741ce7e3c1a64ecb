import { derivedKey, opened, sealed } from "./seal.ts";

// Two independent keys from the one code: what the answers are found under says nothing of what opens them.
const purpose = "draft";

/** What a draft is stored under: it follows from the code, and the code does not follow from it. */
export const draftNameOf = (code: string): string => `draft-${derivedKey(code, "draft-name").toString("hex")}`;

/** Seals a draft with a key that is made from the person's code alone: nobody without the code can open it, the city included. */
export const sealDraft = (code: string, text: string): string => sealed(derivedKey(code, purpose), purpose, text);

/** The draft's text, or undefined when the code is not the one it was sealed with. */
export const openDraft = (code: string, hidden: string): string | undefined =>
  opened(derivedKey(code, purpose), purpose, hidden);
