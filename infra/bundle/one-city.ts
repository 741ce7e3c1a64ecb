import type { Plugin } from "esbuild";

/** Leaves out the data of all cities but one: what a deployment does not serve, no cold start should read. */
export const oneCity = (city: string): Plugin => ({
  name: "one-city",
  setup: (build) => {
    build.onLoad({ filter: /[\\/]shared[\\/]cities[\\/]cities\.ts$/ }, () => ({
      contents: `import { ${city} } from "./${city}/index.ts";
export const cities = { ${city} };`,
      loader: "ts",
    }));
  },
});
