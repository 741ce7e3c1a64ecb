import { filesIn } from "../../../shared/domain/casework/representation.ts";
import { actingRole } from "../../../shared/domain/sight/sight.ts";
import { type Answer, seeOther } from "../../../shared/lambda/answer.ts";
import type { StaffDeps } from "../live.ts";
import { lookAt, seenCase } from "../seen-case.ts";
import { notThere } from "./case.ts";
import type { Visit } from "./visit.ts";

const linkS = 60;

/**
 * `GET /personal/arenden/{reference}/underlag/{file}`: to a file of evidence, by a link that lives a minute and is never shown
 * in the page. For those who may confirm what it proves; the look is written down first.
 */
export async function getOneEvidence(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const { request, who } = visit;
  const seen = await seenCase(request.param("reference"), who, deps.cases);
  if (seen?.file.kind !== "request") return notThere(visit);
  const { file } = seen;
  const role = actingRole(who, "confirm-representation", file);
  const one = filesIn(file.evidence).find(({ id, kind }) => `${id}.${kind}` === request.param("file"));
  if (role === undefined || one === undefined) return notThere(visit);
  await lookAt(file, who, role, "case-read", deps);
  return seeOther(
    await deps.evidence.linkTo(file.submission, one, `underlag-${one.id.slice(0, 8)}.${one.kind}`, linkS),
  );
}
