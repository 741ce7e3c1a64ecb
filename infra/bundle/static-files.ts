import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { build } from "esbuild";
import { compileAsync } from "sass";

export interface StaticFiles {
  /** By the name they are served under, which changes with their content: they can be cached for ever. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The name in the source → the name served: `{"intag.css": "intag-1f2e3d4c5b6a.css"}`. */
  readonly names: Readonly<Record<string, string>>;
}

/** The style sheet and the browser script of the pages, where there are such sources. */
export async function staticFiles(root: string): Promise<StaticFiles> {
  const sources = [
    { name: "intag.css", from: join(root, "shared/pages/styles/intag.scss"), make: styleSheet },
    { name: "intag.js", from: join(root, "shared/pages/browser/intag.ts"), make: browserScript },
  ].filter(({ from }) => existsSync(from));
  const made = await Promise.all(
    sources.map(async ({ name, from, make }) => {
      const content = await make(from, root);
      return { name, served: servedName(name, content), content };
    }),
  );
  return {
    files: new Map(made.map(({ served, content }) => [served, content])),
    names: Object.fromEntries(made.map(({ name, served }) => [name, served])),
  };
}

async function styleSheet(from: string, root: string): Promise<Uint8Array> {
  const { css } = await compileAsync(from, {
    style: "compressed",
    loadPaths: [join(root, "node_modules")],
    quietDeps: true,
  });
  return Buffer.from(css);
}

async function browserScript(from: string, root: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [from],
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

function servedName(name: string, content: Uint8Array): string {
  const kind = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return `${name.slice(0, -kind.length)}-${hash}${kind}`;
}
