import { type ClaimMapping, claimMapping } from "../domain/who.ts";
import { unquotedJson } from "../identity/unquoted-json.ts";

/** The setting as it stands in a function's environment. @throws when it is no mapping: nobody may be let in by another */
export function claimMappingOf(text: string): ClaimMapping {
  const mapping = claimMapping(unquotedJson(text));
  if (mapping === undefined) throw new Error("CLAIM_MAPPING is not a mapping of claims");
  return mapping;
}
