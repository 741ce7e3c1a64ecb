/**
 * On every answer, errors and redirects included. The stack's CloudFront policy carries the same, for the answers
 * that the gateway gives on its own; a test holds the two together.
 */
export const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** The same for a page with a form that is sent to one more origin, and to that one alone. */
export const securityHeadersFor = (formsTo: string | undefined): Readonly<Record<string, string>> =>
  formsTo === undefined
    ? securityHeaders
    : {
        ...securityHeaders,
        "content-security-policy": securityHeaders["content-security-policy"].replace(
          "form-action 'self'",
          `form-action 'self' ${new URL(formsTo).origin}`,
        ),
      };
