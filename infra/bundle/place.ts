import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Makes a folder hold exactly these files. Each appears whole or not at all and is left alone when it is right
 * already, so that several can build at once and one can read what another has built.
 *
 * @param aside a folder on the same disk where half-written files may lie
 */
export async function place(folder: string, files: ReadonlyMap<string, Uint8Array>, aside: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await mkdir(aside, { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder, name);
    const there = await readFile(path).catch(() => undefined);
    if (there?.equals(content)) continue;
    const half = join(aside, `${process.pid}-${crypto.randomUUID()}`);
    await writeFile(half, content);
    await mkdir(dirname(path), { recursive: true });
    await rename(half, path);
  }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(path.slice(folder.length + 1))) await rm(path, { force: true });
  }
}
