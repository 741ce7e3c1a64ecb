import { page } from "../../../shared/lambda/answer.ts";
import type { RoutesOf } from "../../../shared/lambda/ring.ts";
import type { StaffFormName } from "../../../shared/pages/staff/staff-flows.tsx";
import { staffStartPage } from "../../../shared/pages/staff/staff-start-page.tsx";
import type { StaffDeps } from "../live.ts";
import { getAnswerFiles, getOneAnswerFile, postAnswerFiles } from "./answer-files.ts";
import { getAuthorityAnswers, getAuthorityAnswersFile } from "./authority-answers.ts";
import { getCasePage } from "./case.ts";
import { postCommandPage } from "./command.ts";
import { getFlow, postFlow } from "./flows.ts";
import { getQueue } from "./queue.ts";
import { getReceipt } from "./receipt.ts";
import { type Sending, shown, taken, type Visit } from "./visit.ts";

type PageRoute = Extract<keyof RoutesOf<"staff-cases">, `${string} /personal${string}`>;

/** The pages for staff: everything that the API does, for people. */
export const staffPages = (deps: StaffDeps): Pick<RoutesOf<"staff-cases">, PageRoute> => {
  const ask = (name: StaffFormName) => (visit: Visit) => getFlow(name, visit, deps);
  const answer = (name: StaffFormName) => (sending: Sending) => postFlow(name, sending, deps);
  return {
    "GET /personal": shown("GET /personal", deps, ({ frame }) => page(200, staffStartPage(frame))),
    "GET /personal/arenden": shown("GET /personal/arenden", deps, (visit) => getQueue(visit, deps)),
    "GET /personal/arenden/{reference}": shown("GET /personal/arenden/{reference}", deps, (visit) =>
      getCasePage(visit, deps),
    ),
    "POST /personal/arenden/{reference}": taken("POST /personal/arenden/{reference}", deps, (sending) =>
      postCommandPage(sending, deps),
    ),
    "GET /personal/arenden/{reference}/svar-till-imy": shown(
      "GET /personal/arenden/{reference}/svar-till-imy",
      deps,
      (visit) => getAuthorityAnswers(visit, deps),
    ),
    "GET /personal/arenden/{reference}/svar-till-imy.txt": shown(
      "GET /personal/arenden/{reference}/svar-till-imy.txt",
      deps,
      (visit) => getAuthorityAnswersFile(visit, deps),
    ),
    "GET /personal/arenden/{reference}/svarsfiler": shown(
      "GET /personal/arenden/{reference}/svarsfiler",
      deps,
      (visit) => getAnswerFiles(visit, deps),
    ),
    "POST /personal/arenden/{reference}/svarsfiler": taken(
      "POST /personal/arenden/{reference}/svarsfiler",
      deps,
      (sending) => postAnswerFiles(sending, deps),
    ),
    "GET /personal/arenden/{reference}/svarsfiler/{file}": shown(
      "GET /personal/arenden/{reference}/svarsfiler/{file}",
      deps,
      (visit) => getOneAnswerFile(visit, deps),
    ),
    "GET /personal/kvitto/{reference}": shown("GET /personal/kvitto/{reference}", deps, (visit) =>
      getReceipt(visit, deps),
    ),
    "GET /personal/incident": shown("GET /personal/incident", deps, ask("incident")),
    "GET /personal/incident/{step}": shown("GET /personal/incident/{step}", deps, ask("incident")),
    "POST /personal/incident/{step}": taken("POST /personal/incident/{step}", deps, answer("incident")),
    "GET /personal/fraga": shown("GET /personal/fraga", deps, ask("consultation")),
    "GET /personal/fraga/{step}": shown("GET /personal/fraga/{step}", deps, ask("consultation")),
    "POST /personal/fraga/{step}": taken("POST /personal/fraga/{step}", deps, answer("consultation")),
    "GET /personal/registrera": shown("GET /personal/registrera", deps, ask("registration")),
    "GET /personal/registrera/{step}": shown("GET /personal/registrera/{step}", deps, ask("registration")),
    "POST /personal/registrera/{step}": taken("POST /personal/registrera/{step}", deps, answer("registration")),
  };
};
