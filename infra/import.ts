import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/**
 * `npm run import -- <file> --kind requests|incidents|records --unit <id> [--year 2025] [--dry-run]`: sends a file to the
 * service and tells in words what became of it. `INTAG_TOKEN` is a token of somebody who may (locally from `npm run --silent
 * token -- dpo`); `INTAG_SITE` is where the service is, this machine unless given. Exit code 1 when nothing was read in.
 */
const usage = "npm run import -- <file> --kind requests|incidents|records --unit <id> [--year <year>] [--dry-run]";

interface Told {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly message: string }[];
  readonly problems?: readonly { readonly message: string }[];
  readonly problemCount?: number;
  readonly byYear?: Readonly<Record<string, number>>;
  readonly handledHere?: Readonly<Record<string, number>>;
  readonly written?: number;
  readonly unchanged?: number;
  readonly count?: number | null;
  readonly riskCount?: number | null;
  readonly findings?: readonly { readonly message: string; readonly rows: readonly number[] }[];
}

/** Stops with a sentence. */
class Refused extends Error {}

const wishes = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        kind: { type: "string" },
        unit: { type: "string" },
        year: { type: "string" },
        "dry-run": { type: "boolean", default: false },
      },
    });
    const [path, ...more] = positionals;
    const { kind, unit, year, "dry-run": dryRun } = values;
    if (path === undefined || more.length > 0 || unit === undefined) throw new Refused(`Skriv så här: ${usage}`);
    if (kind !== "requests" && kind !== "incidents" && kind !== "records") throw new Refused(`Skriv så här: ${usage}`);
    if ((kind === "records") !== (year !== undefined))
      throw new Refused("Ange --year för registerförteckningen (records), och bara för den.");
    return { path, kind, unit, year, dryRun };
  } catch (failure) {
    throw failure instanceof Refused ? failure : new Refused(`Skriv så här: ${usage}`);
  }
};

const contentOf = (path: string): string => {
  try {
    return readFileSync(path).toString("base64");
  } catch {
    throw new Refused("Filen går inte att läsa. Kontrollera namnet och att du får öppna den.");
  }
};

async function send(path: string, body: unknown): Promise<{ readonly status: number; readonly told: Told }> {
  const token = process.env.INTAG_TOKEN;
  if (token === undefined || token === "")
    throw new Refused("INTAG_TOKEN saknas. På den egna datorn: INTAG_TOKEN=$(npm run --silent token -- dpo)");
  const site = process.env.INTAG_SITE ?? `http://127.0.0.1:${process.env.PORT ?? "3000"}`;
  const answer = await fetch(`${site}/api/v1/${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token.trim()}`,
      "content-type": "application/json",
      "accept-language": "sv",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Refused(`Ingen tjänst svarar på ${site}. Starta den, eller ange INTAG_SITE.`);
  });
  const told: unknown = await answer.json().catch(() => ({}));
  // The service's own answers, which its tests hold to their shapes.
  return { status: answer.status, told: told as Told };
}

const say = (lines: readonly string[]): void => {
  for (const line of lines) console.log(line);
};
const listed = (bad: readonly { readonly message: string }[], count = bad.length): readonly string[] => [
  ...bad.map(({ message }) => `- ${message}`),
  ...(count > bad.length ? [`… och ${count - bad.length} till.`] : []),
];

try {
  const { path, kind, unit, year, dryRun } = wishes();
  const file = contentOf(path);
  const { status, told } =
    kind === "records"
      ? await send(`yearly-reviews/${encodeURIComponent(year ?? "")}/${encodeURIComponent(unit)}/record-imports`, {
          file,
          dryRun,
        })
      : await send("history-imports", { kind, unit, file, dryRun });
  if (status !== 200) {
    say([
      `${told.title ?? `Tjänsten svarade ${status}`}. ${told.detail ?? ""}`.trim(),
      ...listed(told.errors ?? [], told.problemCount),
    ]);
    process.exitCode = 1;
  } else if ((told.problemCount ?? 0) > 0) {
    say([
      `${told.problemCount} fel i filen. Rätta dem innan du läser in den:`,
      ...listed(told.problems ?? [], told.problemCount),
    ]);
    process.exitCode = 1;
  } else {
    const found =
      kind === "records"
        ? [
            `${told.count} behandlingar, varav ${told.riskCount} med hög risk.`,
            ...(told.findings ?? []).map(
              ({ message, rows }) => `- ${message} Rad ${rows.slice(0, 20).join(", ")}${rows.length > 20 ? " …" : ""}`,
            ),
          ]
        : [
            ...Object.entries(told.byYear ?? {}).map(([of, rows]) => `${of}: ${rows} ärenden.`),
            ...Object.entries(told.handledHere ?? {}).map(
              ([of, count]) =>
                `Tjänsten har redan ${count} ärenden av samma slag från nämnden ${of}. Står de också i filen räknas de två gånger: ta bort dem ur filen först.`,
            ),
          ];
    const done = dryRun
      ? "Det var ett prov. Inget är sparat."
      : kind === "records"
        ? "Svaren är ifyllda i årsuppföljningen."
        : `${told.written} inlästa, ${told.unchanged} fanns redan.`;
    say([...found, done]);
  }
} catch (failure) {
  if (!(failure instanceof Refused)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
