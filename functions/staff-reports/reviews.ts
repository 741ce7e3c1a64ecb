import { parseAnswers } from "../../forms/parse-answers.ts";
import { reviewOf, yearlyReview } from "../../forms/yearly-review.ts";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import type { UnitId } from "../../shared/domain/city.ts";
import { yearOf } from "../../shared/domain/civil-date.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Who } from "../../shared/domain/who.ts";
import { isMarkedByDpoAfter, repeatedId, touchesJudgement } from "../../shared/domain/yearly/review-rules.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { ReviewWrite, StoredReview } from "../../shared/store/reviews.ts";
import { bodyHashOf } from "../staff-cases/body-hash.ts";
import { admitted, keyOf } from "../staff-cases/entrance.ts";
import { ruleRefusal } from "../staff-cases/rule-refusal.ts";
import type { ReportDeps } from "./live.ts";
import { reportShapes } from "./shapes.ts";
import { mayReview, yearIn } from "./whose-year.ts";

/** A review that nobody has begun: every answer is not known. */
export const unanswered: YearlyReview = reviewOf({ recommendations: [] });

/** `GET /api/v1/yearly-reviews/{year}/{unit}`: the review as it stands, with the year's before. Not begun is version 0. */
export async function getReview(request: Request, { city, reviews }: ReportDeps): Promise<Answer> {
  const who = admitted(request, "GET /api/v1/yearly-reviews/{year}/{unit}");
  if (!who.ok) return who.error;
  const [year, unit] = [yearIn(request), request.param("unit")];
  if (year === undefined || !mayReview(who.value, unit, city)) return problem(request, "not-there");
  const [stored, before] = await Promise.all([reviews.get(year, unit), reviews.get(year - 1, unit)]);
  return json(
    200,
    reportShapes.YearlyReviewRead.parse({
      ...(stored?.review ?? unanswered),
      version: stored?.version ?? 0,
      previous: before?.review ?? null,
    }),
  );
}

export interface Sent {
  readonly review: YearlyReview;
  /** The version that was read, where the sender says. */
  readonly version: number | undefined;
  readonly bodyHash: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sentIn(request: Request, { city, clock }: ReportDeps): Result<Sent, Answer> {
  const body = jsonBody(request);
  if (!body.ok) return body;
  const fault = (pointer: string, code: string, sv: string, en: string) =>
    refused(
      problem(request, "input-refused", {
        errors: [{ pointer, code, message: request.language === "sv" ? sv : en }],
      }),
    );
  const { version, ...answers } = isRecord(body.value) ? body.value : {};
  const read = parseAnswers(yearlyReview, isRecord(body.value) ? answers : body.value, request.language, {
    today: stockholmDate(clock()),
    city,
  });
  if (!read.ok) return refused(problem(request, "input-refused", { errors: read.error }));
  if (version !== undefined && !(typeof version === "number" && Number.isInteger(version) && version >= 0))
    return fault(
      "/version",
      "format",
      "Ange version som du fick den när du läste årsuppföljningen.",
      "Give version as you got it when you read the review.",
    );
  const review = reviewOf(read.value);
  const repeated = repeatedId(review);
  if (repeated !== undefined)
    return fault(
      `/recommendations/${repeated}/id`,
      "repeated",
      "Beteckningen finns på en annan rekommendation. Ge varje rekommendation en egen.",
      "The id belongs to another recommendation. Give each its own.",
    );
  return ok({ review, version, bodyHash: bodyHashOf(body.value) });
}

const answerOf = (review: YearlyReview, version: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  json(200, reportShapes.YearlyReviewKept.parse({ ...review, version }), headers);

/** So many writes are remembered by their keys; a key that comes again later is taken as a new one. */
const remembered = 50;

/** What became of a review that somebody sent in. */
export type Kept =
  | { readonly kind: "kept" | "replay" | "stale"; readonly version: number }
  | { readonly kind: "key-reused" | "judged" };

/**
 * Puts a whole review in place of what there was: once per key and person, and not on top of what the sender has not seen.
 *
 * @param write the sender's key, and what decides whether it comes with the same review again
 */
export async function keepReview(
  { year, unit, sent, who, write }: Omit<Asked, "standing" | "before">,
  { reviews, clock }: Pick<ReportDeps, "reviews" | "clock">,
): Promise<Kept> {
  const before = await reviews.get(year - 1, unit);
  for (;;) {
    const standing = await reviews.get(year, unit);
    const next = nextReview({ year, unit, sent, standing, before, write, who });
    if (next.kind === "stale") return { kind: "stale", version: standing?.version ?? 0 };
    if (next.kind !== "keep") return next;
    if (await reviews.keep({ ...next.stored, writtenAt: clock() }))
      return { kind: "kept", version: next.stored.version };
    // Somebody else was first: the rules are asked again of what stands now.
  }
}

/** `PUT /api/v1/yearly-reviews/{year}/{unit}`: the whole review, in place of what there was. */
export async function putReview(request: Request, deps: ReportDeps): Promise<Answer> {
  const { city, clock } = deps;
  const sent = sentIn(request, deps);
  if (!sent.ok) return sent.error;
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "PUT /api/v1/yearly-reviews/{year}/{unit}");
  if (!who.ok) return who.error;
  const [year, unit] = [yearIn(request), request.param("unit")];
  if (year === undefined || !mayReview(who.value, unit, city)) return problem(request, "not-there");
  if (year > yearOf(stockholmDate(clock()))) return ruleRefusal(request, "not-in-the-future");
  const write = { key: key.value, sub: who.value.sub, bodyHash: sent.value.bodyHash };
  const kept = await keepReview({ year, unit, sent: sent.value, who: who.value, write }, deps);
  switch (kept.kind) {
    case "kept":
      return answerOf(sent.value.review, kept.version);
    case "replay":
      return answerOf(sent.value.review, kept.version, { "idempotent-replay": "true" });
    case "key-reused":
      return problem(request, "key-reused");
    case "stale":
      return ruleRefusal(request, "stale-version", { version: kept.version });
    case "judged":
      return problem(request, "judged-by-dpo");
  }
}

type Next =
  | { readonly kind: "replay"; readonly version: number }
  | { readonly kind: "key-reused" }
  | { readonly kind: "stale" }
  | { readonly kind: "judged" }
  | { readonly kind: "keep"; readonly stored: Omit<StoredReview, "writtenAt"> };

interface Asked {
  readonly year: number;
  readonly unit: UnitId;
  readonly sent: Sent;
  readonly standing: StoredReview | undefined;
  /** The year before. */
  readonly before: StoredReview | undefined;
  readonly write: Omit<ReviewWrite, "version">;
  readonly who: Who;
}

const roleOf = ({ roles }: Who): Role => (roles.includes("dpo") ? "dpo" : "coordinator");

/** What becomes of a review that has been sent, on what stands when it comes. */
function nextReview({ year, unit, sent, standing, before, write, who }: Asked): Next {
  const again = standing?.writes.find(({ key, sub }) => key === write.key && sub === write.sub);
  if (again !== undefined)
    return again.bodyHash === write.bodyHash ? { kind: "replay", version: again.version } : { kind: "key-reused" };
  const now = standing?.version ?? 0;
  if (sent.version !== undefined && sent.version !== now) return { kind: "stale" };
  const role = roleOf(who);
  if (touchesJudgement(role, sent.review, standing, before)) return { kind: "judged" };
  const version = now + 1;
  return {
    kind: "keep",
    stored: {
      year,
      unit,
      review: sent.review,
      isMarkedByDpo: isMarkedByDpoAfter(role, sent.review, standing),
      version,
      writes: [...(standing?.writes ?? []), { ...write, version }].slice(-remembered),
    },
  };
}
