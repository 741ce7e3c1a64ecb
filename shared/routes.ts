/**
 * Every route of the HTTP API and the role (one Lambda function each) that answers it. The stack makes its routes
 * from this table and each function types its handlers by it, so a route without a handler does not compile and a
 * handler without a route cannot exist.
 */
export const routes = {
  "GET /": "public-forms",
  "GET /en": "public-forms",
  "GET /fi": "public-forms",
  "GET /lattlast": "public-forms",
  "GET /sv/begaran": "public-forms",
  "GET /en/request": "public-forms",
  "GET /sv/begaran/{step}": "public-forms",
  "GET /en/request/{step}": "public-forms",
  "POST /sv/begaran/{step}": "public-forms",
  "POST /en/request/{step}": "public-forms",
  "GET /sv/tillganglighet": "public-forms",
  "GET /en/accessibility": "public-forms",
  "GET /sv/personuppgifter": "public-forms",
  "GET /en/personal-data": "public-forms",
  "GET /assets/{file}": "public-forms",
  "GET /health": "public-forms",
  "GET /api/v1/api-info": "public-forms",
  "GET /api/v1/openapi.json": "public-forms",
  "GET /api/v1/units": "public-forms",
  "GET /api/v1/services": "public-forms",
  "GET /api/v1/forms": "public-forms",
  "GET /api/v1/forms/{id}": "public-forms",
  "GET /api/v1/deadlines": "public-forms",
  "POST /api/v1/routing-previews": "public-forms",
  "POST /api/v1/breach-assessments": "public-forms",
  "POST /api/v1/requests": "public-forms",
  $default: "public-forms",

  "GET /sv/begaran/kvitto": "citizen-status",
  "GET /en/request/receipt": "citizen-status",
  "GET /sv/fortsatt": "citizen-status",
  "POST /sv/fortsatt": "citizen-status",
  "GET /en/continue": "citizen-status",
  "POST /en/continue": "citizen-status",
  "GET /sv/arende": "citizen-status",
  "POST /sv/arende": "citizen-status",
  "GET /en/case": "citizen-status",
  "POST /en/case": "citizen-status",
  "POST /api/v1/request-status": "citizen-status",

  "GET /personal/logga-in": "sign-in",
  "GET /personal/inloggad": "sign-in",
  "POST /personal/logga-ut": "sign-in",
  "GET /personal/utloggad": "sign-in",
  "GET /personal/konto": "sign-in",
  "GET /sv/legitimera": "sign-in",
  "GET /en/identify": "sign-in",
  "GET /legitimerad": "sign-in",

  "POST /api/v1/registrations": "staff-cases",
  "POST /api/v1/incidents": "staff-cases",
  "POST /api/v1/consultations": "staff-cases",
  "GET /api/v1/cases": "staff-cases",
  "GET /api/v1/cases/{reference}": "staff-cases",
  "POST /api/v1/cases/{reference}/commands": "staff-cases",
  "GET /api/v1/cases/{reference}/history": "staff-cases",
  "GET /api/v1/access-log": "staff-cases",

  "GET /api/v1/yearly-reviews/{year}/{unit}": "staff-reports",
  "PUT /api/v1/yearly-reviews/{year}/{unit}": "staff-reports",
  "GET /api/v1/reports/{year}": "staff-reports",
  "GET /api/v1/statistics/{year}": "staff-reports",
  "GET /dcat.rdf": "staff-reports",
  "GET /api/v1/reports/{year}/references": "staff-reports",
  "POST /api/v1/reports/{year}/compilations": "staff-reports",
  "GET /api/v1/reports/{year}/compilations/{id}": "staff-reports",
  "GET /api/v1/reports/{year}/files": "staff-reports",
  "GET /api/v1/reports/{year}/files/{name}": "staff-reports",
  "POST /api/v1/reports/{year}/locks": "staff-reports",
  "POST /api/v1/history-imports": "staff-reports",
  "POST /api/v1/yearly-reviews/{year}/{unit}/record-imports": "staff-reports",
  "GET /personal/statistik": "staff-reports",
  "GET /personal/statistik/{year}": "staff-reports",
  "GET /personal/statistik/{year}/arenden": "staff-reports",
  "GET /personal/statistik/{year}/filer/{name}": "staff-reports",
  "POST /personal/statistik/{year}/sammanstallningar": "staff-reports",
  "GET /personal/statistik/{year}/sammanstallningar/{id}": "staff-reports",
  "GET /personal/statistik/{year}/las": "staff-reports",
  "POST /personal/statistik/{year}/las": "staff-reports",
  "GET /personal/arsuppfoljning": "staff-reports",
  "GET /personal/arsuppfoljning/{year}/{unit}": "staff-reports",
  "GET /personal/arsuppfoljning/{year}/{unit}/{part}": "staff-reports",
  "POST /personal/arsuppfoljning/{year}/{unit}/{part}": "staff-reports",
  "GET /personal/historik": "staff-reports",
  "POST /personal/historik": "staff-reports",

  "GET /api/v1/disposals": "staff-cases",
  "GET /personal": "staff-cases",
  "GET /personal/arenden": "staff-cases",
  "GET /personal/arenden/{reference}": "staff-cases",
  "POST /personal/arenden/{reference}": "staff-cases",
  "GET /personal/arenden/{reference}/svar-till-imy": "staff-cases",
  "GET /personal/arenden/{reference}/svar-till-imy.txt": "staff-cases",
  "GET /personal/kvitto/{reference}": "staff-cases",
  "GET /personal/incident": "staff-cases",
  "GET /personal/incident/{step}": "staff-cases",
  "POST /personal/incident/{step}": "staff-cases",
  "GET /personal/fraga": "staff-cases",
  "GET /personal/fraga/{step}": "staff-cases",
  "POST /personal/fraga/{step}": "staff-cases",
  "GET /personal/registrera": "staff-cases",
  "GET /personal/registrera/{step}": "staff-cases",
  "POST /personal/registrera/{step}": "staff-cases",
} as const;

type Routes = typeof routes;
export type RouteKey = keyof Routes;
/** The roles that answer over HTTP. */
export type HttpRole = Routes[RouteKey];
/** The route keys of one role. */
export type RouteKeyOf<Role extends HttpRole> = { [Key in RouteKey]: Routes[Key] extends Role ? Key : never }[RouteKey];

/** Pages for staff that are there before anybody is known, and after. */
const beforeSignIn: readonly string[] = [
  "GET /personal/logga-in",
  "GET /personal/inloggad",
  "POST /personal/logga-ut",
  "GET /personal/utloggad",
] satisfies readonly RouteKey[];

/** The API's routes that need a token. */
export const tokenRoutes: readonly string[] = [
  "POST /api/v1/registrations",
  "POST /api/v1/incidents",
  "POST /api/v1/consultations",
  "GET /api/v1/cases",
  "GET /api/v1/cases/{reference}",
  "POST /api/v1/cases/{reference}/commands",
  "GET /api/v1/cases/{reference}/history",
  "GET /api/v1/yearly-reviews/{year}/{unit}",
  "PUT /api/v1/yearly-reviews/{year}/{unit}",
  "GET /api/v1/reports/{year}",
  "GET /api/v1/reports/{year}/references",
  "POST /api/v1/reports/{year}/compilations",
  "GET /api/v1/reports/{year}/compilations/{id}",
  "GET /api/v1/reports/{year}/files",
  "GET /api/v1/reports/{year}/files/{name}",
  "POST /api/v1/reports/{year}/locks",
  "POST /api/v1/history-imports",
  "POST /api/v1/yearly-reviews/{year}/{unit}/record-imports",
  "GET /api/v1/access-log",
  "GET /api/v1/disposals",
] satisfies readonly RouteKey[];

/** Whether a route is told who is asking: all pages for staff, but those for signing in, and the API's with a token. */
export const isTold = (key: string): boolean =>
  tokenRoutes.includes(key) || (/^[A-Z]+ \/personal(\/|$)/.test(key) && !beforeSignIn.includes(key));
