import { formatReference } from "../../shared/domain/reference.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { absence } from "./absence.ts";
import { caseView, historySeen } from "./case-view.ts";
import { duplicatesOf } from "./duplicates.ts";
import { admitted } from "./entrance.ts";
import type { StaffDeps } from "./live.ts";
import { lookAt, seenCase } from "./seen-case.ts";
import { staffShapes } from "./shapes.ts";

/** `GET /api/v1/cases/{reference}`: a case, whole, to whoever it is theirs to see. */
export async function getCase(request: Request, deps: StaffDeps): Promise<Answer> {
  const who = admitted(request, "GET /api/v1/cases/{reference}");
  if (!who.ok) return who.error;
  const seen = await seenCase(request.param("reference"), who.value, deps.cases);
  if (seen === undefined) return absence(request, who.value, deps.cases);
  await lookAt(seen.file, who.value, seen.role, "case-read", deps);
  const submission = await deps.submissions.get(seen.file.submission);
  const eye = { sub: who.value.sub, role: seen.role, language: request.language };
  const duplicates = (await duplicatesOf(seen.file, who.value, deps.cases)).map(({ reference }) =>
    formatReference(reference),
  );
  const evidence = seen.file.kind === "request" ? { evidence: seen.file.evidence } : {};
  return json(200, caseView(seen.file, submission, eye, { duplicates, ...evidence }), {
    "content-language": request.language,
  });
}

/** `GET /api/v1/cases/{reference}/history`: every command that a case has had. */
export async function getHistory(request: Request, deps: StaffDeps): Promise<Answer> {
  const who = admitted(request, "GET /api/v1/cases/{reference}/history");
  if (!who.ok) return who.error;
  const seen = await seenCase(request.param("reference"), who.value, deps.cases);
  if (seen === undefined) return absence(request, who.value, deps.cases);
  await lookAt(seen.file, who.value, seen.role, "history-read", deps);
  const items = historySeen(seen.file, { sub: who.value.sub, role: seen.role });
  return json(200, staffShapes.CaseHistory.parse({ items, next: null }));
}
