import type { Instant } from "../../shared/domain/instant.ts";
import { epochOf } from "../../shared/domain/instant.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { isRevoked, isSessionOver, isSessionUnseen } from "../../shared/domain/staff-session.ts";
import { type ClaimMapping, type Who, whoFrom } from "../../shared/domain/who.ts";
import type { IdentityProvider } from "../../shared/identity/provider.ts";
import { sessionKeyOf } from "../../shared/identity/sessions.ts";
import { bearerOf, checkedToken } from "../../shared/identity/tokens.ts";
import type { AuthorizerContext, CallerProblem } from "../../shared/lambda/authorizer-context.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import { cookieIn } from "../../shared/lambda/request.ts";
import { sessionCookieName } from "../../shared/lambda/session-cookie.ts";
import type { SessionLookup } from "../../shared/store/sessions.ts";

export interface AuthorizerDeps {
  readonly provider: IdentityProvider;
  readonly audience: string;
  readonly mapping: ClaimMapping;
  readonly sessions: SessionLookup;
  readonly clock: () => Instant;
  readonly log: Log;
}

/** What a caller may show: headers in lower case, and cookies as the gateway splits them. */
export interface Shown {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies?: readonly string[];
}

type Known = Result<{ readonly who: Who; readonly session: string }, CallerProblem>;

async function byToken(authorization: string, deps: AuthorizerDeps): Promise<Known> {
  const token = bearerOf(authorization);
  if (token === undefined) return refused("invalid");
  const checked = await checkedToken(token, { ...deps, now: epochOf(deps.clock()) });
  if (!checked.ok) {
    if (checked.error === "unavailable") deps.log("caller-unchecked", { failure: "ProviderOutOfReach" });
    return checked;
  }
  const who = whoFrom(checked.value.claims, deps.mapping);
  if (who === undefined) return refused("invalid");
  return isRevoked(checked.value.issuedAt, await deps.sessions.revokedAt(who.sub))
    ? refused("invalid")
    : ok({ who, session: "" });
}

async function bySession(secret: string, { sessions, clock }: AuthorizerDeps): Promise<Known> {
  const key = sessionKeyOf(secret);
  const session = key === undefined ? undefined : await sessions.get(key);
  if (key === undefined || session === undefined) return refused("invalid");
  const now = clock();
  if (isSessionOver(session, now)) return refused("expired");
  if (isRevoked(session.startedAt, await sessions.revokedAt(session.who.sub))) return refused("invalid");
  if (isSessionUnseen(session, now) && !(await sessions.seen(key, now))) return refused("invalid");
  return ok({ who: session.who, session: key });
}

/**
 * Who is asking, for the functions behind to answer by. A token counts before a cookie, and a token that is no good is not
 * made good by a cookie. Whatever cannot be checked is nobody, and says that it could not be checked. Never throws.
 */
export async function callerOf({ headers, cookies }: Shown, deps: AuthorizerDeps): Promise<AuthorizerContext> {
  const { authorization } = headers;
  const secret = cookieIn(cookies, sessionCookieName);
  const via = authorization !== undefined ? "bearer" : secret !== undefined ? "session" : "";
  if (via === "") return { who: "", via, session: "", problem: "" };
  const known = await (authorization !== undefined
    ? byToken(authorization, deps)
    : bySession(secret ?? "", deps)
  ).catch((failure: unknown): Known => {
    deps.log("caller-unchecked", { failure: nameOf(failure) });
    return refused("unavailable");
  });
  if (known.ok) return { who: JSON.stringify(known.value.who), via, session: known.value.session, problem: "" };
  deps.log("caller-refused", { reason: `${via}-${known.error}` });
  return { who: "", via, session: "", problem: known.error };
}
