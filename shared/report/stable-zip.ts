import { unzipSync, zipSync } from "fflate";

/**
 * An Office file whose bytes follow from its content alone: the time it was packed is taken out of the archive, and of
 * workbooks inside it.
 *
 * @param rewrite for parts of text that carry a time or a chance of their own
 */
export const stableZip = (
  archive: Uint8Array,
  rewrite: (path: string, xml: string) => string = (_, xml) => xml,
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(archive)).map(([path, content]) => [path, stablePart(path, content, rewrite)]),
    ),
    // The first time that the format can hold, by the local clock that the format counts in.
    { mtime: new Date(1980, 0, 1), level: 6 },
  );

const stablePart = (path: string, content: Uint8Array, rewrite: (path: string, xml: string) => string): Uint8Array => {
  if (path.endsWith(".xlsx")) return stableZip(content);
  if (!/\.(xml|rels)$/.test(path)) return content;
  return Buffer.from(rewrite(path, Buffer.from(content).toString("utf8")));
};
