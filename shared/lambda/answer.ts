/** What a handler answers; the ring adds what every answer carries. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly cookies?: readonly string[];
  /** An origin that a form on the page may be sent to besides our own. */
  readonly formsTo?: string;
}

/** Nothing may keep the answer. The default, so that a forgotten header errs on the safe side. */
export const notStored = "no-store";
/** The browser may show it again when somebody goes back, and nobody else may keep it. */
export const keptByTheBrowser = "private, no-cache";
export const keptForAnHour = "public, max-age=3600";
/** For files whose name changes when their content does. */
export const keptForEver = "public, max-age=31536000, immutable";

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});

export const page = (status: number, html: string, cacheControl: string = notStored): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": cacheControl },
  body: html,
});

/** 303: the browser goes on with a GET, so that reloading never posts again. */
export const seeOther = (location: string, cookies: readonly string[] = []): Answer => ({
  status: 303,
  headers: { location },
  body: "",
  cookies,
});
