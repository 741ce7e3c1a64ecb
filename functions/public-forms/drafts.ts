import { draftLife } from "../../shared/domain/draft.ts";
import { draftNameOf, sealDraft } from "../../shared/identity/draft-seal.ts";
import { type Answer, page } from "../../shared/lambda/answer.ts";
import { draftText } from "../../shared/lambda/draft-text.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { notSavedPage, savedPage } from "../../shared/pages/draft-pages.tsx";
import type { FlowDependencies, Kept } from "../../shared/pages/request-flow.tsx";
import type { PublicDeps } from "./live.ts";

/**
 * Saves answers that somebody wants to go on with another day: one write, of what only their code opens. Nobody is
 * asked who they are, and nothing is judged, counted or begun.
 */
export async function keepDraft(
  kept: Kept,
  request: Request,
  deps: PublicDeps,
  flow: FlowDependencies,
): Promise<Answer> {
  const { state, slug } = kept;
  const { city, assets, drafts, newDraftCode, log } = deps;
  const carried = { city, assets, language: state.language, slug, sealed: flow.seal(state) };
  const code = newDraftCode();
  const { lastOn, expiresAt } = draftLife(flow.now);
  try {
    await drafts.keep({ name: draftNameOf(code), sealed: sealDraft(code, draftText({ state, slug })), expiresAt });
    return page(200, savedPage(carried, code, lastOn));
  } catch (failure) {
    const { routeKey, requestId } = request;
    log("request-failed", { route: routeKey, failure: nameOf(failure), requestId });
    return page(503, notSavedPage(carried, requestId));
  }
}
