import type { UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import type { Risk } from "../incident-codes.ts";
import type { Instant } from "../instant.ts";
import type { BreachTimes, DoNotInformGround, IncidentFacts } from "./breach-case.ts";
import type { CommonCommand } from "./request-commands.ts";

/** Who decided, and what the DPO advised. */
interface Deciding {
  readonly decidedBy?: string;
  readonly dpoAdvice?: string;
}

/** What may be corrected in a report: what the employee said, and when. */
export type Amendment = Partial<IncidentFacts & Pick<BreachTimes, "occurredAt" | "ongoing" | "detectedAt" | "awareAt">>;

/** What can be done with a breach. What a rule asks for may be missing here: it is the rule that refuses. */
export type BreachCommand =
  | CommonCommand
  | { readonly command: "involve-dpo"; readonly at: Instant }
  | ({ readonly command: "assess"; readonly risk: Risk; readonly explanation?: string } & Deciding)
  | ({
      readonly command: "notify-authority";
      readonly notifiedAt: Instant;
      readonly authorityReference?: string;
      readonly lateReason?: string;
      readonly complete?: boolean;
    } & Deciding)
  | ({ readonly command: "do-not-notify"; readonly explanation?: string } & Deciding)
  | { readonly command: "supplement"; readonly at: Instant }
  | ({ readonly command: "inform-subjects"; readonly informedAt: Instant; readonly how: string } & Deciding)
  | ({
      readonly command: "do-not-inform";
      readonly ground: DoNotInformGround;
      readonly explanation?: string;
    } & Deciding)
  | { readonly command: "add-measure"; readonly what: string; readonly owner: string; readonly dueOn: CivilDate }
  | { readonly command: "complete-measure"; readonly id: string; readonly completedOn: CivilDate }
  | { readonly command: "dismiss"; readonly explanation?: string }
  | { readonly command: "close" }
  | { readonly command: "reopen"; readonly reason?: string }
  | {
      readonly command: "amend";
      readonly changes: Amendment;
      readonly reason?: string;
      readonly awareDelayReason?: string;
      readonly lateReason?: string;
    }
  /** The same incident at other units: one linked case each, whose 72 hours run from when that unit was told. */
  | { readonly command: "open-for"; readonly units: readonly [UnitId, ...UnitId[]] };
