import type { Result } from "../result.ts";
import type { BreachCase } from "./breach-case.ts";
import type { BreachCommand } from "./breach-commands.ts";
import type { Circumstances, Decision } from "./carry-out.ts";
import type { CaseFile } from "./case-file.ts";
import type { ConsultationCase, ConsultationCommand } from "./consultation-case.ts";
import { decideBreach } from "./decide-breach.ts";
import { decideConsultation } from "./decide-consultation.ts";
import { decideRequest } from "./decide-request.ts";
import type { Refusal } from "./refusal.ts";
import type { RequestCase } from "./request-case.ts";
import type { RequestCommand } from "./request-commands.ts";

/** A case with a command of its own kind. */
export type Asked =
  | { readonly kind: "request"; readonly kase: RequestCase; readonly command: RequestCommand }
  | { readonly kind: "breach"; readonly kase: BreachCase; readonly command: BreachCommand }
  | { readonly kind: "consultation"; readonly kase: ConsultationCase; readonly command: ConsultationCommand };

/**
 * The case after a command, or the code of the rule that refuses it. Whether the command is repeated (`replayOf`) and whether
 * the person sees the case at all is asked before; whether the case has room for it (300 KB, `case-full`), after.
 */
export const decide = (asked: Asked, circumstances: Circumstances): Result<Decision<CaseFile>, Refusal> => {
  switch (asked.kind) {
    case "request":
      return decideRequest(asked.kase, asked.command, circumstances);
    case "breach":
      return decideBreach(asked.kase, asked.command, circumstances);
    case "consultation":
      return decideConsultation(asked.kase, asked.command, circumstances);
  }
};
