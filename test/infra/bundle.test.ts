import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { BundleRefused, bundle } from "../../infra/bundle.ts";
import { roles } from "../../infra/roles/names.ts";
import { at } from "../../infra/template-json.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A small project of its own, with the installed packages and these files. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "intag-bundle-"));
  made.push(root);
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}
const idle = "export const handler = async () => ({ statusCode: 204 });\n";
const entries = (special: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(roles.map((role) => [`functions/${role}/index.ts`, special[role] ?? idle]));
const inDist = (root: string) =>
  readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "dist").length + 1))
    .sort();
const run = async (script: string, env: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { env });

describe("A bundle", () => {
  it("is one file per role, and a list of what is in it", async () => {
    const root = projectWith(entries());
    const { codeOf } = await bundle(root);
    for (const role of roles) {
      expect(readdirSync(codeOf(role))).toContain("index.mjs");
      expect(at(JSON.parse(readFileSync(join(root, "dist/meta", `${role}.json`), "utf8")), "inputs")).toBeDefined();
    }
  });

  it("is refused in one sentence when a role has no code", async () => {
    const root = projectWith({ "functions/public-forms/index.ts": idle });
    await expect(bundle(root)).rejects.toThrow(BundleRefused);
    await expect(bundle(root)).rejects.toThrow(/^The role \S+ has no code: functions\/\S+\/index\.ts is missing\.$/);
  });

  it("reaches Node's own modules without importing any, however they are asked for", async () => {
    const root = projectWith(
      entries({
        outbox: `
          import fs from "node:fs";
          import * as path from "path";
          import { createHash } from "node:crypto";
          import { Readable } from "node:stream";
          class Mine extends Readable {}
          export const handler = async () => {
            const { tmpdir } = await import("node:os");
            return [typeof fs.existsSync, path.join("a", "b"), createHash("sha256").update("").digest("hex").length, new Mine() instanceof Readable, typeof tmpdir()];
          };`,
      }),
    );
    const { codeOf } = await bundle(root);
    const file = join(codeOf("outbox"), "index.mjs");
    const [output] = Object.values(
      at(JSON.parse(readFileSync(join(root, "dist/meta/outbox.json"), "utf8")), "outputs") ?? {},
    );
    expect(at(output, "imports")).toEqual([]);
    const { stdout } = await run(
      `const { handler } = await import(${JSON.stringify(file)}); console.log(JSON.stringify(await handler()));`,
    );
    expect(JSON.parse(stdout)).toEqual(["function", "a/b", 64, true, "string"]);
  });

  it("changes nothing when nothing has changed, and leaves nothing old behind", async () => {
    const root = projectWith({ ...entries(), "shared/pages/browser/intag.ts": "console.log(1);" });
    await bundle(root);
    const first = inDist(root);
    await Promise.all([bundle(root), bundle(root)]);
    expect(inDist(root)).toEqual(first);
    writeFileSync(join(root, "shared/pages/browser/intag.ts"), "console.log(2);");
    await bundle(root);
    expect(inDist(root)).toHaveLength(first.length);
    expect(inDist(root)).not.toEqual(first);
  });
});

describe("A city's own Word template", () => {
  it("lies beside the code of the role that compiles the year, and of no other, and only in its own city's", async () => {
    const root = projectWith({ ...entries(), "shared/cities/goteborg/arsrapport.docx": "a document" });
    const holders = async (city: string) => {
      const { codeOf } = await bundle(root, city);
      return roles.filter((role) => readdirSync(codeOf(role)).includes("arsrapport.docx"));
    };
    expect(await holders("goteborg")).toEqual(["yearly-report"]);
    expect(await holders("stockholm")).toEqual([]);
  });
});

describe("The SDK in a bundle", () => {
  const client = `
    import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
    const client = new DynamoDBClient({ maxAttempts: 1 });
    export const handler = () => client.send(new GetItemCommand({ TableName: "Cases", Key: { submission: { S: "X" } } }));`;
  const ask = (file: string) =>
    `const { handler } = await import(${JSON.stringify(file)});
     try { console.log(JSON.stringify((await handler()).Item)); } catch (failure) { console.log(failure.message); }`;

  it("signs with the credentials of its environment, sends, and reads the answer", async () => {
    const root = projectWith(entries({ outbox: client }));
    const { codeOf } = await bundle(root);
    let asked: IncomingHttpHeaders = {};
    const server = createServer((request, response) => {
      asked = request.headers;
      response.setHeader("content-type", "application/x-amz-json-1.0");
      response.end(JSON.stringify({ Item: { number: { N: "1" } } }));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    try {
      // A server that listens on a port has an address with one.
      const { port } = server.address() as AddressInfo;
      const { stdout } = await run(ask(join(codeOf("outbox"), "index.mjs")), {
        AWS_REGION: "eu-north-1",
        AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "secret",
        AWS_SESSION_TOKEN: "of-this-hour",
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      });
      expect(JSON.parse(stdout)).toEqual({ number: { N: "1" } });
      expect(asked.authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-north-1\/dynamodb\/aws4_request/,
      );
      expect(asked["x-amz-security-token"]).toBe("of-this-hour");
      expect(asked["x-amz-target"]).toBe("DynamoDB_20120810.GetItem");
    } finally {
      server.close();
    }
  });

  it("says clearly that it has no credentials, and looks nowhere else for them", async () => {
    const root = projectWith(entries({ outbox: client }));
    const { codeOf } = await bundle(root);
    const { stdout } = await run(ask(join(codeOf("outbox"), "index.mjs")), { AWS_REGION: "eu-north-1" });
    expect(stdout).toContain("There are no AWS credentials in the environment");
    const meta: unknown = JSON.parse(readFileSync(join(root, "dist/meta/outbox.json"), "utf8"));
    const bundled = Object.keys(at(meta, "inputs") ?? {});
    expect(bundled.filter((file) => file.includes("client-dynamodb"))).not.toEqual([]);
    expect(bundled.filter((file) => file.includes("credential-provider-"))).toEqual([]);
  });
});

describe("Static files", () => {
  const root = projectWith({
    ...entries(),
    "shared/pages/styles/intag.scss": "$ink: #0b0c0c;\nbody { color: $ink; }\n",
    "shared/pages/browser/intag.ts": "const word: string = 'klar'; document.body.dataset.state = word;\n",
    "functions/public-forms/openapi-document.ts": "process.stdout.write(JSON.stringify({ openapi: '3.1.0' }));\n",
  });

  it("are served under names that follow their content, which every page role knows", async () => {
    const { codeOf } = await bundle(root);
    const names: unknown = JSON.parse(readFileSync(join(codeOf("public-forms"), "assets.json"), "utf8"));
    expect(names).toEqual({
      "intag.css": expect.stringMatching(/^intag-[0-9a-f]{12}\.css$/),
      "intag.js": expect.stringMatching(/^intag-[0-9a-f]{12}\.js$/),
    });
    expect(JSON.parse(readFileSync(join(codeOf("citizen-status"), "assets.json"), "utf8"))).toEqual(names);
    expect(readdirSync(join(codeOf("public-forms"), "assets")).sort()).toEqual(Object.values(names ?? {}).sort());
    const css = readFileSync(join(codeOf("public-forms"), "assets", String(at(names, "intag.css"))), "utf8");
    expect(css.trim()).toBe("body{color:#0b0c0c}");
  });

  it("include what the API says of itself", async () => {
    const { codeOf } = await bundle(root);
    expect(JSON.parse(readFileSync(join(codeOf("public-forms"), "openapi.json"), "utf8"))).toEqual({
      openapi: "3.1.0",
    });
  });
});
