import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissions } from "../../shared/domain/casework/permission.ts";
import { caseKinds } from "../../shared/domain/sight/sight.ts";
import { formOf } from "../../shared/pages/staff/command-form.ts";
import { aHouse, type House } from "../house.ts";
import { canary, mischief, unreadable } from "../proof/hostile-values.ts";
import { seeded } from "../proof/seeded.ts";
import {
  aColleague,
  anIncidentByPages,
  aQuestionByPages,
  aRegistrationByPages,
  type Colleague,
  formIn,
  numberOn,
  type Seen,
} from "./colleague.ts";

let house: House;
let dpo: Colleague;
/** Somebody with the proof that their forms carry. */
let officer: { readonly colleague: Colleague; readonly csrf: string };
let asker: typeof officer;
const places: Record<(typeof caseKinds)[number], string> = { request: "", breach: "", consultation: "" };
const chance = seeded("hostile posts of somebody signed in");

beforeAll(async () => {
  house = await aHouse();
  dpo = await aColleague(house, "local.dpo");
  const employee = await aColleague(house, "local.employee.sthlm-kulturnamnden");
  places.request = `${numberOn((await dpo.through("/personal/registrera", aRegistrationByPages())).html)}-1`;
  places.breach = numberOn((await employee.through("/personal/incident", anIncidentByPages())).html);
  places.consultation = numberOn((await employee.through("/personal/fraga", aQuestionByPages)).html);
  await house.idle();
  const proven = async (colleague: Colleague) => {
    const { fields } = formIn((await colleague.get("/personal")).html, () => true);
    return { colleague, csrf: new Map(fields).get("csrf") ?? "" };
  };
  officer = await proven(dpo);
  asker = await proven(await aColleague(house, "local.coordinator.sthlm-kulturnamnden"));
});
afterAll(() => house.close());

const texts = [...mischief, ...unreadable, "", canary.repeat(1_200), "9".repeat(30)].map((text) => text.toWellFormed());
const someTexts = (count: number) => chance.shuffled(texts).slice(0, count);

/** What is wrong with an answer to a hostile form; nothing, if it is as it should be. */
function faultsOf(what: string, { status, html, headers }: Seen): readonly string[] {
  const bare = html.replaceAll(/"[^"]*"/g, '""');
  return [
    ...(status >= 500 ? [`${what}: answered ${status}`] : []),
    ...(new RegExp(`<[^>"]*${canary}|<script>`).test(bare) ? [`${what}: a tag comes back`] : []),
    ...(JSON.stringify([...headers]).includes(canary) ? [`${what}: comes back in a header`] : []),
    // An address that is none of the staff's pages gets the page that everybody gets there.
    ...(headers.get("cache-control") === "no-store" || (status === 404 && !html.includes("intag-person"))
      ? []
      : [`${what}: may be kept`]),
  ];
}

const faults: string[] = [];
const sent = async (
  what: string,
  path: string,
  fields: readonly (readonly [string, string])[],
  { colleague, csrf } = officer,
) => {
  const body = new URLSearchParams([["csrf", csrf], ...fields.map(([a, b]) => [a, b] as [string, string])]);
  faults.push(...faultsOf(what, await colleague.post(path, body)));
};

describe("forms that somebody signed in fills with hostile text", () => {
  it("of every command on every kind of case are refused or taken as text", async () => {
    for (const kind of caseKinds)
      for (const command of Object.keys(permissions[kind])) {
        const names = (formOf(kind, command)?.fields ?? []).flatMap((field) =>
          field.kind === "day" || field.kind === "moment"
            ? ["year", "month", "day", "clock"].map((part) => `${field.name}.${part}`)
            : [field.name],
        );
        for (const text of someTexts(6)) {
          const known = [
            ["key", `hostile-${Math.floor(chance.next() * 1e9)}-key`.padEnd(20, "x")],
            ["version", "1"],
            ["command", command],
          ] as const;
          const fields = names.map((name): [string, string] => [name, chance.next() < 0.7 ? text : "2026"]);
          await sent(`${kind} ${command}`, `/personal/arenden/${places[kind]}`, [...known, ...fields]);
        }
      }
    expect(faults).toEqual([]);
  });

  it("with hostile keys, versions and names of commands and fields", async () => {
    for (const name of ["key", "version", "command", "text", "__proto__", "constructor", "csrf", canary])
      for (const text of someTexts(8))
        await sent(`with ${name}`, `/personal/arenden/${places.breach}`, [
          ...(name === "key" ? [] : [["key", "a-key-that-is-long-enough"] as const]),
          ...(name === "version" ? [] : [["version", "1"] as const]),
          ...(name === "command" ? [] : [["command", "note"] as const]),
          [name, text],
        ]);
    expect(faults).toEqual([]);
  });

  it("of the forms page by page, with hostile answers, seals and actions", async () => {
    const starts = {
      incident: "/personal/incident/vad",
      fraga: "/personal/fraga/fraga",
      registrera: "/personal/registrera/inkommen",
    };
    for (const [name, start] of Object.entries(starts)) {
      const state = new Map(
        formIn((await asker.colleague.open(start)).html, (form) => form.includes("answers")).fields,
      ).get("state");
      const fields = [
        "description",
        "subject",
        "whatHappened",
        "channel",
        "receivedAt.year",
        "unit",
        "manager.email",
        canary,
      ];
      for (const field of fields)
        for (const text of someTexts(4))
          for (const action of ["next", "send", "back", "stay", `change:${canary}`])
            await sent(
              `${name} ${field} ${action}`,
              start,
              [
                ["state", state ?? ""],
                ["action", action],
                [field, text],
              ],
              asker,
            );
      for (const text of someTexts(12))
        await sent(
          `${name} seal`,
          start,
          [
            ["state", text],
            ["action", "next"],
          ],
          asker,
        );
      for (const text of someTexts(12))
        await sent(
          `${name} step`,
          `/personal/${name}/${encodeURIComponent(text).slice(0, 300) || "x"}`,
          [["state", state ?? ""]],
          asker,
        );
    }
    expect(faults).toEqual([]);
  });

  it("in addresses: filters, numbers and marks", async () => {
    for (const text of texts.slice(0, 40)) {
      const value = encodeURIComponent(text).slice(0, 1_500);
      for (const path of [
        ...["kind", "unit", "status", "assignee", "cursor", "reference", "flyttat"].map(
          (name) => `/personal/arenden?${name}=${value}`,
        ),
        `/personal/arenden/${places.breach}?sparat=${value}`,
        `/personal/arenden/${value.slice(0, 300) || "x"}`,
        `/personal/kvitto/${value.slice(0, 300) || "x"}`,
      ]) {
        const seen = await dpo.get(path);
        // Where the address leads to another, it comes back there and nowhere else.
        if (seen.status < 400 || seen.status >= 500) faults.push(...faultsOf(path, seen));
        else if (faultsOf(path, seen).length > 0 && !path.includes("%00")) faults.push(...faultsOf(path, seen));
      }
    }
    expect(faults).toEqual([]);
  });

  it("after all of them no function broke, and no log holds a word of what was sent", () => {
    expect(house.functionErrors).toEqual([]);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
    expect(house.logs.filter((line) => JSON.stringify(line).includes(canary))).toEqual([]);
    expect(house.logs.filter(({ entry }) => entry.event === "request-failed")).toEqual([]);
  });
});
