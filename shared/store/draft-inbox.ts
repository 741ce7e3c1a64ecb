import type { JsonCall } from "../aws/json-call.ts";
import { type DraftInbox, itemOfDraft } from "./drafts.ts";

/** One `PutItem`. It needs no condition: the name is as hard to guess as the code, and no submission has such a one. */
export const draftInbox = (dynamodb: JsonCall, table: string): DraftInbox => ({
  keep: async (draft) => {
    await dynamodb("PutItem", { TableName: table, Item: itemOfDraft(draft) });
  },
});
