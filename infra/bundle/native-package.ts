import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/**
 * Packages with machine code, which no bundle can hold: they lie beside it as npm has them. The compiler of the yearly
 * report's PDF is one.
 */
export const nativePackages: readonly string[] = ["@myriaddreamin/typst-ts-node-compiler"];

/** What esbuild tells of a bundle: what it still imports from outside itself. */
const bundleMeta = z.object({
  outputs: z.record(z.string(), z.object({ imports: z.array(z.object({ path: z.string() })) })),
});
const manifest = z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) });

/**
 * The files that a bundle needs beside it, by their place there: each native package that it imports, and that package's
 * machine code for the machines it is installed for.
 *
 * @param meta what esbuild tells of the bundle, as JSON
 */
export async function nativeFiles(root: string, meta: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const imported = Object.values(bundleMeta.parse(JSON.parse(meta)).outputs).flatMap(({ imports }) =>
    imports.map(({ path }) => path),
  );
  const files = new Map<string, Uint8Array>();
  for (const name of nativePackages.filter((each) => imported.includes(each))) {
    const own = await packageFiles(root, name, /^(package\.json|.*\.c?js)$/);
    const { optionalDependencies } = manifest.parse(JSON.parse(Buffer.from(own.get("package.json") ?? "").toString()));
    const machines = await Promise.all(
      Object.keys(optionalDependencies).map(async (machine) => ({
        machine,
        of: await packageFiles(root, machine, /^(package\.json|.*\.node)$/),
      })),
    );
    const forMachines = machines.filter(({ of }) => [...of.keys()].some((file) => file.endsWith(".node")));
    if (forMachines.length === 0) throw new Error(`${name} is not installed for any machine: run npm ci.`);
    for (const [file, content] of own) files.set(join("node_modules", name, file), content);
    for (const { machine, of } of forMachines)
      for (const [file, content] of of) files.set(join("node_modules", machine, file), content);
  }
  return files;
}

/** The files of an installed package whose names are wanted; none when it is not installed. */
async function packageFiles(root: string, name: string, wanted: RegExp): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(root, "node_modules", name);
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(
      names
        .filter((each) => wanted.test(each))
        .map(async (each): Promise<[string, Uint8Array]> => [each, await readFile(join(folder, each))]),
    ),
  );
}
