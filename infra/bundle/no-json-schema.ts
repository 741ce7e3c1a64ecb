import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * Leaves out of zod what describes a schema as JSON Schema: every schema can be asked for it, so it comes along where
 * nobody does, 18 kB of it. Whoever asks all the same is told so.
 */
export const noJsonSchema: Plugin = {
  name: "no-json-schema",
  setup: (build) => {
    build.onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ },
      async ({ path }) => {
        const names = [...(await readFile(path, "utf8")).matchAll(/^export (?:const|function) (\w+)/gm)].map(
          ([, name]) => name,
        );
        const none = `const none = () => { throw new Error("This function describes no schema: infra/bundle/no-json-schema.ts."); };`;
        return { contents: [none, ...names.map((name) => `export const ${name} = none;`)].join("\n") };
      },
    );
  },
};
