import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Role } from "../roles/names.ts";
import { builtInsOnDemand } from "./built-ins.ts";
import { BundleRefused } from "./bundle-refused.ts";
import { nativePackages } from "./native-package.ts";
import { noJsonSchema } from "./no-json-schema.ts";
import { oneCity } from "./one-city.ts";

export interface RoleCode {
  readonly code: Uint8Array;
  /** What is in it, from which file, as esbuild tells. */
  readonly meta: string;
}

/** The role that everybody meets first, and that describes its forms to programs. */
const openToAll: Role = "public-forms";

/**
 * A role for one city as one minified file for Lambda's Node 24, from `functions/<role>/index.ts`.
 * @throws BundleRefused when there is no such file
 */
export async function roleCode(root: string, role: string, city: string): Promise<RoleCode> {
  const entry = join(root, "functions", role, "index.ts");
  if (!existsSync(entry)) throw new BundleRefused(`The role ${role} has no code: ${relative(root, entry)} is missing.`);
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(root, "index.mjs"),
    write: false,
    bundle: true,
    minify: true,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // V8 keeps a text of ASCII alone in one byte a letter and reads it quicker: 5 % of a cold start, for 2 % of the size.
    charset: role === openToAll ? "ascii" : "utf8",
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    // The SDK's ES modules can be shaken, its CommonJS cannot: 330 kB against 526 for one DynamoDB client.
    mainFields: ["module", "main"],
    external: [...nativePackages],
    alias: {
      "@aws-sdk/credential-provider-node": fileURLToPath(new URL("environment-credentials.ts", import.meta.url)),
      "@smithy/core/event-streams": fileURLToPath(new URL("no-event-streams.ts", import.meta.url)),
    },
    plugins: [builtInsOnDemand, oneCity(city), ...(role === openToAll ? [] : [noJsonSchema])],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild wrote nothing for the role ${role}.`);
  return { code: file.contents, meta: JSON.stringify(metafile) };
}
