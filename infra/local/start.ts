import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.ts";
import { enginePath } from "./dynamo-engine.ts";
import { openDoor } from "./gateway.ts";
import { takeFolder, up } from "./up.ts";

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
  const city = environment.INTAG_CITY ?? "stockholm";
  const cities = readdirSync(join(root, "shared/cities"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  if (!cities.includes(city))
    throw new CannotStart(`There is no data for the city ${city}: choose INTAG_CITY among ${cities.join(", ")}.`);
  return { port: Number(port), data: resolve(environment.INTAG_DATA ?? join(root, ".local")), city };
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
      console.error(said.trim());
      fail(new CannotStart("The stack cannot be synthesized: what is wrong stands above."));
    });
    // A second interrupt while it works ends the child as well.
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

const main = async (): Promise<void> => {
  const wishes = wishesOf(process.env);
  enginePath();
  // What would stop the start is looked at before the seconds that synthesizing takes.
  const giveBack = takeFolder(wishes.data);
  const door = await openDoor(wishes.port).catch((error) => {
    giveBack();
    throw error;
  });
  await door.stop();
  let assembly: string;
  try {
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
  });

  let ending = false;
  const end = (signal: NodeJS.Signals) => {
    if (ending) return;
    ending = true;
    console.log(`\nEnding (${signal}). What was sent in stays in ${wishes.data}.`);
    local.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  process.on("SIGHUP", end);

  console.log(`Ready: ${local.url}

  ${local.url}/                        the start page, in Swedish
  ${local.url}/en                      the start page, in English
  ${local.url}/sv/arende               how a request is going
  ${local.url}/api/v1/openapi.json     the API
  ${local.url}/_local/mail             every mail sent on this machine

Everything sent in is kept in ${wishes.data}. Ctrl+C ends it.`);
};

main().catch((error: unknown) => {
  if (error instanceof CannotStart) console.error(error.message);
  else console.error("The local runner broke:", error);
  process.exit(1);
});
