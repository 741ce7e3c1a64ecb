import type { Field, FormPage } from "../../../forms/form.ts";
import type { FieldError } from "../../../forms/parse-answers.ts";
import { yearlyReview } from "../../../forms/yearly-review.ts";
import type { YearlyReview } from "../../domain/yearly/yearly-review.ts";
import type { InputError } from "../fields.tsx";
import { asksOf, idOf, nameOf, type PageAnswers, typed } from "../page-answers.ts";

/** One of the review's pages, but the one with the recommendations. */
export type ReviewPart = Exclude<(typeof yearlyReview.pages)[number], { readonly id: "recommendations" }>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A question of the review, where its answer lies and how it is asked. */
export interface ReviewQuestion {
  readonly pointer: string;
  /** The input's name: `records.count`. */
  readonly name: string;
  readonly field: Field;
  /** Above the area's comment and marks stands which area. */
  readonly group: string;
}

/** The questions of a page, in the form's order. */
export const questionsOf = (page: FormPage): readonly ReviewQuestion[] =>
  asksOf(yearlyReview, page, {}).flatMap(({ pointer, leaves }) =>
    leaves.map((leaf) => ({
      pointer: leaf.pointer,
      name: nameOf(leaf.pointer),
      field: leaf.field,
      group: pointer.slice(1).split("/")[0] ?? "",
    })),
  );

/** What lies at a pointer of a review; undefined when nothing does. */
export const answerAt = (review: YearlyReview | null, pointer: string): unknown =>
  pointer
    .slice(1)
    .split("/")
    .reduce<unknown>(
      (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      review ?? undefined,
    );

const isWritten = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** How many of a page's questions have been answered; comments are no questions. */
export function answered(review: YearlyReview | null, page: FormPage): { readonly done: number; readonly of: number } {
  const asked = questionsOf(page).filter(({ group }) => group !== "comments");
  return { done: asked.filter(({ pointer }) => isWritten(answerAt(review, pointer))).length, of: asked.length };
}

/** An answer as a page's inputs hold it. */
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : isWritten(value) ? [String(value)] : [];

/** What a page's inputs hold before anybody has typed. */
export const inputsOf = (review: YearlyReview, page: FormPage): PageAnswers =>
  Object.fromEntries(questionsOf(page).map(({ name, pointer }) => [name, textsOf(answerAt(review, pointer))]));

/** What was typed in one input, as the API would have got it: nothing typed is not known. */
function bodyValue({ name, field }: ReviewQuestion, answers: PageAnswers): unknown {
  const text = typed(answers, name).trim();
  switch (field.kind) {
    case "number": {
      const digits = text.replaceAll(/\s/g, "");
      return digits === "" ? null : /^\d{1,15}$/.test(digits) ? Number(digits) : text;
    }
    case "choice":
      return text === "" ? null : text;
    case "choices":
      return answers[name]?.length ? answers[name] : undefined;
    default:
      return text === "" ? undefined : text;
  }
}

/** The whole review with what was typed on one of its pages in its place: not read yet, so anything may stand there. */
export function bodyWith(
  review: YearlyReview,
  page: FormPage,
  answers: PageAnswers,
): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = { ...review };
  for (const question of questionsOf(page)) {
    const [group = "", key = ""] = question.pointer.slice(1).split("/");
    const { [key]: _, ...others } = isRecord(body[group]) ? body[group] : {};
    const value = bodyValue(question, answers);
    body[group] = value === undefined ? others : { ...others, [key]: value };
  }
  return body;
}

/** What of a sent form belongs to a page; nothing else of it is kept or shown again. */
export const typedOn = (page: FormPage, fields: ReadonlyMap<string, readonly string[]>): PageAnswers =>
  Object.fromEntries(questionsOf(page).map(({ name }) => [name, fields.get(name) ?? []]));

/** Each error at its input; of several in one input the first. */
export function placedErrors(page: FormPage, errors: readonly FieldError[]): readonly InputError[] {
  const placed = new Map<string, string>();
  for (const { pointer, message } of errors) {
    const at = questionsOf(page).find((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`));
    const input = idOf(at?.name ?? "main");
    if (!placed.has(input)) placed.set(input, message);
  }
  return [...placed].map(([input, message]) => ({ input, message }));
}

/** An answer in words, as it stands beside its question; null where nothing was answered. */
export function answerInWords(
  question: Pick<ReviewQuestion, "pointer" | "field">,
  review: YearlyReview | null,
): string | null {
  const value = answerAt(review, question.pointer);
  if (!isWritten(value)) return null;
  const { field } = question;
  if (field.kind === "choice") return field.options.find((option) => option.value === value)?.label.sv ?? String(value);
  if (field.kind === "choices")
    return (Array.isArray(value) ? value : [])
      .map((each) => markNames[String(each)] ?? String(each))
      .join(" och ")
      .toLowerCase();
  if (field.kind === "number") return new Intl.NumberFormat("sv-SE").format(Number(value));
  return String(value);
}

/** The steps of the scale as people call them; each step's own words stand where it is chosen. */
export const markNames: Readonly<Record<string, string>> = {
  red: "Röd",
  orange: "Orange",
  yellow: "Gul",
  green: "Grön",
};

/** "4 fler", "oförändrat"; null where either year is unknown or the answer is no number. */
export function changeInWords(
  pointer: string,
  review: YearlyReview | null,
  previous: YearlyReview | null,
): string | null {
  const [now, before] = [answerAt(review, pointer), answerAt(previous, pointer)];
  if (now === null || before === null || now === undefined || before === undefined) return null;
  if (typeof now === "number" && typeof before === "number")
    return now === before ? "oförändrat" : `${Math.abs(now - before)} ${now > before ? "fler" : "färre"}`;
  return JSON.stringify(now) === JSON.stringify(before) ? "oförändrat" : "ändrat";
}

/** The page of the review at the last part of an address. */
export const reviewPage = (slug: string): (typeof yearlyReview.pages)[number] | undefined =>
  yearlyReview.pages.find((page) => page.slug.sv === slug);
