import { stockholmDate } from "../../shared/domain/instant.ts";
import { type Answer, keptByTheBrowser, keptForAnHour, page } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { RoutesOf } from "../../shared/lambda/ring.ts";
import { accessibilityPage, personalDataPage } from "../../shared/pages/information-pages.tsx";
import type { Frame } from "../../shared/pages/layout.tsx";
import { notFoundPage } from "../../shared/pages/message-pages.tsx";
import { easyStartPage, finnishStartPage } from "../../shared/pages/plain-start-pages.tsx";
import { startPage } from "../../shared/pages/start-page.tsx";
import { postBreachAssessment } from "./breach-assessments.ts";
import { apiInfo, form, forms, health, services, units } from "./catalogue.ts";
import { deadlines } from "./deadlines.ts";
import type { PublicDeps } from "./live.ts";
import { getStep, postStep } from "./pages.ts";
import { postRequest, postRoutingPreview } from "./requests.ts";

const notThere = (request: Request, { city, assets }: PublicDeps): Answer =>
  request.isForPrograms
    ? problem(request, "not-there")
    : page(404, notFoundPage({ city, assets, language: request.language }), keptByTheBrowser);

const document = ({ openapi }: PublicDeps): Answer => ({
  status: 200,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": keptForAnHour },
  body: openapi(),
});

/** Everything that is open to all: the citizen's pages and the API beside them. */
export const publicForms = (deps: PublicDeps): RoutesOf<"public-forms"> => {
  const { city, assets, files } = deps;
  const step = (request: Request) => getStep(request, deps);
  const post = (request: Request) => postStep(request, deps);
  const text = (show: (frame: Frame) => string) => (request: Request) =>
    page(200, show({ city, assets, language: request.language }), keptByTheBrowser);
  return {
    "GET /": text(startPage),
    "GET /en": text(startPage),
    "GET /fi": text(finnishStartPage),
    "GET /lattlast": text(easyStartPage),
    "GET /sv/begaran": step,
    "GET /en/request": step,
    "GET /sv/begaran/{step}": step,
    "GET /en/request/{step}": step,
    "POST /sv/begaran/{step}": post,
    "POST /en/request/{step}": post,
    "GET /sv/tillganglighet": text(accessibilityPage),
    "GET /en/accessibility": text(accessibilityPage),
    "GET /sv/personuppgifter": text(personalDataPage),
    "GET /en/personal-data": text(personalDataPage),
    "GET /assets/{file}": (request) => files.answer(request.param("file")) ?? notThere(request, deps),
    "GET /health": health,
    "GET /api/v1/api-info": apiInfo,
    "GET /api/v1/openapi.json": () => document(deps),
    "GET /api/v1/units": (request) => units(request, city, stockholmDate(deps.clock())),
    "GET /api/v1/services": (request) => services(request, city),
    "GET /api/v1/forms": forms,
    "GET /api/v1/forms/{id}": form,
    "GET /api/v1/deadlines": deadlines,
    "POST /api/v1/routing-previews": (request) => postRoutingPreview(request, deps),
    "POST /api/v1/breach-assessments": postBreachAssessment,
    "POST /api/v1/requests": (request) => postRequest(request, deps),
    $default: (request) => notThere(request, deps),
  };
};
