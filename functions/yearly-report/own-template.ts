import { readFileSync } from "node:fs";

/** The city's own Word template, if it has one: the bundle puts it beside the role's code. */
export function ownTemplate(folder: URL): Uint8Array | undefined {
  try {
    return readFileSync(new URL("arsrapport.docx", folder));
  } catch (failure) {
    if (failure instanceof Error && "code" in failure && failure.code === "ENOENT") return undefined;
    throw failure;
  }
}
