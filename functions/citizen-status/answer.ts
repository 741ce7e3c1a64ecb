import { answeringOutcomes, isFetched } from "../../shared/domain/casework/request-case.ts";
import { isOwnRequest } from "../../shared/domain/identified.ts";
import { epochOf } from "../../shared/domain/instant.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import type { RequestSubmission } from "../../shared/domain/submission.ts";
import { type Answer, page, seeOther } from "../../shared/lambda/answer.ts";
import { casePass, casePassCookie, casePassCookieName, referenceInPass } from "../../shared/lambda/case-pass.ts";
import { formFields } from "../../shared/lambda/form-fields.ts";
import { identifiedIn } from "../../shared/lambda/identified-cookie.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { addresses, afterIdentifying } from "../../shared/pages/addresses.ts";
import { answerPage, identifyForAnswerPage } from "../../shared/pages/answer-page.tsx";
import { statusLookupPage } from "../../shared/pages/status-page.tsx";
import type { AnswerFile } from "../../shared/store/answer-files.ts";
import type { CitizenStatusDeps } from "./live.ts";
import type { OpenedCases } from "./status.ts";

/** How long a link to a file lives, in seconds. */
const linkS = 60;

const frameOf = ({ city, assets }: CitizenStatusDeps, { language }: Request) => ({ city, assets, language });
const nowOf = ({ clock }: CitizenStatusDeps): number => epochOf(clock());

/** The cases that have been answered, by their number. */
const answeredIn = (known: OpenedCases): readonly number[] =>
  known.flatMap((kase) => {
    if ("disposedAt" in kase || kase.status !== "closed" || kase.outcome === null) return [];
    return answeringOutcomes.includes(kase.outcome) ? [kase.number] : [];
  });

/** Whether there is an answer to fetch: one that is too large for a digital mailbox is fetched too, and has files. */
async function isThere(
  { answers, reference }: RequestSubmission,
  known: OpenedCases,
  deps: CitizenStatusDeps,
): Promise<boolean> {
  if (typeof answers !== "object" || answers === null || !isFetched(answers)) return false;
  const numbers = answeredIn(known);
  if (numbers.length === 0) return false;
  const isAsked = "delivery" in answers && answers.delivery === "download";
  return isAsked || (await deps.answers.of(reference)).some(({ number }) => numbers.includes(number));
}

/** What the page of a case offers whoever has shown its number and code: the way to the answer, or null while there is none. */
export async function wayToAnswer(
  submission: RequestSubmission,
  known: OpenedCases,
  deps: CitizenStatusDeps,
): Promise<string | null> {
  return (await isThere(submission, known, deps)) ? casePass(submission.reference, deps.keys, nowOf(deps)) : null;
}

/** From the page of a case on to one of its own pages, with the pass that the page held. */
export function onwards(request: Request, deps: CitizenStatusDeps, to: string): Answer {
  const fields = formFields(request);
  const pass = fields.ok ? fields.value.get("pass")?.[0] : undefined;
  const isOurs = referenceInPass(pass, deps.keys, nowOf(deps)) !== undefined;
  if (pass === undefined || !isOurs) return seeOther(addresses.status[request.language]);
  return seeOther(to, [casePassCookie(pass)]);
}

/** `POST /sv/arende/svar`: from the page of a case to the page with its answer. */
export const toAnswer = (request: Request, deps: CitizenStatusDeps): Answer =>
  onwards(request, deps, afterIdentifying("answer", request.language));

interface Fetched {
  readonly submission: RequestSubmission;
  readonly files: readonly AnswerFile[];
}

/** Somebody else's answer, and one that is not there: one and the same. */
const notTheirs = (request: Request, deps: CitizenStatusDeps): Answer =>
  page(404, statusLookupPage(frameOf(deps, request), true));

/**
 * The answer, for the person it is for: they have shown the case's number and code, and then who they are. Everybody else
 * gets the answer in their own case.
 */
async function fetched(
  request: Request,
  deps: CitizenStatusDeps,
  show: (answer: Fetched) => Answer | Promise<Answer>,
): Promise<Answer> {
  const now = nowOf(deps);
  const reference = referenceInPass(request.cookie(casePassCookieName), deps.keys, now);
  if (reference === undefined) return seeOther(addresses.status[request.language]);
  const who = identifiedIn(request, deps.keys, now);
  if (who === undefined) return page(200, identifyForAnswerPage(frameOf(deps, request)));
  const submission = await deps.submissions.get(reference);
  if (submission?.form !== "data-subject-request" || !isOwnRequest(submission.answers, who))
    return notTheirs(request, deps);
  const [known, files] = await Promise.all([deps.cases.ofSubmission(reference), deps.answers.of(reference)]);
  const numbers = answeredIn(known);
  return show({ submission, files: files.filter(({ number }) => numbers.includes(number)) });
}

/** `GET /sv/arende/svar`: the files of the answer. */
export const getAnswer = (request: Request, deps: CitizenStatusDeps): Promise<Answer> =>
  fetched(request, deps, ({ submission, files }) =>
    page(200, answerPage(frameOf(deps, request), { reference: submission.reference, files })),
  );

/** `GET /sv/arende/svar/{file}`: to one file, by a link that lives a minute. */
export const getAnswerFile = (request: Request, deps: CitizenStatusDeps): Promise<Answer> =>
  fetched(request, deps, async ({ submission, files }) => {
    const place = files.findIndex(({ id, kind }) => `${id}.${kind}` === request.param("file"));
    const file = files[place];
    if (file === undefined) return notTheirs(request, deps);
    const name = `svar-${formatReference(submission.reference).toLowerCase()}-${place + 1}.${file.kind}`;
    return seeOther(await deps.answers.linkTo(submission.reference, file, name, linkS));
  });
