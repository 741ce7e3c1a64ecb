import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { Answer } from "./answer.ts";
import { keptForEver } from "./answer.ts";

/** The files built beside the function's code: which there are, and what is in them. */
export interface StaticFiles {
  /** The name a file is served under, from its name in the source. The name changes when the content does. */
  readonly nameOf: (source: string) => string;
  readonly answer: (served: string) => Answer | undefined;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/**
 * @param folder the address of the folder with `assets.json` and, for the role that serves them, `assets/`
 * @throws when there is no such list: the pages would be without their look
 */
export function staticFiles(folder: URL): StaticFiles {
  const names = new Map<string, string>(
    Object.entries(JSON.parse(readFileSync(new URL("assets.json", folder), "utf8"))),
  );
  const served = new Set(names.values());
  return {
    nameOf: (source) => {
      const name = names.get(source);
      if (name === undefined) throw new Error(`${source} was not built`);
      return `/assets/${name}`;
    },
    // Only names on the list are read, so no address reaches any other file.
    answer: (name) =>
      served.has(name)
        ? {
            status: 200,
            headers: {
              "content-type": types[extname(name)] ?? "application/octet-stream",
              "cache-control": keptForEver,
            },
            body: readFileSync(new URL(`assets/${name}`, folder), "utf8"),
          }
        : undefined,
  };
}
