import { filesIn } from "../../../shared/domain/casework/representation.ts";
import { type Answer, seeOther } from "../../../shared/lambda/answer.ts";
import type { StaffDeps } from "../live.ts";
import { lookAt } from "../seen-case.ts";
import { notThere } from "./case.ts";
import { requestFor } from "./request-for.ts";
import type { Visit } from "./visit.ts";

const linkS = 60;

/**
 * `GET /personal/arenden/{reference}/underlag/{file}`: to a file of evidence, by a link that lives a minute and is never shown
 * in the page. For those who may confirm what it proves; the look is written down first.
 */
export async function getOneEvidence(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const { request, who } = visit;
  const acted = await requestFor(visit, "confirm-representation", deps);
  if (acted === undefined) return notThere(visit);
  const { file, role } = acted;
  const one = filesIn(file.evidence).find(({ id, kind }) => `${id}.${kind}` === request.param("file"));
  if (one === undefined) return notThere(visit);
  await lookAt(file, who, role, "case-read", deps);
  return seeOther(
    await deps.evidence.linkTo(file.submission, one, `underlag-${one.id.slice(0, 8)}.${one.kind}`, linkS),
  );
}
