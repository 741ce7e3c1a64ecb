import { Duration } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CacheCookieBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import type { OwnDomain } from "../settings.ts";
import { answerFor, openToAll } from "./answered-for.ts";
import type { AccessLogs } from "./archive.ts";

/**
 * The same as the pages answer with themselves; set here too, so that refusals made before any function is reached
 * carry it as well.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Every answer CloudFront would otherwise keep for ten seconds, and so might show to somebody else. */
const faultsNeverKept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

export interface PublicEdgeProps {
  readonly originHost: string;
  readonly accessLogs: AccessLogs;
  readonly domain: OwnDomain | undefined;
}

/** CloudFront in front of the API: TLS, security headers on every answer, and a cache for the static files only. */
export class PublicEdge extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { originHost, accessLogs, domain }: PublicEdgeProps) {
    super(scope, id);
    const headers = new ResponseHeadersPolicy(this, "Headers", {
      comment: "Intag: security headers on every answer",
      securityHeadersBehavior: {
        // A page of ours may let a form go to the files' bucket as well; it says so itself.
        contentSecurityPolicy: { contentSecurityPolicy, override: false },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: "cross-origin-opener-policy", value: "same-origin", override: true },
          { header: "cross-origin-resource-policy", value: "same-origin", override: true },
          { header: "permissions-policy", value: "camera=(), geolocation=(), microphone=()", override: true },
        ],
      },
      removeHeaders: ["server", "x-powered-by"],
    });
    const asTheOriginSays = new CachePolicy(this, "StaticFiles", {
      comment: "Intag: static files, kept as long as they say themselves",
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
    const behaviour = {
      origin: new HttpOrigin(originHost, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(30),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers,
    };
    this.distribution = new Distribution(this, "Distribution", {
      comment: "Intag",
      defaultBehavior: {
        ...behaviour,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The API answers only to its own host name.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        "/assets/*": {
          ...behaviour,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: asTheOriginSays,
          compress: true,
        },
      },
      errorResponses: faultsNeverKept.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: accessLogs.bucket,
      logFilePrefix: "pages/",
      logIncludesCookies: false,
      ...(domain === undefined
        ? {}
        : {
            domainNames: [domain.name],
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
            certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
          }),
    });
    answerFor(this.distribution, ["AwsSolutions-CFR1"], openToAll);
    answerFor(
      this.distribution,
      ["AwsSolutions-CFR2"],
      "Throttles in the API and a ceiling on each role bound what abuse can cost; a web ACL is a standing cost the city can add.",
    );
    if (domain === undefined)
      answerFor(
        this.distribution,
        ["AwsSolutions-CFR4"],
        "Without a domain of its own the distribution has CloudFront's certificate, whose protocol cannot be chosen. With domainName it is TLS 1.2.",
      );
  }
}
