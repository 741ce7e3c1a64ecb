import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { City } from "../../shared/domain/city.ts";
import type { PublicDeps } from "./live.ts";

const routeKey = "POST /api/v1/requests";

type Asked = Pick<City, "services" | "placeNames">;

/** A request of nobody's, with one of the tax agency's test numbers, about the first service that is found by its place. */
const invented = ({ services, placeNames }: Asked) => ({
  right: "access",
  onBehalfOf: "self",
  protectedIdentity: false,
  concerns: [
    { service: services.find(({ asksPlace }) => asksPlace)?.key, place: placeNames[0], from: "2019", to: "2021" },
  ],
  person: {
    givenName: "Exempel",
    familyName: "Exempelsson",
    personalIdentityNumber: "19900101-2385",
    address: { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelstad" },
  },
  delivery: "registered-address",
  language: "sv",
});

/** The request as the gateway would hand it over. */
export const inventedEvent = (city: Asked): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey,
  rawPath: "/api/v1/requests",
  rawQueryString: "",
  headers: { "content-type": "application/json", "idempotency-key": "warm-path-warm-path" },
  requestContext: {
    accountId: "",
    apiId: "",
    domainName: "",
    domainPrefix: "",
    http: { method: "POST", path: "/api/v1/requests", protocol: "HTTP/1.1", sourceIp: "", userAgent: "" },
    requestId: "warm-path",
    routeKey,
    stage: "$default",
    time: "",
    timeEpoch: 0,
  },
  body: JSON.stringify(invented(city)),
  isBase64Encoded: false,
});

/** Everything but what would be seen: nothing is stored, nothing is logged. */
export const unseen = (deps: PublicDeps): PublicDeps => ({
  ...deps,
  submissions: { add: async () => ({ existing: null }) },
  log: () => undefined,
});
