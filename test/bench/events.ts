import { randomUUID } from "node:crypto";

interface Parts {
  readonly method: string;
  readonly path: string;
  readonly routeKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An event as API Gateway hands it over (payload 2.0). */
export const gatewayEvent = ({ method, path, routeKey, headers = {}, pathParameters, body }: Parts) => ({
  version: "2.0",
  routeKey: routeKey ?? `${method} ${path}`,
  rawPath: path,
  rawQueryString: "",
  headers: { accept: "*/*", host: "localhost", ...headers },
  pathParameters,
  requestContext: {
    accountId: "000000000000",
    apiId: "api",
    domainName: "localhost",
    domainPrefix: "localhost",
    http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "bench" },
    requestId: randomUUID(),
    routeKey: routeKey ?? `${method} ${path}`,
    stage: "$default",
    time: "22/Nov/2026:12:00:00 +0000",
    timeEpoch: 1_795_000_000_000,
  },
  ...(body === undefined ? {} : { body }),
  isBase64Encoded: false,
});

/** The request that is measured: one person, one service in one district, by letter. */
export const typicalRequest = {
  right: "access",
  onBehalfOf: "self",
  protectedIdentity: false,
  concerns: [{ service: "soc-ekonomiskt-bistand", place: "Aspudden", from: "2019", to: "2021" }],
  person: {
    givenName: "Exempel",
    familyName: "Exempelsson",
    personalIdentityNumber: "19900101-2385",
    address: { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelstad" },
  },
  delivery: "registered-address",
  language: "sv",
};

export const submissionEvent = () =>
  gatewayEvent({
    method: "POST",
    path: "/api/v1/requests",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify(typicalRequest),
  });

export const formEvent = (path: string, routeKey: string, step: string, fields: Readonly<Record<string, string>>) =>
  gatewayEvent({
    method: "POST",
    path,
    routeKey,
    pathParameters: { step },
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
