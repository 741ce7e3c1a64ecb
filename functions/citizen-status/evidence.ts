import { representedIn } from "../../shared/domain/casework/cases-of.ts";
import { type EvidenceEvent, mostEvidence } from "../../shared/domain/casework/representation.ts";
import { epochOf } from "../../shared/domain/instant.ts";
import type { RequestSubmission } from "../../shared/domain/submission.ts";
import { type Answer, page, seeOther } from "../../shared/lambda/answer.ts";
import { casePass, casePassCookieName, referenceInPass } from "../../shared/lambda/case-pass.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { addresses } from "../../shared/pages/addresses.ts";
import { type EvidenceWanted, evidencePage } from "../../shared/pages/evidence-page.tsx";
import { isUploadOf } from "../../shared/store/evidence-archive.ts";
import { onwards } from "./answer.ts";
import type { CitizenStatusDeps } from "./live.ts";
import type { OpenedCases } from "./status.ts";

/** The mark in the address after a file was sent. */
const sentMark = "skickad";

/** What has become of the files so far, whether any case is still open to them, and whether any still waits for them. */
function standing(opened: OpenedCases) {
  const known = opened.flatMap((kase) => ("disposedAt" in kase ? [] : [kase]));
  const events = new Map(known.flatMap(({ evidence }) => evidence).map((event) => [event.id, event]));
  const evidence: readonly EvidenceEvent[] = [...events.values()];
  const open = known.filter(({ status }) => status !== "closed");
  // While no case is open yet, they soon will be.
  const isOpen = known.length === 0 || open.length > 0;
  const isConfirmed =
    open.length > 0 && open.every(({ timeline }) => timeline.some(({ event }) => event === "representation-confirmed"));
  return { evidence, isOpen: isOpen && evidence.length < mostEvidence, isConfirmed };
}

/** What the pages of a case offer whoever asks for somebody else: the way to send evidence, or null where none is asked for, or any more. */
export function wayToEvidence(
  submission: RequestSubmission,
  known: OpenedCases,
  deps: CitizenStatusDeps,
): EvidenceWanted | null {
  if (representedIn(submission.answers) === null) return null;
  const { evidence, isOpen, isConfirmed } = standing(known);
  if (!isOpen || isConfirmed) return null;
  return {
    pass: casePass(submission.reference, deps.keys, epochOf(deps.clock())),
    hasCome: evidence.some(({ outcome }) => outcome === "received"),
  };
}

/** `POST /sv/arende/underlag`: from the page of a case to the page where evidence is sent. */
export const toEvidence = (request: Request, deps: CitizenStatusDeps): Answer =>
  onwards(request, deps, addresses.evidence[request.language]);

/** `GET /sv/arende/underlag`: the form that sends one file, and what has become of those that were sent. */
export async function getEvidence(request: Request, deps: CitizenStatusDeps): Promise<Answer> {
  const { language, query } = request;
  const here = addresses.evidence[language];
  const pass = request.cookie(casePassCookieName);
  const reference = referenceInPass(pass, deps.keys, epochOf(deps.clock()));
  const submission = reference === undefined ? undefined : await deps.submissions.get(reference);
  if (submission?.form !== "data-subject-request" || representedIn(submission.answers) === null)
    return seeOther(addresses.status[language]);
  // S3 sends the browser back with the object's name in the address, which is not to stay there.
  if (query.has("key"))
    return seeOther(isUploadOf(submission.reference, query.get("key") ?? "") ? `${here}?${sentMark}=1` : here);
  const { evidence, isOpen } = standing(await deps.cases.ofSubmission(submission.reference));
  const upload = isOpen
    ? deps.evidence.uploadForm(submission.reference, deps.newKey(), `${deps.site}${here}`)
    : undefined;
  const html = evidencePage(
    { city: deps.city, assets: deps.assets, language },
    { reference: submission.reference, evidence, upload: upload ?? null, isSent: query.has(sentMark) },
  );
  return { ...page(200, html), ...(upload === undefined ? {} : { formsTo: upload.origin }) };
}
