import { type BreachStatus, breachStatuses } from "./breach-case.ts";
import type { BreachCommand } from "./breach-commands.ts";
import type { Life } from "./life.ts";

const keep = "keep";
const no = "not-now";
const end = "already-closed";
const assess = "assessment-required";
const decide = "decision-required";
/** Decided once both questions are answered in a way that fits the risk: the facts of the case tell which. */
const byFacts = ["assessed", "decided"] as const;

/**
 * The life of a breach: where each command leads from each status, or the code it is refused with. The authority and the
 * persons may be told before the assessment is made (art. 33.4): the clock does not wait for it.
 */
// biome-ignore format: a table is read by its columns
export const breachLife = {
  // from:               reported     assessed      decided      closed     dismissed
  "involve-dpo":        [keep,        keep,         keep,        end,       end],
  amend:                [keep,        keep,         keep,        end,       end],
  "open-for":           [keep,        keep,         keep,        end,       end],
  assess:               [byFacts,     byFacts,      keep,        end,       end],
  "notify-authority":   [keep,        byFacts,      keep,        end,       end],
  "do-not-notify":      [assess,      byFacts,      keep,        end,       end],
  "inform-subjects":    [keep,        byFacts,      keep,        end,       end],
  "do-not-inform":      [assess,      byFacts,      keep,        end,       end],
  supplement:           [keep,        keep,         keep,        keep,      end],
  "add-measure":        [keep,        keep,         keep,        end,       end],
  "complete-measure":   [keep,        keep,         keep,        keep,      end],
  dismiss:              ["dismissed", "dismissed",  "dismissed", end,       end],
  close:                [assess,      decide,       "closed",    end,       end],
  reopen:               [no,          no,           no,          byFacts,   ["reported", "assessed", "decided"]],
  note:                 [keep,        keep,         keep,        keep,      keep],
  "set-diary-number":   [keep,        keep,         keep,        keep,      keep],
} as const satisfies Life<BreachCommand["command"], typeof breachStatuses>;

/** What the table says of a command in a status. */
export const breachCell = (command: BreachCommand["command"], status: BreachStatus) =>
  breachLife[command][breachStatuses.indexOf(status)];
