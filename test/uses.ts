import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Local } from "../infra/local/up.ts";
import { permissionTable } from "../infra/permission-table.ts";

/** The template that the houses of a run were made from, as its folder of uses keeps it. */
const templateName = "template.json";

export interface Uses {
  /** Each as `role action resource`, resources by their names in the template. */
  readonly allowed: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
}

/** Notes in the folder which calls the functions of a house made, and which of them were refused. */
export function noteUses(folder: string, house: Pick<Local, "calls" | "names">): void {
  const nameOf = namer(house.names);
  const lines = house.calls.flatMap(({ role, uses, denied }) =>
    uses.map(({ action, resource }) => `${denied ? "denied" : "allowed"} ${role} ${action} ${nameOf(resource)}`),
  );
  if (lines.length > 0) writeFileSync(join(folder, `${randomUUID()}.txt`), [...new Set(lines)].join("\n"));
}

export const keepTemplate = (folder: string, file: string): void =>
  writeFileSync(join(folder, templateName), readFileSync(file));

/** What the template calls the thing that an ARN names; objects and addresses by the kind of thing they are. */
function namer(names: Readonly<Record<string, string>>): (arn: string) => string {
  const logical = new Map(Object.entries(names).map(([id, name]) => [name, id]));
  const named = (name: string): string => logical.get(name) ?? name;
  return (arn) => {
    const last = arn.slice(arn.lastIndexOf(":") + 1);
    if (arn.includes(":secret:")) return named(last.replace(/-[A-Za-z0-9]{6}$/, ""));
    if (last.startsWith("identity/")) return "identity/MailIdentity";
    if (last.startsWith("configuration-set/")) return "configuration-set/MailSettings";
    if (last.startsWith("table/")) return last.replace("table/", "");
    const [bucket = "", folder] = last.split("/");
    return arn.startsWith("arn:aws:s3:")
      ? [named(bucket), ...(folder === undefined ? [] : [folder, "*"])].join("/")
      : last;
  };
}

export function usesIn(folder: string): Uses {
  const lines = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    : [];
  const of = (word: string) =>
    new Set(lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)));
  return { allowed: of("allowed"), denied: of("denied") };
}

/**
 * What AWS does itself on a function's behalf: writes its log, reads the stream that wakes it, sends to the queue its failures
 * go to, and opens the key under which a store keeps its items. None of them is a call that a function makes.
 */
const byAws = / (logs:|kms:|sqs:SendMessage |dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) )/;

/** The permissions in the template that no function of any house of the run used. */
export function unusedPermissions(folder: string): readonly string[] {
  const file = join(folder, templateName);
  if (!existsSync(file)) return [];
  const { allowed } = usesIn(folder);
  const given = permissionTable(JSON.parse(readFileSync(file, "utf8"))).flatMap(({ role, actions, on }) =>
    actions.flatMap((action) => on.map((what) => `${role} ${action} ${what}`)),
  );
  return [...new Set(given)].filter((row) => !byAws.test(row) && !allowed.has(row)).toSorted();
}
