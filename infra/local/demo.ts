import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { cityOf } from "../../shared/cities/city-of.ts";
import { CannotStart } from "./cannot-start.ts";
import { type Demand, demoYear, type Step } from "./demo-year.ts";
import { localToken } from "./local-token.ts";

/**
 * `npm run demo`: fills the service that `npm start` has running with two years of an invented city's work, through the
 * same calls that staff's own programs use. Nobody in it exists.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const data = resolve(process.env.INTAG_DATA ?? join(root, ".local"));
const url = `http://127.0.0.1:${process.env.PORT ?? "3000"}`;

interface Told {
  readonly status: number;
  readonly body: {
    readonly reference?: string;
    readonly version?: number;
    readonly status?: string;
    readonly code?: string;
    readonly recipients?: readonly unknown[];
    readonly triage?: unknown;
  };
}

/** One call of the API; a key that belongs to what is sent, so that filling twice fills once. */
async function call({ method, path, body, key }: Demand, token: string): Promise<Told> {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new CannotStart(`Nothing answers on ${url}: start the service with "npm start" first, with the same PORT.`);
  });
  return { status: answer.status, body: await answer.json() };
}

/** The case, when it has been opened. */
async function opened(
  reference: string,
  token: string,
): Promise<{ readonly version: number; readonly status: string }> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { status, body } = await call({ method: "GET", path: `cases/${reference}`, key: "k".repeat(16) }, token);
    if (status === 200 && body.version !== undefined) return { version: body.version, status: body.status ?? "" };
    await setTimeout(100);
  }
  throw new Error(`the case ${reference} was never opened`);
}

/** Every case that the step's submission opened: a request has one for each that answers, and one for what must be placed. */
const casesOf = (suffix: string, { recipients = [], triage = null }: Told["body"]): readonly string[] =>
  suffix === "" ? [""] : [...recipients, ...(triage === null ? [] : [triage])].map((_, index) => `-${index + 1}`);

async function carryOut(step: Step, token: string): Promise<void> {
  const { start, suffix, commands } = step;
  const { status, body } = await call(start, token);
  // What the city does not have is for others to answer, and nothing has been registered.
  // What was filled in another day is there already.
  if (body.code === "outside-the-city" || body.code === "key-reused") return;
  if (status >= 300 || body.reference === undefined)
    throw new Error(`${start.path} was answered ${status} ${body.code ?? ""}`);
  if (commands.length === 0) return;
  for (const each of casesOf(suffix, body)) await work(`${body.reference}${each}`, step, token);
}

async function work(reference: string, { start, commands, unit }: Step, token: string): Promise<void> {
  const standing = await opened(reference, token);
  let { version } = standing;
  // What no rule could place, somebody places before anything else is done.
  const placed =
    standing.status === "triage"
      ? [{ command: "forward", toUnit: unit, reason: "Det är de som har uppgifterna." }, ...commands]
      : commands;
  for (const [index, command] of placed.entries()) {
    const key = `${start.key}-step-${index}-of-${reference}`;
    const told = await call(
      { method: "POST", path: `cases/${reference}/commands`, body: { version, ...command }, key },
      token,
    );
    // Filled before: then the case stands where that left it.
    if (told.status === 409) return;
    if (told.status !== 200)
      throw new Error(`${String(command.command)} was answered ${told.status} ${told.body.code}`);
    version = told.body.version ?? version + 1;
  }
}

async function fill(): Promise<void> {
  const city = cityOf(process.env.INTAG_CITY ?? "stockholm");
  const token = await localToken(data, { role: "dpo" });
  const { steps, reviews, years } = demoYear(city, new Date());
  for (const [index, step] of steps.entries()) {
    await carryOut(step, token);
    if ((index + 1) % 25 === 0) console.log(`${index + 1} of ${steps.length} cases`);
  }
  for (const review of reviews) await call(review, token);
  for (const year of years) {
    const compiled = await call(
      { method: "POST", path: `reports/${year}/compilations`, key: `demo-compilation-${year}-${Date.now()}` },
      token,
    );
    console.log(`${year}: the files are ${compiled.status === 201 ? "compiled" : "being compiled"}`);
  }
  console.log(`Look at ${url}/personal: sign in as the data protection officer, or as anybody else.`);
}

try {
  await fill();
} catch (failure) {
  console.error(failure instanceof CannotStart ? failure.message : failure);
  process.exitCode = 1;
}
