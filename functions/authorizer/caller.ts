import type { Instant } from "../../shared/domain/instant.ts";
import { epochOf } from "../../shared/domain/instant.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import {
  isDueForCheck,
  isRevoked,
  isSessionOver,
  isSessionUnseen,
  isUnchecked,
  type StaffSession,
  wouldWaitForLease,
} from "../../shared/domain/staff-session.ts";
import { type ClaimMapping, type Who, whoFrom } from "../../shared/domain/who.ts";
import { type Client, vouchedAgain } from "../../shared/identity/code-flow.ts";
import { type Fetch, type IdentityProvider, ProviderOutOfReach } from "../../shared/identity/provider.ts";
import { openedRenewal, sealedRenewal, sessionKeyOf } from "../../shared/identity/sessions.ts";
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
  /** Seconds since a bearer token was issued. */
  readonly oldestTokenS: number;
  /** Us, as the provider knows us; asked for when it is needed. */
  readonly client: () => Promise<Client>;
  readonly fetched: Fetch;
  readonly mapping: ClaimMapping;
  readonly sessions: SessionLookup;
  readonly clock: () => Instant;
  /** Lets a moment pass. */
  readonly pause: () => Promise<void>;
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
  const checked = await checkedToken(token, {
    ...deps,
    oldestS: deps.oldestTokenS,
    now: epochOf(deps.clock()),
  });
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

const mostPauses = 20;

/** Asks the provider again who the person is, and writes down what it said: no role at all when it vouches no more. */
async function checkedAgain(
  session: StaffSession,
  secret: string,
  refreshToken: string,
  deps: AuthorizerDeps,
): Promise<StaffSession> {
  const { provider, client, fetched, mapping, sessions, clock } = deps;
  const now = clock();
  const desk = { provider, client: await client(), fetched, now: epochOf(now) };
  const vouched = await vouchedAgain(refreshToken, desk);
  const said = vouched && whoFrom(vouched.claims, mapping);
  const isStillThem = vouched !== undefined && said !== undefined && said.sub === session.who.sub;
  const checked = isStillThem
    ? { who: said, checkedAt: now, renewal: sealedRenewal(secret, vouched.refreshToken) }
    : { who: { ...session.who, roles: [], units: [], mayProtected: false }, checkedAt: now, renewal: null };
  await sessions.checked(session.key, checked);
  return { ...session, ...checked };
}

/**
 * The session as the provider vouches for it, at most five minutes ago. Only one request at a time asks; the others go on
 * with what was last said while that is new enough, and wait for the answer when it is not.
 */
async function vouchedFor(
  session: StaffSession,
  secret: string,
  deps: AuthorizerDeps,
): Promise<Result<StaffSession, CallerProblem>> {
  const { sessions, clock, pause } = deps;
  let known = session;
  for (let waited = 0; waited <= mostPauses; waited += 1) {
    const now = clock();
    if (!isDueForCheck(known, now)) return ok(known);
    const refreshToken = known.renewal === null ? undefined : openedRenewal(secret, known.renewal);
    if (refreshToken === undefined) return isUnchecked(known, now) ? refused("expired") : ok(known);
    if (await sessions.claimCheck(known, now)) {
      try {
        return ok(await checkedAgain(known, secret, refreshToken, deps));
      } catch (failure) {
        // Not given back, it ends by itself a little later.
        if (wouldWaitForLease(known, now)) await sessions.giveBackCheck(known, now).catch(() => undefined);
        if (isUnchecked(known, now) || !(failure instanceof ProviderOutOfReach)) throw failure;
        return ok(known);
      }
    }
    if (!isUnchecked(known, now)) return ok(known);
    await pause();
    const meanwhile = await sessions.get(known.key);
    if (meanwhile === undefined) return refused("invalid");
    known = meanwhile;
  }
  return refused("unavailable");
}

async function bySession(secret: string, deps: AuthorizerDeps): Promise<Known> {
  const { sessions, clock } = deps;
  const key = sessionKeyOf(secret);
  const kept = key === undefined ? undefined : await sessions.get(key);
  if (key === undefined || kept === undefined) return refused("invalid");
  const now = clock();
  if (isSessionOver(kept, now)) return refused("expired");
  if (isRevoked(kept.startedAt, await sessions.revokedAt(kept.who.sub))) return refused("invalid");
  const session = await vouchedFor(kept, secret, deps);
  if (!session.ok) return session;
  const { who } = session.value;
  if (who.roles.length === 0) return refused("invalid");
  if (isSessionUnseen(kept, now) && !(await sessions.seen(key, now))) return refused("invalid");
  return ok({ who, session: key });
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
