import type { StaffPageRoute } from "../../../shared/domain/sight/staff-routes.ts";
import { page } from "../../../shared/lambda/answer.ts";
import type { RoutesOf } from "../../../shared/lambda/ring.ts";
import type { StaffFormName } from "../../../shared/pages/staff/staff-flows.tsx";
import { staffStartPage } from "../../../shared/pages/staff/staff-start-page.tsx";
import type { StaffDeps } from "../live.ts";
import { getAnswerFiles, getOneAnswerFile, postAnswerFiles } from "./answer-files.ts";
import { getAuthorityAnswers, getAuthorityAnswersFile } from "./authority-answers.ts";
import { getCasePage } from "./case.ts";
import { postCommandPage } from "./command.ts";
import { getOneEvidence } from "./evidence.ts";
import { getFlow, postFlow } from "./flows.ts";
import { getLetter } from "./letter.ts";
import { getQueue } from "./queue.ts";
import { getReceipt } from "./receipt.ts";
import { type Sending, shown, taken, type Visit } from "./visit.ts";

type PageRoute = Extract<keyof RoutesOf<"staff-cases">, StaffPageRoute>;

/** The pages for staff: everything that the API does, for people. */
export const staffPages = (deps: StaffDeps): Pick<RoutesOf<"staff-cases">, PageRoute> => {
  const ask = (name: StaffFormName) => (visit: Visit) => getFlow(name, visit, deps);
  const answer = (name: StaffFormName) => (sending: Sending) => postFlow(name, sending, deps);
  return {
    "GET /personal": shown(deps, ({ frame }) => page(200, staffStartPage(frame))),
    "GET /personal/arenden": shown(deps, (visit) => getQueue(visit, deps)),
    "GET /personal/arenden/{reference}": shown(deps, (visit) => getCasePage(visit, deps)),
    "POST /personal/arenden/{reference}": taken(deps, (sending) => postCommandPage(sending, deps)),
    "GET /personal/arenden/{reference}/svar-till-imy": shown(deps, (visit) => getAuthorityAnswers(visit, deps)),
    "GET /personal/arenden/{reference}/svar-till-imy.txt": shown(deps, (visit) => getAuthorityAnswersFile(visit, deps)),
    "GET /personal/arenden/{reference}/svarsfiler": shown(deps, (visit) => getAnswerFiles(visit, deps)),
    "POST /personal/arenden/{reference}/svarsfiler": taken(deps, (sending) => postAnswerFiles(sending, deps)),
    "GET /personal/arenden/{reference}/svarsfiler/{file}": shown(deps, (visit) => getOneAnswerFile(visit, deps)),
    "GET /personal/arenden/{reference}/brev": shown(deps, (visit) => getLetter(visit, deps)),
    "GET /personal/arenden/{reference}/underlag/{file}": shown(deps, (visit) => getOneEvidence(visit, deps)),
    "GET /personal/kvitto/{reference}": shown(deps, (visit) => getReceipt(visit, deps)),
    "GET /personal/incident": shown(deps, ask("incident")),
    "GET /personal/incident/{step}": shown(deps, ask("incident")),
    "POST /personal/incident/{step}": taken(deps, answer("incident")),
    "GET /personal/fraga": shown(deps, ask("consultation")),
    "GET /personal/fraga/{step}": shown(deps, ask("consultation")),
    "POST /personal/fraga/{step}": taken(deps, answer("consultation")),
    "GET /personal/registrera": shown(deps, ask("registration")),
    "GET /personal/registrera/{step}": shown(deps, ask("registration")),
    "POST /personal/registrera/{step}": taken(deps, answer("registration")),
  };
};
