import type { Plan } from "./plan.ts";
import { distribution, type HeadersPolicyShape, responseHeadersPolicy } from "./shapes.ts";

/** Puts CloudFront's headers on an answer to a path. Names are in lower case. */
export type ResponseHeaders = (path: string, headers: Readonly<Record<string, string>>) => Record<string, string>;

interface Policy {
  readonly sets: readonly { readonly name: string; readonly value: string; readonly override: boolean }[];
  readonly removes: readonly string[];
}

const policyOf = (shape: HeadersPolicyShape): Policy => {
  const security = shape.SecurityHeadersConfig;
  const hsts = security.StrictTransportSecurity;
  const set = (name: string, part: { readonly Override: boolean } | undefined, value: string | undefined) =>
    part === undefined || value === undefined ? [] : [{ name, value, override: part.Override }];
  return {
    removes: shape.RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()),
    sets: [
      ...set(
        "content-security-policy",
        security.ContentSecurityPolicy,
        security.ContentSecurityPolicy?.ContentSecurityPolicy,
      ),
      ...set("x-content-type-options", security.ContentTypeOptions, "nosniff"),
      ...set("x-frame-options", security.FrameOptions, security.FrameOptions?.FrameOption),
      ...set("referrer-policy", security.ReferrerPolicy, security.ReferrerPolicy?.ReferrerPolicy),
      ...set(
        "strict-transport-security",
        hsts,
        `max-age=${hsts?.AccessControlMaxAgeSec}${hsts?.IncludeSubdomains ? "; includeSubDomains" : ""}${hsts?.Preload ? "; preload" : ""}`,
      ),
      ...shape.CustomHeadersConfig.Items.map(({ Header, Value, Override }) => ({
        name: Header.toLowerCase(),
        value: Value,
        override: Override,
      })),
    ],
  };
};

const apply = (policy: Policy | undefined, headers: Readonly<Record<string, string>>): Record<string, string> => {
  const left = Object.fromEntries(Object.entries(headers).filter(([name]) => !policy?.removes.includes(name)));
  for (const { name, value, override } of policy?.sets ?? []) if (override || !(name in left)) left[name] = value;
  return left;
};

/** `*` stands for any text, `?` for one character, as in CloudFront's path patterns. */
const fits = (pattern: string, path: string): boolean =>
  new RegExp(
    `^/?${pattern
      .replace(/^\//, "")
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  ).test(path);

/** CloudFront's part of every answer: the headers policy of the behaviour that the path belongs to. */
export const responseHeaders = (plan: Plan): ResponseHeaders => {
  const policies = new Map(
    plan
      .all("AWS::CloudFront::ResponseHeadersPolicy", responseHeadersPolicy)
      .map(({ id, properties }) => [id, policyOf(properties.ResponseHeadersPolicyConfig)]),
  );
  const [site] = plan.all("AWS::CloudFront::Distribution", distribution);
  if (!site) {
    const [only] = policies.values();
    return (_, headers) => apply(only, headers);
  }
  const { CacheBehaviors, DefaultCacheBehavior } = site.properties.DistributionConfig;
  return (path, headers) => {
    const behaviour = CacheBehaviors.find(({ PathPattern }) => fits(PathPattern, path)) ?? DefaultCacheBehavior;
    return apply(policies.get(behaviour.ResponseHeadersPolicyId ?? ""), headers);
  };
};

/** Headers CloudFront adds on the way to the API, by which the API knows that it is CloudFront. */
export const originHeaders = (plan: Plan): Readonly<Record<string, string>> => {
  const [site] = plan.all("AWS::CloudFront::Distribution", distribution);
  const config = site?.properties.DistributionConfig;
  const origin = config?.Origins.find(({ Id }) => Id === config.DefaultCacheBehavior.TargetOriginId);
  return Object.fromEntries(
    (origin?.OriginCustomHeaders ?? []).map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue]),
  );
};
