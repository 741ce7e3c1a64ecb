import type { Language } from "../../shared/domain/language.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { mayUse, type StaffRoute } from "../../shared/domain/sight/staff-routes.ts";
import type { Who } from "../../shared/domain/who.ts";
import type { Answer } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { whoOf } from "../../shared/lambda/staff-request.ts";
import { ruleRefusal } from "./rule-refusal.ts";

const visible = /^[\x21-\x7e]{16,128}$/;

/** The `Idempotency-Key` of a write, or the answer to one without. */
export function keyOf(request: Request): Result<string, Answer> {
  const key = request.header("idempotency-key") ?? "";
  return visible.test(key) ? ok(key) : refused(problem(request, "idempotency-key-required"));
}

/**
 * What a key is one person's own on one route by: the same key of two persons is two keys. A `sub` may hold anything, so
 * it is written as JSON, which has no line break to be mistaken for the next part.
 */
export const keyScope = ({ routeKey }: Request, { sub }: Who): string => `${routeKey} ${JSON.stringify(sub)}`;

/** A form that somebody has sent, read and found whole. */
export interface SentByStaff<Answers> {
  readonly who: Who;
  readonly form: Answers;
  readonly language: Language;
  /** Decides whether the same key sent again is a replay. */
  readonly contentHash: string;
  readonly key: string;
  /** What the key is the person's own on. */
  readonly scope: string;
}

/**
 * Who is asking, if any of their roles may use the route at all; else the answer. Asked when what was sent has been
 * understood, and before anything is looked for. The API is for tokens: a browser sends its cookie along whoever makes it.
 */
export function admitted(request: Request, route: StaffRoute): Result<Who, Answer> {
  const caller = whoOf(request, () => problem(request, "try-later", { headers: { "retry-after": "5" } }));
  if (!caller.ok) return caller;
  if (caller.value.via !== "bearer")
    return refused(problem(request, "token-required", { headers: { "www-authenticate": 'Bearer realm="intag"' } }));
  const { who } = caller.value;
  return mayUse(route, who.roles) ? ok(who) : refused(ruleRefusal(request, "role-may-not"));
}
