import * as z from "zod";
import type { Submission } from "../../shared/domain/submission.ts";

const answers = z.object({ person: z.object({ personalIdentityNumber: z.string().min(1) }) });

/** The number of whoever a request is about, in its one writing; undefined where none was given. */
export const personNumberIn = (submission: Submission): string | undefined =>
  submission.form === "data-subject-request"
    ? answers.safeParse(submission.answers).data?.person.personalIdentityNumber
    : undefined;
