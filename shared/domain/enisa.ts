import { type BreachFacts, isHostile, isUnreadable, sensitiveIn, vulnerableIn } from "./breach-facts.ts";
import type { DataKind, EnisaBand, Identifiability } from "./incident-codes.ts";

/** ENISA's parts: data processing context 1–4, ease of identification 0.25–1, circumstances of the breach 0–2. */
export type EnisaParts = { readonly dpc: number; readonly ei: number; readonly cb: number };
export type EnisaScore = EnisaParts & { readonly score: number; readonly band: EnisaBand };

/** SE = DPC × EI + CB, and its band: below 2 low, below 3 medium, below 4 high (ENISA 2013, section 3). */
export const enisaScore = ({ dpc, ei, cb }: EnisaParts): EnisaScore => {
  const score = dpc * ei + cb; // quarters and halves: exact in binary
  const band = score < 2 ? "low" : score < 3 ? "medium" : score < 4 ? "high" : "very-high";
  return { dpc, ei, cb, score, band };
};

/** The score of an incident. A missing fact takes its worst value. Evidence beside the assessment, never the test. */
export const enisaOf = (facts: BreachFacts): EnisaScore =>
  enisaScore({ dpc: contextOf(facts), ei: easeOf[facts.identifiability ?? "maximum"], cb: circumstancesOf(facts) });

const easeOf: Record<Identifiability, number> = { negligible: 0.25, limited: 0.5, significant: 0.75, maximum: 1 };

const behavioural: readonly DataKind[] = ["location", "image-sound"];
const financial: readonly DataKind[] = ["finance", "login"];

const contextOf = (facts: BreachFacts): number => {
  const kinds = facts.dataKinds ?? [];
  const has = (wanted: readonly DataKind[]) => kinds.some((kind) => wanted.includes(kind));
  if (kinds.length === 0 || kinds.includes("unknown") || sensitiveIn(facts).length > 0) return 4;
  const base = has(financial) ? 3 : has(behavioural) ? 2 : 1;
  return base + (vulnerableIn(facts).length > 0 ? 1 : 0);
};

const circumstancesOf = (facts: BreachFacts): number =>
  secrecyOf(facts) + correctnessOf(facts) + accessOf(facts) + (isHostile(facts) ? 0.5 : 0);

const isTouched = (facts: BreachFacts, effect: "confidentiality" | "integrity" | "availability"): boolean =>
  facts.effect == null || facts.effect.length === 0 ? effect === "confidentiality" : facts.effect.includes(effect);

const secrecyOf = (facts: BreachFacts): number => {
  if (!isTouched(facts, "confidentiality") || facts.recipient === "none" || isUnreadable(facts)) return 0;
  return facts.recipient === "trusted" || facts.recipient === "known" ? 0.25 : 0.5;
};

const correctnessOf = (facts: BreachFacts): number => (isTouched(facts, "integrity") ? lossOf(facts) : 0);

const accessOf = (facts: BreachFacts): number => (isTouched(facts, "availability") ? lossOf(facts) : 0);

const lossOf = (facts: BreachFacts): number => {
  if (facts.restoredWithinDays === 0) return 0;
  return facts.backup === true || facts.restoredWithinDays != null ? 0.25 : 0.5;
};
