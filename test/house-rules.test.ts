import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = globSync("{shared,forms,functions,infra}/**/*.{ts,tsx}", { cwd: root });

/** What each room may import of the others, besides itself. */
const rooms: readonly { readonly room: string; readonly may: readonly string[] }[] = [
  { room: "shared/domain", may: [] },
  { room: "shared/cities", may: ["shared/domain"] },
  { room: "shared/aws", may: [] },
  { room: "forms", may: ["shared/domain"] },
  { room: "shared/pages", may: ["shared/domain", "forms"] },
  { room: "shared/store", may: ["shared/domain", "forms", "shared/aws"] },
  { room: "shared/imports", may: ["shared/domain", "forms"] },
  { room: "shared/mail", may: ["shared/domain", "forms", "shared/aws"] },
  { room: "shared/report", may: ["shared/domain", "forms"] },
  { room: "shared/identity", may: ["shared/domain", "shared/aws"] },
  {
    room: "shared/lambda",
    may: [
      "shared/domain",
      "forms",
      "shared/aws",
      "shared/identity",
      "shared/store",
      "shared/pages",
      "shared/mail",
      "shared/routes.ts",
    ],
  },
  { room: "shared/routes.ts", may: [] },
  {
    room: "functions",
    may: ["shared", "forms"],
  },
  // The operator's own tool: it puts the store together as a function does, with the operator's rights.
  { room: "infra/restore.ts", may: ["shared/store", "shared/domain"] },
  // By file path only: the stack names the functions' folders and imports nothing of them.
  { room: "infra", may: ["shared/routes.ts", "shared/cities", "shared/domain"] },
];

const within = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);
const roomOf = (file: string) => rooms.find(({ room }) => within(file, room));

/** Every import between our own files, as the bundler resolves it. */
async function importsBetween(): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...sources],
    outdir: join(root, "dist/never-written"),
    write: false,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    metafile: true,
    logLevel: "silent",
  });
  return Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports.filter(({ external }) => external !== true).map(({ path }) => ({ from, to: path })),
  );
}

describe("the house", () => {
  it("lets imports flow one way: no room imports one that stands to its right", async () => {
    const wrong = (await importsBetween()).filter(({ from, to }) => {
      const room = roomOf(from);
      return room === undefined || !(within(to, room.room) || room.may.some((place) => within(to, place)));
    });
    expect(wrong).toEqual([]);
  });

  it("keeps the law pure: no package, no clock, no chance and no environment in the domain", () => {
    for (const file of sources.filter((each) => within(each, "shared/domain"))) {
      const text = readFileSync(join(root, file), "utf8");
      const foreign = [...text.matchAll(/from "([^"]+)"/g)]
        .map(([, path = ""]) => path)
        .filter((path) => !path.startsWith("."));
      expect({ file, foreign }).toEqual({ file, foreign: [] });
      expect({ file, impure: /Date\.now|new Date\(\)|Math\.random|process\.env|randomUUID/.test(text) }).toEqual({
        file,
        impure: false,
      });
    }
  });

  it("creates clients in one file of each function only", () => {
    for (const file of sources.filter((each) => within(each, "functions") || within(each, "shared"))) {
      const makes = /new (DynamoDBClient|SESClient|S3Client)\(/.test(readFileSync(join(root, file), "utf8"));
      expect({ file, makes: makes && !file.endsWith("/live.ts") }).toEqual({ file, makes: false });
    }
  });

  it("names files by the thing they hold, and has few long ones", () => {
    const vague = sources.filter((file) => /\/(utils?|helpers?|types|common|misc)(\.|\/)/.test(file));
    expect(vague).toEqual([]);
    const long = sources.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 500);
    expect(long).toEqual([]);
  });

  it("pins every package exactly, and names no registry in the lock", () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toMatch(/"resolved"/);
  });
});
