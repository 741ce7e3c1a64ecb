import { yearOf } from "../../shared/domain/civil-date.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { dcat } from "../../shared/domain/yearly/dcat.ts";
import { type Answer, keptForAnHour } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { ReportDeps } from "./live.ts";

const types = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;

const asked = /^((?:19|20)\d\d)(?:\.(csv|json))?$/;

/**
 * `GET /api/v1/statistics/{year}`: a year's figures for everybody, small counts left out, as JSON or (`.csv`, or by
 * `Accept`) as open data. Only of a year that the DPO has locked: figures that still move could be subtracted from each other.
 */
export async function getStatistics(request: Request, { editions }: Pick<ReportDeps, "editions">): Promise<Answer> {
  const [, yearText, ending] = asked.exec(request.param("year")) ?? [];
  if (yearText === undefined) return problem(request, "not-there");
  const wantsCsv = /^text\/csv\b/.test(request.header("accept") ?? "");
  const type = ending === "csv" || (ending === undefined && wantsCsv) ? "csv" : "json";
  const year = Number(yearText);
  const lock = await editions.lockOf(year);
  const edition = lock && (await editions.edition(year, lock.edition));
  const file = edition?.files.find(({ name }) => name === `city_statistics.${type}`);
  if (file === undefined) return problem(request, "not-there");
  return {
    status: 200,
    headers: { "content-type": types[type], "cache-control": keptForAnHour, vary: "accept" },
    body: Buffer.from(await editions.content(year, file)).toString(),
  };
}

/** So many years back are looked for. */
const yearsBack = 10;

/** `GET /dcat.rdf`: the open data described for Sweden's data portal (DCAT-AP-SE), with the years that can be read. */
export async function getDcat(
  _request: Request,
  { city, site, clock, editions }: Pick<ReportDeps, "city" | "site" | "clock" | "editions">,
): Promise<Answer> {
  const now = yearOf(stockholmDate(clock()));
  const candidates = Array.from({ length: yearsBack }, (_, back) => now - 1 - back);
  const locks = await Promise.all(candidates.map((year) => editions.lockOf(year)));
  const years = candidates.filter((_, index) => locks[index] !== undefined);
  return {
    status: 200,
    headers: { "content-type": "application/rdf+xml; charset=utf-8", "cache-control": keptForAnHour },
    body: dcat({ cityName: city.name, contact: city.contact, site, years }),
  };
}
