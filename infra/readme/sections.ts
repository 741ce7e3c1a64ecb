import { requestStatuses } from "../../shared/domain/case.ts";
import { breachStatuses } from "../../shared/domain/casework/breach-case.ts";
import { breachLife } from "../../shared/domain/casework/breach-life.ts";
import { type Cell, isLifeRefusal, leadsFrom } from "../../shared/domain/casework/life.ts";
import { requestLife } from "../../shared/domain/casework/request-life.ts";
import { routes } from "../../shared/routes.ts";
import { permissionTable } from "../permission-table.ts";

/** What every role does by itself, for its own log and queue, and tells nothing about who may see what. */
const isOwnHousekeeping = (action: string): boolean =>
  /^(logs|xray|sqs|kms):/.test(action) || /Stream|Shard|Records/.test(action);

function permissions(template: Readonly<Record<string, unknown>>): string {
  const rows = permissionTable(template).flatMap(({ role, actions, on, when }) => {
    const told = actions.filter((action) => !isOwnHousekeeping(action));
    return told.length === 0 ? [] : [{ role, told, on, when }];
  });
  const answered = new Map<string, number>();
  for (const role of Object.values(routes)) answered.set(role, (answered.get(role) ?? 0) + 1);
  const lines = rows.map(({ role, told, on, when }) => {
    const limits = when.length === 0 ? "" : ` (${when.join(", ")})`;
    return `| \`${role}\` | ${told.map((action) => `\`${action}\``).join(" ")} | ${on.join(", ")}${limits} |`;
  });
  const routesOf = [...answered].map(([role, count]) => `\`${role}\` answers ${count}`).join(" · ");
  return ["| role | may | on |", "| --- | --- | --- |", ...lines, "", `Routes: ${routesOf}.`].join("\n");
}

/** A life's table as a Mermaid state diagram; one arrow per pair of statuses, with the commands that lead there. */
function lifeDiagram(life: Readonly<Record<string, readonly Cell<string>[]>>, statuses: readonly string[]): string {
  const arrows = new Map<string, string[]>();
  for (const [command, cells] of Object.entries(life))
    statuses.forEach((from, at) => {
      const cell = cells[at];
      if (cell === undefined || isLifeRefusal(cell)) return;
      for (const to of leadsFrom(cell, from)) {
        if (to === from) continue;
        const commands = arrows.get(`${from} --> ${to}`) ?? [];
        arrows.set(`${from} --> ${to}`, [...commands, command]);
      }
    });
  const lines = [...arrows].map(([arrow, commands]) => `  ${arrow}: ${commands.join(", ")}`);
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${statuses[0]}`, ...lines, "```"].join("\n");
}

/** A promise as it was last proved in the full form, as `npm run prove` leaves it in `infra/trust/proof.json`. */
export interface KeptPromise {
  readonly id: string;
  readonly state: "holds" | "missed" | "not-run";
  readonly tests: number;
  readonly figures: readonly string[];
  readonly at: string;
  readonly commit: string;
  readonly seed: number;
}

const outcomeWords = { holds: "holds", missed: "**missed**", "not-run": "**not shown**" } as const;

function proofTable(promises: readonly KeptPromise[]): string {
  const rows = promises.map(({ id, state, tests, figures, at, commit, seed }) => {
    const told = figures.map((figure) => figure.replaceAll("|", "\\|")).join("<br>");
    return `| ${id} | ${outcomeWords[state]} | ${tests} | ${told} | ${at.slice(0, 10)}, ${commit}, seed ${seed} |`;
  });
  const held = promises.filter(({ state }) => state === "holds").length;
  return [
    `${held} of ${promises.length} promises held.`,
    "",
    "| promise | outcome | tests | figures | tried |",
    "| --- | --- | --: | --- | --- |",
    ...rows,
  ].join("\n");
}

/** The parts of the README that are generated, by the name in their markers. */
export const sections = (
  template: Readonly<Record<string, unknown>>,
  proof: readonly KeptPromise[],
): Readonly<Record<string, string>> => ({
  proof: proofTable(proof),
  permissions: permissions(template),
  "life-of-a-request": lifeDiagram(requestLife, requestStatuses),
  "life-of-a-breach": lifeDiagram(breachLife, breachStatuses),
});

/**
 * The README with its generated parts as they should be.
 *
 * @throws when the README lacks the markers of a part
 */
export function withSections(readme: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`README.md has no markers for ${name}`);
    return `${text.slice(0, from + start.length)}\n${part}\n${text.slice(to)}`;
  }, readme);
}
