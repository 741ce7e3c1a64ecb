import type { SummaryRow } from "../../../forms/summary.ts";
import type { BreachAssessment } from "../../domain/breach-assessment.ts";
import type { Channels } from "../../domain/casework/carry-out.ts";
import type { CaseFile, CaseKind } from "../../domain/casework/case-file.ts";
import type { Role } from "../../domain/casework/case-history.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Attempt } from "./command-section.tsx";

/** Another request that may be the same person's, as the officer is shown it. */
export interface ShownDuplicate {
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly status: string;
  readonly unit: string | null;
}

/** Everything a case's page shows, already decided to be this person's to see. */
export interface CaseView {
  readonly file: CaseFile;
  /** In which this person sees the case, the one that sees most of it first; never none. */
  readonly roles: readonly Role[];
  /** The units that exist today, to choose among and to name. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Names of units that are no longer there, and of any other. */
  readonly unitName: (unit: string) => string;
  /** A colleague's name by `sub`, as far as it is known. */
  readonly personName: (sub: string) => string | undefined;
  /** The one question that would settle where a doubtful request belongs, in words; null for every other case. */
  readonly question: string | null;
  /** The ways to people that the city has. */
  readonly channels: Channels;
  /** Born with the page and sent with every command from it. */
  readonly key: string;
  /** What was sent in, in words; empty where this role does not see it. */
  readonly answers: readonly SummaryRow[];
  /** Other requests of the same person for the same right. */
  readonly duplicates: readonly ShownDuplicate[];
  /** What the rules propose for a breach; null where it is not to be shown. */
  readonly proposal: BreachAssessment | null;
  /** A command that was not carried out: its form is open, with everything typed still in it. */
  readonly attempt: Attempt | null;
  /** The version on which the attempt was made, when somebody else has changed the case since. */
  readonly staleSince: number | null;
  /** A command that has just been carried out. */
  readonly done: string | null;
}

/** A case's heading and where in the list it belongs. */
export const caseTitles: Readonly<Record<CaseKind, string>> = {
  request: "Begäran",
  breach: "Incident",
  consultation: "Fråga",
};
