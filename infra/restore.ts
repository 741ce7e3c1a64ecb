import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Replayed, replayed, wholeLedger } from "../shared/store/disposal-replay.ts";
import { ledgerEntry } from "../shared/store/disposed-record.ts";

/**
 * For whoever restores the service from a backup. `npm run restore -- ledger <file> --cases <table>` saves what has been
 * disposed of, and `npm run restore -- replay <file> --cases <table>` disposes of it again in a restored table, before that
 * is opened. Account and region are those of the AWS credentials. Exit code 1 when it could not be done.
 */
const usage = "npm run restore -- ledger|replay <fil> --cases <tabellens namn>";

/** Stops with a sentence. */
class Refused extends Error {}

const wishes = () => {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { cases: { type: "string" } } });
    const [step, file, ...more] = positionals;
    if (
      (step === "ledger" || step === "replay") &&
      file !== undefined &&
      more.length === 0 &&
      values.cases !== undefined
    )
      return { step, file, cases: values.cases } as const;
  } catch {
    // Said below, in a sentence.
  }
  throw new Refused(`Skriv så här: ${usage}`);
};

const linesOf = (file: string) => {
  try {
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    return lines.map((line) => ledgerEntry.parse(JSON.parse(line)));
  } catch {
    throw new Refused(`Filen ${file} går inte att läsa, eller är inte en gallringsförteckning. Inget är ändrat.`);
  }
};

try {
  const { step, file, cases } = wishes();
  const dynamodb = new DynamoDBClient({});
  if (step === "ledger") {
    const entries = await Array.fromAsync(wholeLedger(dynamodb, cases));
    writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""), { mode: 0o600 });
    console.log(`${entries.length} gallrade ärenden står i ${file}.`);
  } else {
    const found: Record<Replayed, number> = { "disposed-again": 0, "already-gone": 0, "not-in-the-copy": 0 };
    for (const entry of linesOf(file)) found[await replayed(dynamodb, cases, entry)] += 1;
    console.log(
      `${found["disposed-again"]} ärenden är gallrade på nytt, ${found["already-gone"]} var redan borta och ${found["not-in-the-copy"]} fanns inte i kopian. ` +
        "Starta nu gallringen en gång, så går filerna och begärandena också. Öppna först därefter.",
    );
  }
} catch (failure) {
  if (!(failure instanceof Error)) throw failure;
  console.error(
    failure instanceof Refused
      ? failure.message
      : `Det gick inte: ${failure.name}. Inget mer är gjort; kör igen när felet är rättat.`,
  );
  process.exitCode = 1;
}
