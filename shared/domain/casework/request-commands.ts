import type { UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import type { RepresentationProof } from "./representation.ts";
import type { Extension, RequestOutcome } from "./request-case.ts";

/** Commands that a case of any kind takes. */
export type CommonCommand =
  | { readonly command: "note"; readonly text: string }
  /** The number in the city's register of official documents. */
  | { readonly command: "set-diary-number"; readonly diaryNumber: string };

/**
 * What an officer can do with a request. An `explanation` or a `reason` that a rule asks for may be missing here: it is
 * the rule that refuses, with its code.
 */
export type RequestCommand =
  | CommonCommand
  | { readonly command: "take" }
  | { readonly command: "ask-identity"; readonly reason?: string }
  | { readonly command: "confirm-identity"; readonly how: string }
  | { readonly command: "confirm-representation"; readonly how: RepresentationProof }
  | { readonly command: "record-search"; readonly system: string; readonly found: boolean }
  | { readonly command: "start-review" }
  | { readonly command: "forward"; readonly toUnits: readonly [UnitId, ...UnitId[]]; readonly reason?: string }
  | { readonly command: "refer"; readonly to: string; readonly reason?: string }
  | {
      readonly command: "extend";
      readonly reason: Extension["reason"];
      readonly explanation?: string;
      readonly noticeSentOn: CivilDate;
    }
  | {
      readonly command: "answer";
      readonly outcome: Extract<RequestOutcome, "granted" | "partly-granted" | "no-data">;
      readonly sentOn: CivilDate;
      readonly explanation?: string;
      /** Something was left out because of secrecy (lag 2018:218, 5 kap. 1 §). */
      readonly withheldForSecrecy?: boolean;
    }
  | {
      readonly command: "refuse";
      readonly outcome: Extract<RequestOutcome, `refused-${string}`>;
      readonly explanation?: string;
      readonly sentOn: CivilDate;
    }
  | { readonly command: "withdraw" }
  | { readonly command: "mark-duplicate"; readonly of: string }
  | { readonly command: "reclassify"; readonly as: string; readonly explanation?: string }
  | { readonly command: "close-unidentified"; readonly explanation?: string }
  | { readonly command: "reopen"; readonly reason?: string };
