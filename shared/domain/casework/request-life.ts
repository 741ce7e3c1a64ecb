import { type RequestStatus, requestStatuses } from "../case.ts";
import type { Life } from "./life.ts";
import type { RequestCommand } from "./request-commands.ts";

const keep = "keep";
const no = "not-now";
const end = "already-closed";

/**
 * The life of a request: where each command leads from each status, or the code it is refused with. One way only,
 * except that a closed case can be reopened. What a case in `triage` can do, only the DPO can do to it.
 */
// biome-ignore format: a table is read by its columns
export const requestLife = {
  // from:                triage      received      identity      searching     reviewing    closed
  take:                  [keep,       keep,         keep,         keep,         keep,        end],
  "ask-identity":        [no,         "identity",   keep,         keep,         keep,        end],
  "confirm-identity":    [no,         "searching",  "searching",  keep,         keep,        end],
  "confirm-representation": [no,      keep,         keep,         keep,         keep,        end],
  "record-search":       [no,         "searching",  keep,         keep,         keep,        end],
  "start-review":        [no,         "reviewing",  "reviewing",  "reviewing",  no,          end],
  forward:               ["received", keep,         keep,         keep,         keep,        end],
  extend:                [no,         keep,         keep,         keep,         keep,        end],
  answer:                [no,         "closed",     "closed",     "closed",     "closed",    end],
  refuse:                [no,         "closed",     "closed",     "closed",     "closed",    end],
  "close-unidentified":  [no,         "closed",     "closed",     "closed",     "closed",    end],
  reclassify:            [no,         "closed",     "closed",     "closed",     "closed",    end],
  refer:                 ["closed",   "closed",     "closed",     "closed",     "closed",    end],
  withdraw:              ["closed",   "closed",     "closed",     "closed",     "closed",    end],
  "mark-duplicate":      ["closed",   "closed",     "closed",     "closed",     "closed",    end],
  reopen:                [no,         no,           no,           no,           no,          ["received", "triage"]],
  note:                  [keep,       keep,         keep,         keep,         keep,        keep],
  "set-diary-number":    [keep,       keep,         keep,         keep,         keep,        keep],
} as const satisfies Life<RequestCommand["command"], typeof requestStatuses>;

/** What the table says of a command in a status. */
export const requestCell = (command: RequestCommand["command"], status: RequestStatus) =>
  requestLife[command][requestStatuses.indexOf(status)];
