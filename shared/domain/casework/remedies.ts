import type { UnitKind } from "../city.ts";
import type { Text } from "../language.ts";
import type { Right } from "../submission.ts";

/**
 * What a person can do who is not content with the answer. Art. 12.4 and 77: complaint to IMY. Lag (2018:218) 7 kap. 2 §:
 * an authority's decision under art. 12.5 and 15–21 is appealed to an administrative court, within three weeks of
 * getting it (förvaltningslagen 44 §). Art. 79: a court, against anybody.
 */
export const remedies = {
  imy: {
    sv: "Du kan klaga hos Integritetsskyddsmyndigheten, IMY (www.imy.se).",
    en: "You can complain to the Swedish Authority for Privacy Protection, IMY (www.imy.se).",
  },
  "administrative-court": {
    sv: "Du kan överklaga beslutet till förvaltningsrätten. Skicka överklagandet till nämnden inom tre veckor från den dag du fick beslutet.",
    en: "You can appeal the decision to the administrative court. Send the appeal to the committee within three weeks of the day you received the decision.",
  },
  court: {
    sv: "Du kan vända dig till allmän domstol (tingsrätten) om du anser att dina rättigheter har kränkts.",
    en: "You can turn to a general court (the district court) if you consider that your rights have been infringed.",
  },
} as const satisfies Record<string, Text>;
export type Remedy = keyof typeof remedies;

/** The rights whose refusal by an authority the act lets one appeal; a request that named no right counts among them. */
const appealable: readonly Right[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "other",
];

/**
 * The remedies to name in a refusal. A city company or a foundation is no authority, so its answer is not appealed.
 *
 * @param unitKind the kind of the unit that answers; a unit no longer in the data answers as a committee does
 * @param byArticle12 refused as unfounded or excessive (art. 12.5), which is appealed whatever right it was
 */
export const remediesFor = (unitKind: UnitKind | undefined, right: Right, byArticle12: boolean): readonly Remedy[] => {
  const isAuthority = unitKind !== "bolag" && unitKind !== "stiftelse";
  return isAuthority && (byArticle12 || appealable.includes(right))
    ? ["administrative-court", "imy"]
    : ["imy", "court"];
};
