import { stockholmDate } from "../../../shared/domain/instant.ts";
import { ok, type Result, refused } from "../../../shared/domain/result.ts";
import { rolesBySight } from "../../../shared/domain/sight/sight.ts";
import { mayUse } from "../../../shared/domain/sight/staff-routes.ts";
import type { Who } from "../../../shared/domain/who.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { type FormFields, formFields } from "../../../shared/lambda/form-fields.ts";
import { nameOf } from "../../../shared/lambda/name-of.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import type { Request } from "../../../shared/lambda/request.ts";
import { type Handler, mayPass } from "../../../shared/lambda/ring.ts";
import { isFromOwnPage } from "../../../shared/lambda/same-site.ts";
import { type Caller, csrfChecked, formTokenFor, whoOf } from "../../../shared/lambda/staff-request.ts";
import { staffAddresses } from "../../../shared/pages/staff/staff-addresses.ts";
import type { StaffFrame } from "../../../shared/pages/staff/staff-layout.tsx";
import {
  keptPage,
  signedOutPage,
  signInAgainPage,
  staffBrokenPage,
  staffForbiddenPage,
  staffUnreadablePage,
  staffWaitPage,
} from "../../../shared/pages/staff/staff-message-pages.tsx";
import { unitsOn } from "../city-today.ts";
import type { StaffDeps } from "../live.ts";

/** What showing a page to somebody needs, whichever role of ours shows it. */
export type VisitDeps = Pick<StaffDeps, "city" | "assets" | "site" | "keys" | "clock" | "log">;

/** Somebody signed in who asks for a page that their role may use. */
export interface Visit {
  readonly request: Request;
  readonly who: Who;
  readonly frame: StaffFrame;
}

/** The same, having sent a form that was shown to them. */
export interface Sending extends Visit {
  readonly fields: FormFields;
}

/** A page for a unit's name, also of one that is no longer there. */
export const unitName =
  ({ city }: Pick<StaffDeps, "city">) =>
  (unit: string): string =>
    city.units.find(({ id }) => id === unit)?.name ?? unit;

/** The city's units of today, to choose among. */
export const unitsToday = (
  { frame: { now } }: Pick<Visit, "frame">,
  { city }: Pick<StaffDeps, "city">,
): readonly { readonly id: string; readonly name: string }[] =>
  [...unitsOn(city, now).keys()]
    .map((id) => ({ id, name: unitName({ city })(id) }))
    .sort((one, other) => one.name.localeCompare(other.name, "sv"));

function frameOf(caller: Caller, deps: VisitDeps): StaffFrame {
  const { sub, name = null, roles, units } = caller.who;
  const [unit] = units;
  return {
    assets: deps.assets,
    city: deps.city,
    now: deps.clock(),
    user: {
      sub,
      name,
      // Of several roles the one that sees most is shown; what may be done follows from all of them.
      role: rolesBySight.find((role) => roles.includes(role)) ?? "employee",
      unit: unit === undefined ? null : unitName(deps)(unit),
      csrf: formTokenFor(caller, deps.keys),
    },
  };
}

const later = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, "retry-after": "5" } });

/** Whoever is signed in by a browser; pages take no tokens, which a program would use the API with. */
function callerOf(request: Request, deps: VisitDeps): Result<Caller, Answer> {
  const caller = whoOf(request, () => later(page(503, signedOutPage(deps, "cannot-sign-in"))));
  if (caller.ok && caller.value.via !== "session") return refused(seeOther(staffAddresses.signIn));
  return caller;
}

/** The address that a form was sent to, made again from its route: nothing else of the address comes back. */
const addressOf = ({ routeKey, param }: Request): string =>
  routeKey
    .replace(/^[A-Z]+ /, "")
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(param(name).toWellFormed()));

const forbidden = (frame: StaffFrame): Answer => page(403, staffForbiddenPage(frame));

/** Said without a word of why, and logged by its name alone. */
function failed(failure: unknown, { request, frame }: Visit, deps: VisitDeps, fields?: FormFields): Answer {
  const { routeKey, requestId } = request;
  deps.log("request-failed", { route: routeKey, failure: nameOf(failure), requestId });
  const status = mayPass(failure) ? 503 : 500;
  const html =
    fields !== undefined
      ? keptPage(frame, "failed", { action: addressOf(request), fields }, requestId)
      : status === 503
        ? staffWaitPage(frame)
        : staffBrokenPage(frame, requestId);
  return status === 503 ? later(page(status, html)) : page(status, html);
}

/** The page of a route, for those who may see it; everybody else is told why not. */
export const shown =
  (deps: VisitDeps, show: (visit: Visit) => Answer | Promise<Answer>): Handler =>
  async (request) => {
    const caller = callerOf(request, deps);
    if (!caller.ok) return caller.error;
    const { who } = caller.value;
    const frame = frameOf(caller.value, deps);
    if (!mayUse(request.routeKey, who.roles)) return forbidden(frame);
    const visit = { request, who, frame };
    try {
      return await show(visit);
    } catch (failure) {
      return failed(failure, visit, deps);
    }
  };

/**
 * The sending that a request is, or the answer to one that is none. What somebody typed on a page of ours is given back to
 * them where it could not be taken: they may have been signed out meanwhile, or have signed in anew.
 */
function sendingOf(request: Request, deps: VisitDeps): Result<Sending, Answer> {
  const { site, keys } = deps;
  const caller = callerOf(request, deps);
  const fields = formFields(request);
  const isOurs = isFromOwnPage(request, site);
  if (!caller.ok) {
    const isSignedOut = caller.error.status === 303 && fields.ok && isOurs;
    if (!isSignedOut) return caller;
    return refused(page(403, signInAgainPage(deps, { action: addressOf(request), fields: fields.value })));
  }
  const { who } = caller.value;
  const frame = frameOf(caller.value, deps);
  if (!fields.ok) {
    const { status } = problems[fields.error === "not-utf-8" ? "not-json" : fields.error];
    return refused(page(status, staffUnreadablePage(frame)));
  }
  if (!mayUse(request.routeKey, who.roles)) return refused(forbidden(frame));
  const formToken = fields.value.get("csrf")?.[0];
  if (!csrfChecked(request, caller.value, { keys, site, formToken }))
    return refused(
      page(
        403,
        isOurs
          ? keptPage(frame, "signed-in-anew", { action: addressOf(request), fields: fields.value })
          : staffUnreadablePage(frame),
      ),
    );
  return ok({ request, who, frame, fields: fields.value });
}

/** What somebody sends from a page, once it is known to be meant by them. */
export const taken =
  (deps: VisitDeps, take: (sending: Sending) => Promise<Answer>): Handler =>
  async (request) => {
    const sending = sendingOf(request, deps);
    if (!sending.ok) return sending.error;
    try {
      return await take(sending.value);
    } catch (failure) {
      return failed(failure, sending.value, deps, sending.value.fields);
    }
  };

/** What forms are read by. */
export const readingOf = ({ frame: { now } }: Pick<Visit, "frame">, { city }: Pick<StaffDeps, "city">) => ({
  today: stockholmDate(now),
  city,
  page: { now },
});
