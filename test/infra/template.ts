import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { at, isJson, listed } from "../../infra/template-json.ts";

export interface Resource {
  readonly id: string;
  readonly resource: unknown;
  /** A property by its path. */
  readonly of: (...path: readonly string[]) => unknown;
}

/** Name in the template and properties, for every resource of a type. */
export function resourcesIn(template: Readonly<Record<string, unknown>>): (type: string) => readonly Resource[] {
  const resources = Object.entries(at(template, "Resources") ?? {});
  return (type) =>
    resources.flatMap(([id, resource]) =>
      at(resource, "Type") === type ? [{ id, resource, of: (...path) => at(resource, "Properties", ...path) }] : [],
    );
}

/** The template that this run of the tests was synthesized into, with the functions' real code. */
export function deployed() {
  const file = join(inject("assembly"), "Intag.template.json");
  const template: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, "utf8"));
  const all = resourcesIn(template);
  /** The same with their names, for one test each; a type that is not there is a fault in the test. */
  const each = (type: string): readonly [string, Resource][] => {
    const found = all(type).map((one): [string, Resource] => [one.id, one]);
    if (found.length === 0) throw new Error(`The template has no ${type}.`);
    return found;
  };
  const roleOf = (of: Resource["of"]): string => String(of("Environment", "Variables", "INTAG_ROLE"));
  const functionOf = (role: string): Resource | undefined =>
    all("AWS::Lambda::Function").find(({ of }) => roleOf(of) === role);
  /** The role that a schedule starts. */
  const scheduledRole = (of: Resource["of"]): string => {
    const [target] = listed(of("Target", "Arn", "Fn::GetAtt")).flat();
    const fn = all("AWS::Lambda::Function").find(({ id }) => id === target);
    return fn === undefined ? "nobody" : roleOf(fn.of);
  };
  return { file, template, all, each, roleOf, functionOf, scheduledRole };
}

/** Roles that run by the clock alone: when, what each whole run counts, and how long a silence is an alarm. */
export const jobs: Readonly<Record<string, { at: string; finished: string; missedAfterHours: number }>> = {
  "deadline-watch": { at: "cron(0 * * * ? *)", finished: "WatchFinished", missedAfterHours: 3 },
  anchor: { at: "cron(40 3 * * ? *)", finished: "AnchorFinished", missedAfterHours: 30 },
  evidence: { at: "rate(5 minutes)", finished: "EvidenceFinished", missedAfterHours: 2 },
  disposal: { at: "cron(30 2 * * ? *)", finished: "DisposalFinished", missedAfterHours: 30 },
};
/** Runs once a year and when it is asked to, for as long as it takes; what it could not do is parked. */
export const yearly = "yearly-report";

/** The names a resource, or any part of one, refers to or waits for. */
export function needs(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(needs);
  if (!isJson(part)) return [];
  return Object.entries(part).flatMap(([key, inner]) => {
    if (key === "Ref" || key === "DependsOn") return listed(inner).map(String);
    return key === "Fn::GetAtt" ? listed(inner).slice(0, 1).map(String) : needs(inner);
  });
}
