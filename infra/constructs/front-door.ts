import { Duration, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  ApiMapping,
  CfnStage,
  DomainName,
  EndpointType,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { type HttpRole, isTold, type RouteKey, routes } from "../../shared/routes.ts";
import type { OwnDomain } from "../settings.ts";
import { answerFor, openToAll } from "./answered-for.ts";
import { HouseAlarm, type Operations } from "./operations.ts";
import type { RoleFunction } from "./role-function.ts";

/** Requests a second, and how many may come at once. They bound what abuse can cost; a city's real use is far below. */
interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}
const everyRoute: Throttle = { rateLimit: 50, burstLimit: 100 };
/** Sending in: a city of a million gets some ten requests a day. */
const sendingIn: Throttle = { rateLimit: 10, burstLimit: 20 };
/** Asking with a code: guessing is hopeless already, and is made slow as well. */
const askingWithACode: Throttle = { rateLimit: 5, burstLimit: 10 };

/** What staff write: many a day, and each by hand. */
const working: Throttle = { rateLimit: 20, burstLimit: 40 };

const narrower = {
  "POST /api/v1/requests": sendingIn,
  "POST /sv/begaran/{step}": sendingIn,
  "POST /en/request/{step}": sendingIn,
  "POST /api/v1/request-status": askingWithACode,
  "POST /sv/arende": askingWithACode,
  "POST /en/case": askingWithACode,
  "POST /sv/arende/svar": askingWithACode,
  "POST /en/case/answer": askingWithACode,
  "POST /sv/arende/underlag": askingWithACode,
  "POST /en/case/evidence": askingWithACode,
  "POST /sv/fortsatt": askingWithACode,
  "POST /en/continue": askingWithACode,
  "POST /api/v1/registrations": working,
  "POST /api/v1/incidents": working,
  "POST /api/v1/consultations": working,
  "PUT /api/v1/yearly-reviews/{year}/{unit}": working,
  // Open to all, and answered by the role that staff wait for.
  "GET /api/v1/statistics/{year}": askingWithACode,
  "GET /dcat.rdf": askingWithACode,
  "POST /api/v1/cases/{reference}/commands": working,
  "POST /personal/arenden/{reference}": working,
  "POST /personal/arenden/{reference}/svarsfiler": working,
  "POST /personal/incident/{step}": working,
  "POST /personal/fraga/{step}": working,
  "POST /personal/registrera/{step}": working,
} satisfies Partial<Record<RouteKey, Throttle>>;

export interface FrontDoorProps {
  readonly operations: Operations;
  readonly roles: Readonly<Record<HttpRole, RoleFunction>>;
  /** Tells the roles who is asking, on the routes that staff use. */
  readonly authorizer: RoleFunction;
  readonly domain: OwnDomain | undefined;
  /** What people meet when the door answers with faults, and what to do about it: a Swedish sentence. */
  readonly ifItFails: string;
}

/** The HTTP API: the table of routes, each to its role. */
export class FrontDoor extends Construct {
  /** The host CloudFront fetches from. */
  readonly originHost: string;

  constructor(scope: Construct, id: string, { operations, roles, authorizer, domain, ifItFails }: FrontDoorProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const api = new HttpApi(this, "Api", {
      apiName: stack.stackName,
      description: "Intag: forms and API",
      createDefaultStage: false,
      // With a domain of its own, CloudFront is the only way in.
      disableExecuteApiEndpoint: domain !== undefined,
    });
    const integrations = new Map(
      Object.entries(roles).map(([role, { fn }]) => [
        role,
        new HttpLambdaIntegration(role, fn, { scopePermissionToRoute: false, timeout: Duration.seconds(29) }),
      ]),
    );
    // Asked every time and never refusing, whatever is or is not shown: the roles answer in their own words.
    const whoIsAsking = new HttpLambdaAuthorizer("WhoIsAsking", authorizer.fn, {
      identitySource: [],
      resultsCacheTtl: Duration.seconds(0),
      responseTypes: [HttpLambdaResponseType.SIMPLE],
    });
    const made = Object.entries(routes).map(([key, role]) => {
      const integration = integrations.get(role);
      if (integration === undefined) throw new Error(`The route ${key} has no function.`);
      return new HttpRoute(this, routeId(key), {
        httpApi: api,
        routeKey: routeKeyOf(key),
        integration,
        ...(isTold(key) ? { authorizer: whoIsAsking } : {}),
      });
    });

    const stage = new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: everyRoute,
      accessLogSettings: {
        destination: new LogGroupLogDestination(operations.logGroup(this, "Log")),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    if (!(stage.node.defaultChild instanceof CfnStage))
      throw new Error("The API's stage is not what it was taken for.");
    stage.node.defaultChild.routeSettings = Object.fromEntries(
      Object.entries(narrower).map(([key, { rateLimit, burstLimit }]) => [
        key,
        { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
      ]),
    );
    // A stage that names a route can only be made once that route is there.
    stage.node.addDependency(...made);

    this.originHost = `${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`;
    if (domain !== undefined) {
      this.originHost = `origin.${domain.name}`;
      const domainName = new DomainName(this, "OriginName", {
        domainName: this.originHost,
        certificate: Certificate.fromCertificateArn(this, "OriginCertificate", domain.originCertificateArn),
        endpointType: EndpointType.REGIONAL,
        securityPolicy: SecurityPolicy.TLS_1_2,
      });
      new ApiMapping(this, "OriginMapping", { api, domainName, stage });
    }

    new HouseAlarm(this, "Faults", {
      operations,
      means: ifItFails,
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
    });
    answerFor(this, ["AwsSolutions-APIG4"], openToAll);
  }
}

/** What the access log keeps of a request. Not the path, the query or the sender: those can say who somebody is. */
const accessLogFields = {
  requestId: "$context.requestId",
  at: "$context.requestTimeEpoch",
  routeKey: "$context.routeKey",
  status: "$context.status",
  protocol: "$context.protocol",
  responseBytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  functionStatus: "$context.integrationStatus",
  functionLatencyMs: "$context.integrationLatency",
} as const;

function routeKeyOf(key: string): HttpRouteKey {
  if (key === "$default") return HttpRouteKey.DEFAULT;
  const [verb, path] = key.split(" ");
  const method = Object.values(HttpMethod).find((known) => known === verb);
  if (path === undefined || method === undefined) throw new Error(`The route "${key}" is not a method and a path.`);
  return HttpRouteKey.with(path, method);
}

/** `GET /sv/begaran/{step}` is `GetSvBegaranStep` in the template. */
const routeId = (key: string): string =>
  key
    .replace(/^\$default$/, "any other")
    .replace(/^(GET) \/$/, "$1 start")
    .split(/[^A-Za-z0-9]+/)
    .map((word) => (/^[A-Z]+$/.test(word) ? word.toLowerCase() : word))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
