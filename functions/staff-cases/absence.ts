import type { Who } from "../../shared/domain/who.ts";
import type { Answer } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";
import { goneFor } from "./seen-case.ts";

/**
 * The answer where there is no case to show: that it has been disposed of, to those who could see it by their unit or for
 * the city; to all others that it is not there, as before and as of a case that never was.
 */
export async function absence(request: Request, who: Who, cases: Pick<CaseFiles, "disposed">): Promise<Answer> {
  const gone = await goneFor(request.param("reference"), who, cases);
  return problem(request, gone === undefined ? "not-there" : "disposed");
}
