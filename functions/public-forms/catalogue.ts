import { formDefinition } from "../../forms/form-definition.ts";
import { openForms } from "../../forms/forms.ts";
import { answersJsonSchema } from "../../forms/schema.ts";
import type { City } from "../../shared/domain/city.ts";
import { type CivilDate, civilDate } from "../../shared/domain/civil-date.ts";
import { type Answer, json, keptForAnHour } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { wholeOrPage } from "./listing.ts";

const kept = { "cache-control": keptForAnHour, vary: "accept-language" };

/** The city's own controllers in force on a day, today if none is given. A unit without a known first day counts as in force. */
export function units(request: Request, city: City, today: CivilDate): Answer {
  const given = request.query.get("asOf");
  const on = given === null ? today : civilDate(given);
  if (on === undefined) {
    const message = {
      sv: "Ange asOf som en dag, till exempel 2019-06-01.",
      en: "Give asOf as a day, for example 2019-06-01.",
    };
    return problem(request, "input-refused", {
      errors: [{ pointer: "/asOf", code: "format", message: message[request.language] }],
    });
  }
  const items = city.units
    .filter((unit) => unit.kind !== "extern")
    .filter(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on))
    .map(({ id, name, kind, controller, validFrom, validTo, successors }) => ({
      id,
      name,
      kind,
      controller,
      validFrom,
      validTo,
      successors,
    }));
  return wholeOrPage(request, items, kept);
}

/** The services a person may recognise, in plain words. */
export function services(request: Request, city: City): Answer {
  const { language } = request;
  const items = city.services.map(({ key, label, description, asksPlace }) => ({
    key,
    label: label[language],
    description: description[language],
    asksPlace,
  }));
  return wholeOrPage(request, items, kept);
}

export const apiInfo = (): Answer =>
  json(
    200,
    {
      apiName: "Intag",
      apiVersion: "1.0.0",
      apiReleased: "2026-11-22",
      apiDocumentation: "/api/v1/openapi.json",
      apiStatus: "active",
    },
    { "cache-control": keptForAnHour },
  );

export const health = (): Answer => json(200, { status: "ok" });

/** The forms that can be read, by id. */
export const forms = (request: Request): Answer =>
  wholeOrPage(
    request,
    Object.values(openForms).map(({ id, version, title }) => ({ id, version, title: title[request.language] })),
    kept,
  );

/** A form with every page, question and sentence, and the JSON Schema of its answers. */
export function form(request: Request): Answer {
  const found = Object.values(openForms).find(({ id }) => id === request.param("id"));
  if (found === undefined) return problem(request, "not-there");
  return json(200, { ...formDefinition(found, request.language), schema: answersJsonSchema(found) }, kept);
}
