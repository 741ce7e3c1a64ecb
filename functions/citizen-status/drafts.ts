import { addMilliseconds, compareInstants, stockholmDate } from "../../shared/domain/instant.ts";
import { parseStatusCode } from "../../shared/domain/reference.ts";
import { draftNameOf, openDraft } from "../../shared/identity/draft-seal.ts";
import { type Answer, keptByTheBrowser, page } from "../../shared/lambda/answer.ts";
import { answersSeal } from "../../shared/lambda/answers-seal.ts";
import { savedFlowIn } from "../../shared/lambda/draft-text.ts";
import { formFields } from "../../shared/lambda/form-fields.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { continuePage, foundPage } from "../../shared/pages/draft-pages.tsx";
import type { CitizenStatusDeps } from "./live.ts";

const frameOf = ({ city, assets }: CitizenStatusDeps, { language }: Request) => ({ city, assets, language });

/** What the code opens, with the last day it does. A code of the wrong form, of nothing, and of what is past are the same. */
async function opened(typed: string, { drafts, clock }: CitizenStatusDeps) {
  const code = parseStatusCode(typed);
  if (code === undefined) return undefined;
  const draft = await drafts.get(draftNameOf(code));
  if (draft === undefined || compareInstants(draft.expiresAt, clock()) <= 0) return undefined;
  const text = openDraft(code, draft.sealed);
  if (text === undefined) return undefined;
  return { ...savedFlowIn(text), lastOn: stockholmDate(addMilliseconds(draft.expiresAt, -1)) };
}

/** `GET`: where the code is asked for. */
export const askForCode = (request: Request, deps: CitizenStatusDeps): Answer =>
  page(200, continuePage(frameOf(deps, request)), keptByTheBrowser);

/** `POST` of a code: the answers as they were saved, sealed again for the pages to carry, with the way back to them. */
export async function continueDraft(request: Request, deps: CitizenStatusDeps): Promise<Answer> {
  const frame = frameOf(deps, request);
  const fields = formFields(request);
  if (!fields.ok) return problem(request, fields.error === "not-utf-8" ? "not-json" : fields.error);
  const found = await opened(fields.value.get("code")?.[0] ?? "", deps);
  if (found === undefined) return page(404, continuePage(frame, true));
  const { state, slug, lastOn } = found;
  return page(200, foundPage({ ...frame, slug, sealed: answersSeal(deps.keys).seal(state) }, lastOn));
}
