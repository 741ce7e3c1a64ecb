import { parseAnswers } from "../../../forms/parse-answers.ts";
import { reviewOf, yearlyReview } from "../../../forms/yearly-review.ts";
import { stockholmDate } from "../../../shared/domain/instant.ts";
import { ok, type Result, refused } from "../../../shared/domain/result.ts";
import type { YearlyReview } from "../../../shared/domain/yearly/yearly-review.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { problems } from "../../../shared/lambda/problems.ts";
import type { InputError } from "../../../shared/pages/fields.tsx";
import type { PageAnswers } from "../../../shared/pages/page-answers.ts";
import {
  recommendationErrors,
  recommendationsBody,
  recommendationsPage,
  rowsOf,
  rowsTyped,
} from "../../../shared/pages/staff/recommendations-page.tsx";
import { bodyWith, inputsOf, placedErrors, reviewPage, typedOn } from "../../../shared/pages/staff/review-answers.ts";
import { reviewPartPage } from "../../../shared/pages/staff/review-part-page.tsx";
import { staffUnreadablePage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { recordPart, yearAddresses } from "../../../shared/pages/staff/year-addresses.ts";
import type { StoredReview } from "../../../shared/store/reviews.ts";
import { bodyHashOf } from "../../staff-cases/body-hash.ts";
import { type Sending, unitName, type Visit } from "../../staff-cases/pages/visit.ts";
import type { ReportDeps } from "../live.ts";
import { keepReview, unanswered } from "../reviews.ts";
import { getRecordPage, postRecordPage } from "./record.ts";
import { formKey } from "./report.ts";
import { type ReviewAsked, reviewAsked } from "./reviews.ts";
import { notThere } from "./year-asked.ts";

type Part = (typeof yearlyReview.pages)[number];

/** What a page of the review is shown with: the review as it stands, the year's before, and what has been typed. */
interface Shown extends ReviewAsked {
  readonly part: Part;
  readonly stored: StoredReview | undefined;
  readonly before: StoredReview | undefined;
  /** What somebody sent; undefined when they open the page. */
  readonly sent?: ReadonlyMap<string, readonly string[]>;
  readonly errors?: readonly InputError[];
  readonly isStale?: boolean;
}

const isDpo = ({ who }: Visit): boolean => who.roles.includes("dpo");

function partShown(visit: Visit, shown: Shown, deps: ReportDeps): string {
  const { year, unit, part, stored, before, sent, errors = [], isStale = false } = shown;
  const standing = stored?.review ?? unanswered;
  const common = {
    ...{ year, unit, standing, errors, isStale },
    unitName: unitName(deps)(unit),
    previous: before?.review ?? null,
    version: stored?.version ?? 0,
    key: deps.newKey(),
  };
  if (part.id === "recommendations") {
    const rows = sent === undefined ? rowsOf(standing, common.previous, isDpo(visit)) : rowsTyped(sent);
    return recommendationsPage(visit.frame, { ...common, rows, isDpo: isDpo(visit) });
  }
  return reviewPartPage(visit.frame, {
    ...common,
    page: part,
    answers: sent === undefined ? inputsOf(standing, part) : typedOn(part, sent),
    isJudged: isMarked(visit, part, stored),
  });
}

/** Whether the marks on the page are the DPO's own, and so not this person's to change. */
const isMarked = (visit: Visit, part: Part, stored: StoredReview | undefined): boolean =>
  part.id === "assessment" && stored?.isMarkedByDpo === true && !isDpo(visit);

const partAsked = (visit: Visit, deps: ReportDeps): (ReviewAsked & { readonly part: Part }) | undefined => {
  const asked = reviewAsked(visit, deps);
  const part = reviewPage(visit.request.param("part"));
  return asked === undefined || part === undefined ? undefined : { ...asked, part };
};

/** The page where the record of processing is read in has its place among the parts. */
const recordAsked = (visit: Visit, deps: ReportDeps): ReviewAsked | undefined =>
  visit.request.param("part") === recordPart ? reviewAsked(visit, deps) : undefined;

const bothYears = async ({ year, unit }: ReviewAsked, { reviews }: ReportDeps) => {
  const [stored, before] = await Promise.all([reviews.get(year, unit), reviews.get(year - 1, unit)]);
  return { stored, before };
};

/** `GET /personal/arsuppfoljning/{year}/{unit}/{part}`. */
export async function getReviewPart(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const record = recordAsked(visit, deps);
  if (record !== undefined) return getRecordPage(visit, record, deps);
  const asked = partAsked(visit, deps);
  if (asked === undefined) return notThere(visit);
  return page(200, partShown(visit, { ...asked, ...(await bothYears(asked, deps)) }, deps));
}

/** The whole review with what was typed on one page in its place, read by the form; or what is wrong, at its inputs. */
function readPart(sending: Sending, shown: Shown, deps: ReportDeps): Result<YearlyReview, readonly InputError[]> {
  const { part, stored, before, year } = shown;
  const standing = stored?.review ?? unanswered;
  const context = { today: stockholmDate(sending.frame.now), city: deps.city };
  if (part.id === "recommendations") {
    const made = recommendationsBody(rowsTyped(sending.fields), {
      ...{ standing, year },
      previous: before?.review ?? null,
      isDpo: isDpo(sending),
    });
    const read = parseAnswers(yearlyReview, { ...standing, recommendations: made.body }, "sv", context);
    return read.ok ? ok(reviewOf(read.value)) : refused(recommendationErrors(read.error, made.rowAt));
  }
  const typed: PageAnswers = {
    ...typedOn(part, sending.fields),
    ...(isMarked(sending, part, stored)
      ? Object.fromEntries(Object.entries(inputsOf(standing, part)).filter(([name]) => name.startsWith("marks.")))
      : {}),
  };
  const read = parseAnswers(yearlyReview, bodyWith(standing, part, typed), "sv", context);
  return read.ok ? ok(reviewOf(read.value)) : refused(placedErrors(part, read.error));
}

/**
 * `POST /personal/arsuppfoljning/{year}/{unit}/{part}`: saves one page of the review, by the same rules as the API. What could not be
 * saved is shown again with everything typed.
 */
export async function postReviewPart(sending: Sending, deps: ReportDeps): Promise<Answer> {
  const record = recordAsked(sending, deps);
  if (record !== undefined) return postRecordPage(sending, record, deps);
  const asked = partAsked(sending, deps);
  if (asked === undefined) return notThere(sending);
  const { fields, who, frame } = sending;
  const field = (name: string): string => fields.get(name)?.[0] ?? "";
  if (!formKey.test(field("key")) || !/^(0|[1-9]\d{0,8})$/.test(field("version")))
    return page(400, staffUnreadablePage(frame));
  const { year, unit, part } = asked;
  const shown = { ...asked, ...(await bothYears(asked, deps)), sent: fields };
  const read = readPart(sending, shown, deps);
  if (!read.ok)
    return page(problems["input-refused"].status, partShown(sending, { ...shown, errors: read.error }, deps));
  const typed = Object.fromEntries([...fields].filter(([name]) => name !== "csrf"));
  const version = Number(field("version"));
  const bodyHash = bodyHashOf({ part: part.id, typed });
  const kept = await keepReview(
    {
      ...{ year, unit, who },
      sent: { review: read.value, version, bodyHash },
      write: { key: field("key"), sub: who.sub, bodyHash },
    },
    deps,
  );
  switch (kept.kind) {
    case "kept":
    case "replay":
      return seeOther(`${yearAddresses.review(year, unit)}?sparat=${part.slug.sv}`);
    // The form has been sent before with other answers, as after going back: it is given to a review that has moved on.
    case "key-reused":
    case "stale": {
      const now = { ...asked, ...(await bothYears(asked, deps)), sent: fields, isStale: true };
      return page(409, partShown(sending, now, deps));
    }
    case "judged": {
      const message = "Dataskyddsombudet har redan bedömt det här. Bara ombudet kan ändra sin bedömning.";
      const now = { ...asked, ...(await bothYears(asked, deps)), errors: [{ input: "main", message }] };
      return page(problems["judged-by-dpo"].status, partShown(sending, now, deps));
    }
  }
}
