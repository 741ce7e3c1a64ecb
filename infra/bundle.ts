import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { nativeFiles } from "./bundle/native-package.ts";
import { place } from "./bundle/place.ts";
import { roleCode } from "./bundle/role-code.ts";
import { staticFiles } from "./bundle/static-files.ts";
import { type Role, roles } from "./roles/names.ts";

export { BundleRefused } from "./bundle/bundle-refused.ts";

export interface Bundles {
  readonly codeOf: (role: Role) => string;
}

/** The roles that answer with pages: they name the static files, and one of them serves these. */
const pageRoles: readonly Role[] = ["public-forms", "citizen-status", "sign-in", "staff-cases", "staff-reports"];
const serving: Role = "public-forms";
/** The city's own Word document for the yearly report, if it has one. */
const templateName = "arsrapport.docx";
/** The city when none is named. */
const usual = "stockholm";

const bytes = (content: string): Uint8Array => Buffer.from(content);

/**
 * Builds everything that is deployed for a city into `dist/` beneath the root: each role's code with what it needs beside
 * it, and what each bundle is made of in `dist/meta/`. Another city than the default has a folder of its own there.
 *
 * @throws BundleRefused when a role has no code
 */
export async function bundle(root: string, city = usual): Promise<Bundles> {
  const dist = city === usual ? join(root, "dist") : join(root, "dist", city);
  const aside = join(dist, ".half-written");
  const [codes, statics, openApi] = await Promise.all([
    Promise.all(roles.map((role) => roleCode(root, role, city))),
    staticFiles(root),
    openApiDocument(root),
  ]);
  const meta = new Map<string, Uint8Array>();
  for (const [at, role] of roles.entries()) {
    const made = codes[at];
    if (made === undefined) continue;
    const files = new Map([["index.mjs", made.code], ...(await nativeFiles(root, made.meta))]);
    if (pageRoles.includes(role)) files.set("assets.json", bytes(JSON.stringify(statics.names)));
    const template = join(root, "shared/cities", city, templateName);
    if (role === "yearly-report" && existsSync(template)) files.set(templateName, readFileSync(template));
    if (role === serving) {
      for (const [name, content] of statics.files) files.set(join("assets", name), content);
      if (openApi !== undefined) files.set("openapi.json", bytes(openApi));
    }
    await place(join(dist, role), files, aside);
    meta.set(`${role}.json`, bytes(made.meta));
  }
  await place(join(dist, "meta"), meta, aside);
  return { codeOf: (role) => join(dist, role) };
}

/** What the API says of itself: the JSON that `functions/public-forms/openapi-document.ts` writes when run. */
async function openApiDocument(root: string): Promise<string | undefined> {
  const source = join(root, "functions/public-forms/openapi-document.ts");
  if (!existsSync(source)) return undefined;
  const { stdout } = await promisify(execFile)(process.execPath, [source], { maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}
