import type { BreachCase } from "../../../shared/domain/casework/breach-case.ts";
import { followsOnly } from "../../../shared/domain/sight/sight.ts";
import { type Answer, page } from "../../../shared/lambda/answer.ts";
import { type Answering, authorityAnswersText } from "../../../shared/pages/staff/authority-answers.ts";
import { authorityAnswersPage } from "../../../shared/pages/staff/authority-answers-page.tsx";
import type { StaffDeps } from "../live.ts";
import { lookAt, seenCase } from "../seen-case.ts";
import { notThere } from "./case.ts";
import type { Visit } from "./visit.ts";

/** What the city's data tells of who notifies; what it does not know is filled in at the authority's. */
const answeringOf = ({ countedUnit, unit }: BreachCase, { city }: StaffDeps): Answering => {
  const id = countedUnit ?? unit;
  const controller = city.units.find((each) => each.id === id)?.controller ?? id ?? "";
  return {
    controller,
    organisationNumber: null,
    postalAddress: city.contact.post,
    contact: city.contact.email,
    dpo: null,
  };
};

/** The breach, where it is theirs to see with its assessment; the look is written down. */
async function breachSeen({ request, who }: Visit, deps: StaffDeps): Promise<BreachCase | undefined> {
  const seen = await seenCase(request.param("reference"), who, deps.cases);
  if (seen === undefined || seen.file.kind !== "breach" || followsOnly(seen.role)) return undefined;
  await lookAt(seen.file, who, seen.role, "case-read", deps);
  return seen.file;
}

/** The answers for IMY, to be copied one by one. */
export async function getAuthorityAnswers(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const file = await breachSeen(visit, deps);
  if (file === undefined) return notThere(visit);
  return page(200, authorityAnswersPage(visit.frame, file, answeringOf(file, deps)));
}

/** The same as a file. */
export async function getAuthorityAnswersFile(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const file = await breachSeen(visit, deps);
  if (file === undefined) return notThere(visit);
  return {
    status: 200,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="svar-till-imy-${file.reference}.txt"`,
    },
    body: authorityAnswersText(file, answeringOf(file, deps)),
  };
}
