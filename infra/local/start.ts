import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.ts";
import { takeFolder } from "./data-folder.ts";
import { enginePath } from "./dynamo-engine.ts";
import { openDoor } from "./gateway.ts";
import { up } from "./up.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Wishes {
  readonly port: number;
  readonly data: string;
  readonly city: string;
}

/** What the environment asks for. Throws CannotStart for what cannot be had. */
const wishesOf = (environment: NodeJS.ProcessEnv): Wishes => {
  const port = environment.PORT ?? "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new CannotStart(`PORT is ${port}, which is not a port: choose a number from 1 to 65535.`);
  return {
    port: Number(port),
    data: resolve(environment.INTAG_DATA ?? join(root, ".local")),
    city: environment.INTAG_CITY ?? "stockholm",
  };
};

/** Synthesizes the stack into the data folder, by the same program that a deployment uses. */
const synthesize = ({ port, data, city }: Wishes): Promise<string> =>
  new Promise((done, fail) => {
    const assembly = join(data, "cdk.out");
    const context = { stage: "local", city, siteUrl: `http://127.0.0.1:${port}` };
    const child = spawn(process.execPath, [join(root, "infra/app.ts")], {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_OUTDIR: assembly },
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once("error", fail);
    child.once("exit", (code) => {
      if (code === 0) return done(assembly);
      fail(new CannotStart(said.trim() || `The stack cannot be synthesized (exit code ${code}).`));
    });
    process.once("exit", () => child.kill());
  });

const templateIn = (assembly: string): string => {
  const [template, ...more] = existsSync(assembly)
    ? readdirSync(assembly).filter((name) => name.endsWith(".template.json"))
    : [];
  if (template === undefined || more.length > 0)
    throw new CannotStart(`There should be one template in ${assembly}: remove that folder and start again.`);
  return join(assembly, template);
};

/** What a signal does: nothing but end at first, later end what was started. */
let ending: () => Promise<void> = async () => undefined;

const main = async (): Promise<void> => {
  const wishes = wishesOf(process.env);
  enginePath();
  // What would stop the start is looked at before the seconds that synthesizing takes.
  const giveBack = takeFolder(wishes.data);
  let assembly: string;
  try {
    await (await openDoor(wishes.port)).stop();
    assembly = await synthesize(wishes);
  } finally {
    giveBack();
  }
  const local = await up({
    template: templateIn(assembly),
    assembly,
    port: wishes.port,
    data: wishes.data,
    quiet: false,
    onBroken: () => {
      console.error("The database engine ended by itself: start again; what was sent in is kept.");
      void ending().finally(() => process.exit(1));
    },
  });
  ending = local.stop;
  console.log(`Ready: ${local.url}

  ${local.url}/                        the start page, in Swedish
  ${local.url}/en                      the start page, in English
  ${local.url}/sv/arende               how a request is going
  ${local.url}/personal                staff: pick a person to sign in as
  ${local.url}/api/v1/openapi.json     the API
  ${local.url}/_local/mail             every mail sent on this machine

Everything sent in is kept in ${wishes.data}. Ctrl+C ends it.`);
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    ending().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error("The local runner did not end well:", error);
        process.exit(1);
      },
    );
  });

main().catch((error: unknown) => {
  if (error instanceof CannotStart) console.error(error.message);
  else console.error("The local runner broke:", error);
  process.exit(1);
});
