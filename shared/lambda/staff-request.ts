import * as z from "zod";
import { roles } from "../domain/casework/case-history.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import type { Who } from "../domain/who.ts";
import type { Keyring } from "../identity/keyring.ts";
import { type Answer, seeOther } from "./answer.ts";
import { callerProblems } from "./authorizer-context.ts";
import { problem } from "./problems.ts";
import type { Request } from "./request.ts";
import { returnPath } from "./return-path.ts";
import { isFromOwnPage } from "./same-site.ts";

/** Somebody known: who, and whether by a token of theirs or by a session of their browser. */
export interface Caller {
  readonly who: Who;
  readonly via: "bearer" | "session";
  /** The session's key; empty with a token. */
  readonly session: string;
}

const who = z.object({
  sub: z.string().min(1),
  name: z.string().exactOptional(),
  roles: z.array(z.enum(roles)),
  units: z.array(z.string()),
  mayProtected: z.boolean(),
});
const context = z.object({
  who: z.string(),
  via: z.enum(["", "bearer", "session"]),
  session: z.string(),
  problem: z.enum(["", ...callerProblems]),
});

/** The page that was asked for, to come back to: parts that are no reference or year are left out. */
const pageOf = ({ routeKey, param }: Request): string =>
  returnPath(routeKey.replace(/^[A-Z]+ /, "").replaceAll(/\{(\w+)\}/g, (_, name: string) => param(name)));

/** RFC 6750, 3: a caller who showed nothing is told what to show; one who showed something is told that it is no good. */
const challenge = (isShown: boolean): Record<string, string> => ({
  "www-authenticate": isShown ? 'Bearer realm="intag", error="invalid_token"' : 'Bearer realm="intag"',
});

/**
 * Who is asking, or the answer to somebody unknown: programs get 401, people go to sign in and come back to the page.
 * When it cannot be told just now, both are asked to wait.
 *
 * @param waitPage the page that says to wait
 */
export function whoOf(request: Request, waitPage: (request: Request) => Answer): Result<Caller, Answer> {
  const told = context.parse(request.authorizer ?? { who: "", via: "", session: "", problem: "" });
  if (told.who !== "" && told.via !== "" && told.problem === "")
    return ok({ who: who.parse(JSON.parse(told.who)), via: told.via, session: told.session });
  const isForPrograms = request.isForPrograms || told.via === "bearer";
  if (told.problem === "unavailable") {
    const headers = { "retry-after": "5" };
    return refused(isForPrograms ? problem(request, "try-later", { headers }) : waitPage(request));
  }
  if (!isForPrograms) return refused(seeOther(`/personal/logga-in?till=${pageOf(request)}`));
  const code = told.problem === "" ? "token-required" : told.problem === "expired" ? "token-expired" : "token-refused";
  return refused(problem(request, code, { headers: challenge(told.problem !== "") }));
}

const purpose = "staff-form";

/** What every form that changes something carries: sealed for this one session, so that no other page can make it. */
export const formTokenFor = ({ session }: Pick<Caller, "session">, keys: Pick<Keyring, "seal">): string =>
  keys.seal(purpose, session);

export interface FormCheck {
  readonly keys: Pick<Keyring, "open">;
  /** The site's own origin. */
  readonly site: string;
  /** What the form carried. */
  readonly formToken: string | undefined;
}

/**
 * Whether a change that a browser asks for was meant by the person: from a page of ours, in this very session. A browser
 * sends its cookie along whoever makes it ask; a token is only sent by those who mean it, and passes.
 */
export function csrfChecked(request: Request, caller: Caller, { keys, site, formToken }: FormCheck): boolean {
  if (caller.via === "bearer") return true;
  if (caller.session === "" || formToken === undefined || !isFromOwnPage(request, site)) return false;
  return keys.open(purpose, formToken) === caller.session;
}
