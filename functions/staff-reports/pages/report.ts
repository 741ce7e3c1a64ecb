import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import { staffUnreadablePage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { yearAddresses } from "../../../shared/pages/staff/year-addresses.ts";
import { compilingPage, lockPage, notLockablePage } from "../../../shared/pages/staff/year-step-pages.tsx";
import { keyScope } from "../../staff-cases/entrance.ts";
import type { Sending, Visit } from "../../staff-cases/pages/visit.ts";
import { askFor, followed } from "../compilations.ts";
import type { ReportDeps } from "../live.ts";
import { linkTo } from "../report-files.ts";
import { lockYear, notLockable } from "../year-locks.ts";
import { doesNotAddUp, momentInWords, notThere, yearAsked } from "./year-asked.ts";

/** The browser asks again after so many seconds, script or no script. */
const againAfterS = 2;

/** What a form's own key looks like. */
export const formKey = /^[\w-]{16,128}$/;

/** `GET /personal/statistik/{year}/filer/{name}`: to the file, by a link that lives for a minute. */
export async function getReportFile(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const asked = yearAsked(visit, deps);
  const link = asked && (await linkTo(asked.year, visit.request.param("name"), deps));
  return link === undefined ? notThere(visit) : seeOther(link);
}

/**
 * `POST /personal/statistik/{year}/sammanstallningar`: asks for a compilation. Its key was born with the page, so a second click asks for
 * the same one.
 */
export async function postCompilationPage(sending: Sending, deps: ReportDeps): Promise<Answer> {
  const { request, who, frame, fields } = sending;
  const asked = yearAsked(sending, deps);
  if (asked === undefined) return notThere(sending);
  const key = fields.get("key")?.[0] ?? "";
  if (!formKey.test(key)) return page(400, staffUnreadablePage(frame));
  const { id } = await askFor(asked.year, key, keyScope(request, who), deps);
  const unit = fields.get("unit")?.[0] ?? "";
  return seeOther(yearAddresses.compilation(asked.year, id, /^[a-z0-9-]{1,100}$/.test(unit) ? unit : null));
}

/** `GET /personal/statistik/{year}/sammanstallningar/{id}`: how far it has come; to the files when it is done. */
export async function getCompilationPage(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const { request, frame } = visit;
  const asked = yearAsked(visit, deps);
  const compilation = asked && (await followed(asked.year, request.param("id"), deps));
  if (asked === undefined || compilation === undefined) return notThere(visit);
  const { year, unit } = asked;
  const { progress } = compilation;
  if (progress.state === "done") return seeOther(yearAddresses.statistics(year, unit, { klart: "compiled" }));
  if (progress.state === "refused") return doesNotAddUp(visit, asked, progress.wrong);
  const here = yearAddresses.compilation(year, compilation.id, unit);
  const answer = page(200, compilingPage(frame, { year, unit, here, done: progress.done, of: progress.of }));
  return { ...answer, headers: { ...answer.headers, refresh: `${againAfterS}; url=${here}` } };
}

/** `GET /personal/statistik/{year}/las`: what locking means, before it is done. */
export async function getLockPage(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const asked = yearAsked(visit, deps);
  if (asked === undefined) return notThere(visit);
  const { year } = asked;
  if ((await deps.editions.lockOf(year)) !== undefined) return seeOther(yearAddresses.statistics(year));
  const shown = await deps.editions.shown(year);
  const why = notLockable(year, shown, deps);
  if (why !== null || shown === undefined) return page(200, notLockablePage(visit.frame, year, why ?? "not-compiled"));
  return page(200, lockPage(visit.frame, { year, compiledAt: momentInWords(shown.readAt) }));
}

/** `POST /personal/statistik/{year}/las`. Locking a locked year changes nothing. */
export async function postLockPage(sending: Sending, deps: ReportDeps): Promise<Answer> {
  const asked = yearAsked(sending, deps);
  if (asked === undefined) return notThere(sending);
  const { year } = asked;
  const locked = await lockYear(year, sending.who, deps);
  if (!locked.ok) return page(problems[locked.error].status, notLockablePage(sending.frame, year, locked.error));
  return seeOther(yearAddresses.statistics(year, null, { klart: "locked" }));
}
