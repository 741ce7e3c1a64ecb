/**
 * List prices in US dollars without the free tier and without discounts, as they stood in 2026. Those of API Gateway,
 * Lambda and DynamoDB are the ones that AWS names in its own examples (US East); Europe (Stockholm) has a list of its own,
 * to be looked at before a budget is built on the bench. A city that pays other prices changes them here.
 */
export const prices = {
  /** HTTP API, per request. */
  apiRequest: 1.0 / 1e6,
  /** CloudFront in Europe, per HTTPS request. */
  edgeRequest: 1.2 / 1e6,
  /** Lambda on arm64, per invocation and per gigabyte-second. */
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
  /** DynamoDB on demand, per write and per read request unit. */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  /** CloudWatch Logs, per gigabyte taken in. */
  logGigabyte: 0.54,
  /** Per month and thing. */
  key: 1.0,
  secret: 0.4,
  alarm: 0.1,
} as const;
