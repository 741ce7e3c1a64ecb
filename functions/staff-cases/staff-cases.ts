import type { StaffRoute } from "../../shared/domain/sight/staff-routes.ts";
import type { Handler } from "../../shared/lambda/ring.ts";
import { getCases } from "./cases.ts";
import { postCommand } from "./commands.ts";
import { postConsultation } from "./consultations.ts";
import { postIncident } from "./incidents.ts";
import type { StaffDeps } from "./live.ts";
import { getAccessLog } from "./looks.ts";
import { getCase, getHistory } from "./read-case.ts";
import { postRegistration } from "./registrations.ts";

/** The API with a token: what staff report and register, and the cases they work. */
export const staffCases = (deps: StaffDeps): Readonly<Record<StaffRoute, Handler>> => ({
  "POST /api/v1/registrations": (request) => postRegistration(request, deps),
  "POST /api/v1/incidents": (request) => postIncident(request, deps),
  "POST /api/v1/consultations": (request) => postConsultation(request, deps),
  "GET /api/v1/cases": (request) => getCases(request, deps),
  "GET /api/v1/cases/{reference}": (request) => getCase(request, deps),
  "POST /api/v1/cases/{reference}/commands": (request) => postCommand(request, deps),
  "GET /api/v1/cases/{reference}/history": (request) => getHistory(request, deps),
  "GET /api/v1/access-log": (request) => getAccessLog(request, deps),
});
