import type { Instant } from "../instant.ts";
import type { Text } from "../language.ts";

/** For whom somebody else may ask: a child, or one they are guardian, trustee or agent for. */
export const representedKinds = ["child", "represented"] as const;
export type RepresentedKind = (typeof representedKinds)[number];

/** How an officer was satisfied that whoever asks may do so for the other. */
export const representationProofs = [
  "evidence",
  "register-extract",
  "guardian-in-population-register",
  "known-to-unit",
] as const;
export type RepresentationProof = (typeof representationProofs)[number];

/** That a request is made for somebody else, and what is known of the right to make it. */
export interface Representation {
  readonly of: RepresentedKind;
  readonly confirmed: { readonly at: Instant; readonly how: RepresentationProof } | null;
}

/** What a file of evidence may be. */
export const evidenceKinds = ["pdf", "jpg", "png"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Why a file of evidence was not taken in, and is gone. */
export const evidenceRefusals = ["not-such-a-file", "harmful"] as const;
export type EvidenceRefusal = (typeof evidenceRefusals)[number];

/** What became of one file that the person sent. `id` is the upload's own; nothing of what the file was called is kept. */
export type EvidenceEvent =
  | {
      readonly id: string;
      readonly at: Instant;
      readonly outcome: "received";
      readonly kind: EvidenceKind;
      /** In bytes. */
      readonly size: number;
    }
  | { readonly id: string; readonly at: Instant; readonly outcome: "refused"; readonly reason: EvidenceRefusal };

export type EvidenceFile = Extract<EvidenceEvent, { readonly outcome: "received" }>;

/** So many files are told of on a case; more than these are not asked for, and not kept. */
export const mostEvidence = 20;

export const filesIn = (evidence: readonly EvidenceEvent[]): readonly EvidenceFile[] =>
  evidence.filter((event) => event.outcome === "received");

/** Where the question of whether they may ask stands. It is shown, and stops nothing. */
export type RepresentationState = "missing" | "received" | "confirmed";

export const representationState = (
  { confirmed }: Representation,
  evidence: readonly EvidenceEvent[],
): RepresentationState => {
  if (confirmed !== null) return "confirmed";
  return filesIn(evidence).length > 0 ? "received" : "missing";
};

/** What the person reads of a file that was not taken in. */
export const evidenceRefused: Readonly<Record<EvidenceRefusal, Text>> = {
  "not-such-a-file": {
    sv: "Filen kunde inte tas emot, därför att den inte är en pdf, jpg eller png som går att läsa.",
    en: "The file could not be received, because it is not a PDF, JPG or PNG that can be read.",
  },
  harmful: {
    sv: "Filen kunde inte tas emot, därför att den innehåller något som kan vara skadligt. Den är borttagen.",
    en: "The file could not be received, because it contains something that may be harmful. It has been removed.",
  },
};

/** What the person reads of a file, one fixed sentence each. */
export const evidenceInWords = (event: EvidenceEvent): Text =>
  event.outcome === "refused"
    ? evidenceRefused[event.reason]
    : {
        sv: "Vi tog emot din fullmakt eller ditt beslut.",
        en: "We received your power of attorney or decision.",
      };
