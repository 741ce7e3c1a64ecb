import type { City } from "../../shared/domain/city.ts";
import { epochOf, type Instant } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { askedOfCitizen, citizenOf } from "../../shared/identity/citizen.ts";
import {
  moreOf,
  newAttempt,
  type SignInClient,
  signInAddress,
  vouchedForCode,
} from "../../shared/identity/code-flow.ts";
import type { Keyring } from "../../shared/identity/keyring.ts";
import { type Fetch, type IdentityProvider, ProviderOutOfReach } from "../../shared/identity/provider.ts";
import { type Answer, page, seeOther } from "../../shared/lambda/answer.ts";
import { identifiedCookie } from "../../shared/lambda/identified-cookie.ts";
import type { Log } from "../../shared/lambda/log.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { noCookie } from "../../shared/lambda/session-cookie.ts";
import { afterIdentifying, identifyPurposes, isAfterIdentifying } from "../../shared/pages/addresses.ts";
import { type NotIdentified, notIdentifiedPage } from "../../shared/pages/identify-pages.tsx";
import type { Assets } from "../../shared/pages/layout.tsx";
import { attemptsIn } from "./attempt-cookie.ts";

/** The broker, and us as it knows us. */
export interface CitizenDesk {
  readonly provider: IdentityProvider;
  readonly client: SignInClient;
}

export interface CitizenDeps {
  readonly city: City;
  readonly assets: Assets;
  readonly keys: Pick<Keyring, "seal" | "open">;
  readonly citizens: CitizenDesk;
  readonly fetched: Fetch;
  readonly clock: () => Instant;
  readonly log: Log;
}

const attempts = attemptsIn("__Host-intag-identify", "identify", (kept) =>
  isAfterIdentifying(kept) ? kept : afterIdentifying("request", "sv"),
);

const statuses: Readonly<Record<NotIdentified, number>> = {
  unavailable: 503,
  abandoned: 400,
  level: 403,
  "no-number": 403,
  "number-level": 403,
};

const languageOf = (path: string): Language => (path.startsWith("/en/") ? "en" : "sv");

function notIdentified(why: NotIdentified, returnTo: string, { city, assets }: CitizenDeps): Answer {
  const answer = page(
    statuses[why],
    notIdentifiedPage({ city, assets, language: languageOf(returnTo) }, why, returnTo),
  );
  const headers = why === "unavailable" ? { ...answer.headers, "retry-after": "5" } : answer.headers;
  return { ...answer, headers, cookies: [noCookie(attempts.name)] };
}

/** When the broker does not answer, the person is told that they need not use it. */
async function orWithout(returnTo: string, deps: CitizenDeps, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof ProviderOutOfReach)) throw failure;
    deps.log("caller-unchecked", { failure: "BrokerOutOfReach" });
    return notIdentified("unavailable", returnTo, deps);
  }
}

/** `GET /sv/legitimera?till=begaran|svar`: to the broker's page, remembering what it is for. */
export function toBroker(request: Request, deps: CitizenDeps): Promise<Answer> {
  const { language } = request;
  const wished = request.query.get("till");
  const purpose = identifyPurposes.find((known) => known === wished) ?? "request";
  const returnTo = afterIdentifying(purpose, language);
  return orWithout(returnTo, deps, async () => {
    const attempt = newAttempt();
    const { provider, client } = deps.citizens;
    const address = await signInAddress(provider, client, attempt, askedOfCitizen);
    return seeOther(address, [attempts.cookie({ ...attempt, returnTo }, deps.keys, epochOf(deps.clock()))]);
  });
}

/** `GET /legitimerad`: back from the broker with a code. Who it was stays sealed in the person's own browser for a while. */
export async function backFromBroker(request: Request, deps: CitizenDeps): Promise<Answer> {
  const { query } = request;
  const { provider, client } = deps.citizens;
  const now = deps.clock();
  const attempt = attempts.of(request.cookie(attempts.name), deps.keys, epochOf(now));
  const returnTo = attempt?.returnTo ?? afterIdentifying("request", "sv");
  const refuse = (why: NotIdentified, reason: string): Answer => {
    deps.log("sign-in-refused", { reason });
    return notIdentified(why, returnTo, deps);
  };
  if (attempt === undefined || query.get("state") !== attempt.state) return refuse("abandoned", "citizen-state");
  // RFC 9207: a provider that says who it is must be the one that was asked.
  if ((query.get("iss") ?? provider.issuer) !== provider.issuer) return refuse("abandoned", "citizen-issuer");
  const code = query.get("code");
  if (code === null || query.has("error")) return refuse("abandoned", "citizen-no-code");
  return orWithout(returnTo, deps, async () => {
    const vouched = await vouchedForCode(code, attempt, { provider, client, fetched: deps.fetched, now: epochOf(now) });
    if (!vouched.ok) return refuse("abandoned", `citizen-${vouched.error}`);
    const who = citizenOf(await moreOf(vouched.value, { provider, fetched: deps.fetched }), now);
    if (!who.ok) return refuse(who.error, `citizen-${who.error}`);
    return seeOther(returnTo, [identifiedCookie(who.value, deps.keys), noCookie(attempts.name)]);
  });
}
