import type { City } from "../../shared/domain/city.ts";
import { epochOf, type Instant } from "../../shared/domain/instant.ts";
import { type ClaimMapping, whoFrom } from "../../shared/domain/who.ts";
import { newAttempt, type SignInClient, signInAddress, vouchedForCode } from "../../shared/identity/code-flow.ts";
import type { Keyring } from "../../shared/identity/keyring.ts";
import { type Fetch, type IdentityProvider, ProviderOutOfReach } from "../../shared/identity/provider.ts";
import { newSessionSecret, sealedRenewal, sessionKeyOf } from "../../shared/identity/sessions.ts";
import { type Answer, page, seeOther } from "../../shared/lambda/answer.ts";
import type { Log } from "../../shared/lambda/log.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { returnPath } from "../../shared/lambda/return-path.ts";
import type { RoutesOf } from "../../shared/lambda/ring.ts";
import { isFromOwnPage } from "../../shared/lambda/same-site.ts";
import { noCookie, sessionCookie, sessionCookieName } from "../../shared/lambda/session-cookie.ts";
import { whoOf } from "../../shared/lambda/staff-request.ts";
import type { Assets } from "../../shared/pages/layout.tsx";
import { accountPage, type NotSignedIn, notSignedInPage } from "../../shared/pages/sign-in-pages.tsx";
import type { SessionBook } from "../../shared/store/sessions.ts";
import { attemptsIn } from "./attempt-cookie.ts";
import { backFromBroker, type CitizenDesk, toBroker } from "./citizen.ts";

export interface SignInDeps {
  readonly city: City;
  readonly assets: Assets;
  readonly keys: Pick<Keyring, "seal" | "open">;
  readonly provider: IdentityProvider;
  readonly client: SignInClient;
  readonly fetched: Fetch;
  readonly mapping: ClaimMapping;
  readonly sessions: SessionBook;
  /** The broker of e-legitimation, for people who ask about their own data. */
  readonly citizens: CitizenDesk;
  /** The site's own origin. */
  readonly site: string;
  readonly clock: () => Instant;
  readonly log: Log;
}

const attempts = attemptsIn("__Host-intag-sign-in", "sign-in", returnPath);

const statuses = { unavailable: 503, abandoned: 400, "no-role": 403, "not-from-here": 403, "signed-out": 200 } as const;

const frameOf = ({ city, assets }: SignInDeps) => ({ city, assets, language: "sv" as const });

function notSignedIn(why: NotSignedIn, deps: SignInDeps, cookies: readonly string[] = []): Answer {
  const answer = page(statuses[why], notSignedInPage(frameOf(deps), why));
  const headers = why === "unavailable" ? { ...answer.headers, "retry-after": "5" } : answer.headers;
  return { ...answer, headers, cookies };
}

/** What the provider is needed for; when it does not answer, the person waits and nobody is let in. */
async function orWait(deps: SignInDeps, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof ProviderOutOfReach)) throw failure;
    deps.log("caller-unchecked", { failure: failure.name });
    return notSignedIn("unavailable", deps);
  }
}

/** `GET /personal/logga-in?till=/personal/…`: to the provider's page, remembering where to come back to. */
const start = (request: Request, deps: SignInDeps): Promise<Answer> =>
  orWait(deps, async () => {
    const attempt = newAttempt();
    const address = await signInAddress(deps.provider, deps.client, attempt);
    const returnTo = returnPath(request.query.get("till"));
    return seeOther(address, [attempts.cookie({ ...attempt, returnTo }, deps.keys, epochOf(deps.clock()))]);
  });

/** `GET /personal/inloggad`: back from the provider with a code. What is sealed in the browser tells whose it is. */
async function comeBack(request: Request, deps: SignInDeps): Promise<Answer> {
  const { query } = request;
  const now = deps.clock();
  const refuse = (why: "abandoned" | "no-role", reason: string) => {
    deps.log("sign-in-refused", { reason });
    return notSignedIn(why, deps, [noCookie(attempts.name)]);
  };
  const attempt = attempts.of(request.cookie(attempts.name), deps.keys, epochOf(now));
  if (attempt === undefined || query.get("state") !== attempt.state) return refuse("abandoned", "state");
  // RFC 9207: a provider that says who it is must be the one that was asked.
  if ((query.get("iss") ?? deps.provider.issuer) !== deps.provider.issuer) return refuse("abandoned", "issuer");
  const code = query.get("code");
  if (code === null || query.has("error")) return refuse("abandoned", "no-code");
  return orWait(deps, async () => {
    const vouched = await vouchedForCode(code, attempt, { ...deps, now: epochOf(now) });
    if (!vouched.ok) return refuse("abandoned", vouched.error);
    const { claims, refreshToken } = vouched.value;
    const who = whoFrom(claims, deps.mapping);
    if (who === undefined || who.roles.length === 0) return refuse("no-role", "no-role");
    // Never the secret that the browser came with: whoever planted it would be signed in as well.
    const secret = newSessionSecret();
    const key = sessionKeyOf(secret);
    if (key === undefined) throw new Error("a fresh secret has no key");
    const before = sessionKeyOf(request.cookie(sessionCookieName));
    if (before !== undefined) await deps.sessions.end(before);
    const renewal = refreshToken === undefined ? null : sealedRenewal(secret, refreshToken);
    await deps.sessions.begin({ key, who, startedAt: now, seenAt: now, checkedAt: now, renewal });
    deps.log("signed-in", { roles: who.roles.length });
    return seeOther(attempt.returnTo, [sessionCookie(secret), noCookie(attempts.name)]);
  });
}

/** `POST /personal/logga-ut`: the session is gone from the store, so a kept cookie opens nothing. */
async function signOut(request: Request, deps: SignInDeps): Promise<Answer> {
  if (!isFromOwnPage(request, deps.site)) return notSignedIn("not-from-here", deps);
  const key = sessionKeyOf(request.cookie(sessionCookieName));
  if (key !== undefined) await deps.sessions.end(key);
  return seeOther("/personal/utloggad", [noCookie(sessionCookieName)]);
}

/** `GET /personal/konto`: as whom somebody is signed in, and with which rights. */
function account(request: Request, deps: SignInDeps): Answer {
  const caller = whoOf(request, () => notSignedIn("unavailable", deps));
  if (!caller.ok) return caller.error;
  const { name, roles, units, mayProtected } = caller.value.who;
  const nameOf = (unit: string) => deps.city.units.find(({ id }) => id === unit)?.name ?? unit;
  return page(200, accountPage(frameOf(deps), { name, roles, units: units.map(nameOf), mayProtected }));
}

/** Signing staff in and out, and asking who a citizen is. */
export const signIn = (deps: SignInDeps): RoutesOf<"sign-in"> => ({
  "GET /personal/logga-in": (request) => start(request, deps),
  "GET /personal/inloggad": (request) => comeBack(request, deps),
  "POST /personal/logga-ut": (request) => signOut(request, deps),
  "GET /personal/utloggad": () => notSignedIn("signed-out", deps),
  "GET /personal/konto": (request) => account(request, deps),
  "GET /sv/legitimera": (request) => toBroker(request, deps),
  "GET /en/identify": (request) => toBroker(request, deps),
  "GET /legitimerad": (request) => backFromBroker(request, deps),
});
