import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { nativeFiles } from "../../infra/bundle/native-package.ts";
import { roleCode } from "../../infra/bundle/role-code.ts";
import { filesOf, manifestEntry } from "../../shared/report/files.ts";
import { seedReport } from "./seed-report.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "intag-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the report's writers as a role's code", () => {
  it("write the same files from an empty folder, with nothing beside them but what was put there", async () => {
    const root = join(folder, "project");
    const deployed = join(folder, "deployed");
    await mkdir(join(root, "functions/yearly-report"), { recursive: true });
    for (const each of ["node_modules", "shared", "forms"]) await symlink(join(project, each), join(root, each));
    await writeFile(
      join(root, "functions/yearly-report/index.ts"),
      `import { filesOf, manifestEntry } from "../../shared/report/files.ts";
      export const sums = async (report) => {
        const found = {};
        for await (const file of filesOf(report, "six-areas")) found[file.name] = manifestEntry(file).sha256;
        return found;
      };`,
    );
    const { code, meta } = await roleCode(root, "yearly-report", "stockholm");
    const beside = await nativeFiles(root, meta);
    expect([...beside.keys()].filter((name) => name.endsWith(".node"))).toHaveLength(1);
    for (const [name, content] of new Map([
      ["index.mjs", code],
      ["report.json", Buffer.from(JSON.stringify(seedReport))],
      ...beside,
    ])) {
      await mkdir(dirname(join(deployed, name)), { recursive: true });
      await writeFile(join(deployed, name), content);
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { readFileSync } from "node:fs";
        const { sums } = await import(${JSON.stringify(join(deployed, "index.mjs"))});
        console.log(JSON.stringify(await sums(JSON.parse(readFileSync(${JSON.stringify(join(deployed, "report.json"))}, "utf8")))));`,
      ],
      { cwd: folder, env: { TZ: "Asia/Tokyo", HOME: folder } },
    );
    const own: Record<string, string> = {};
    for await (const file of filesOf(seedReport, "six-areas")) own[file.name] = manifestEntry(file).sha256;
    expect(JSON.parse(stdout)).toEqual(own);
  });
});
