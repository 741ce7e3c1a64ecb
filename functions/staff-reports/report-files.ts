import { type Answer, json, seeOther } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { Edition, EditionIndex, EditionReader } from "../../shared/store/editions.ts";
import { admitted } from "../staff-cases/entrance.ts";
import type { ReportDeps } from "./live.ts";
import { reportShapes } from "./shapes.ts";
import { yearIn } from "./whose-year.ts";

/** Long enough to click, too short to pass on. */
const linkLivesS = 60;

export const fileList = (edition: Edition | undefined) =>
  (edition?.files ?? []).map(({ name, size, sha256 }) => ({ name, size, sha256 }));

/** The edition of the year that is shown: a whole one, or none. */
export async function shownEdition(
  year: number,
  editions: Pick<EditionIndex, "shown"> & Pick<EditionReader, "edition">,
): Promise<Edition | undefined> {
  const shown = await editions.shown(year);
  return shown && editions.edition(year, shown.edition);
}

/** `GET /api/v1/reports/{year}/files`: the year's files as last compiled. */
export async function getFiles(request: Request, { editions }: ReportDeps): Promise<Answer> {
  const who = admitted(request, "GET /api/v1/reports/{year}/files");
  if (!who.ok) return who.error;
  const year = yearIn(request);
  const edition = year === undefined ? undefined : await shownEdition(year, editions);
  return edition === undefined
    ? problem(request, "not-compiled")
    : json(200, reportShapes.ReportFiles.parse({ items: fileList(edition) }));
}

/** A link to one of the year's files that lives for a minute; undefined when there is no such file. */
export async function linkTo(
  year: number | undefined,
  name: string,
  { editions }: Pick<ReportDeps, "editions">,
): Promise<string | undefined> {
  const edition = year === undefined ? undefined : await shownEdition(year, editions);
  const file = edition?.files.find((each) => each.name === name);
  return edition && file && editions.linkTo(edition.year, file, linkLivesS);
}

/** `GET /api/v1/reports/{year}/files/{name}`: to the file, by a link that lives for a minute. */
export async function getFile(request: Request, deps: ReportDeps): Promise<Answer> {
  const who = admitted(request, "GET /api/v1/reports/{year}/files/{name}");
  if (!who.ok) return who.error;
  const link = await linkTo(yearIn(request), request.param("name"), deps);
  return link === undefined ? problem(request, "not-there") : seeOther(link);
}
