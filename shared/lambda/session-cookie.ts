/** The cookie of somebody signed in: a secret and nothing else. The prefix keeps other hosts from planting one. */
export const sessionCookieName = "__Host-intag-staff";

const rules = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** The `Set-Cookie` value. It ends with the browser; when the session ends is decided where it is kept. */
export const sessionCookie = (secret: string): string => `${sessionCookieName}=${secret}; ${rules}`;

export const noCookie = (name: string): string => `${name}=; Max-Age=0; ${rules}`;
