import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "sass";
import { describe, expect, it } from "vitest";
import { componentColours, themeFaults } from "../../infra/check-city/theme-faults.ts";
import { cityIds } from "../../shared/cities/city-ids.ts";

const folder = new URL("../../shared/pages/styles/", import.meta.url);
const themes = readFileSync(new URL("_themes.scss", folder), "utf8");
const { css } = compile(fileURLToPath(new URL("intag.scss", folder)), { quietDeps: true });

/** The lines of a theme: what it is for, and its own colours. */
const blocks = [...themes.matchAll(/^(:root|\[data-city="([a-z]+)"\]) \{([^}]*)\}/gm)].map(([, , city, body = ""]) => ({
  city,
  lines: body.trim().split("\n"),
}));

/** A colour as the built style sheet sets it, in six digits. */
function built(name: string): string {
  const value = new RegExp(`${name}:\\s*(#[0-9a-f]{3,6}|white|black)`, "i").exec(css)?.[1] ?? "";
  const named = { white: "#ffffff", black: "#000000" }[value] ?? value;
  return named.length === 4 ? named.replace(/[0-9a-f]/gi, "$&$&") : named;
}

describe("A city's look", () => {
  it("is a dozen lines at most, and only colours", () => {
    expect(blocks.map(({ city }) => city)).toEqual([undefined, ...cityIds]);
    for (const { lines } of blocks) {
      expect(lines.length).toBeLessThanOrEqual(12);
      for (const line of lines) expect(line.trim()).toMatch(/^--(intag|govuk)-[a-z-]+: #[0-9a-f]{6};$/);
    }
  });

  it.each(cityIds)("can be read by those who see least well: %s", (city) => {
    expect([...themeFaults(city, themes)]).toEqual([]);
  });

  it("is not the same in two cities", () => {
    const own = blocks.map(({ lines }) => lines.join());
    expect(new Set(own).size).toBe(own.length);
  });

  it("is judged by the colours that the components have where it says nothing", () => {
    for (const [name, colour] of componentColours) expect(built(name), name).toBe(colour);
  });

  it("is dark only on screens that ask for it: paper stays white", () => {
    const [, media, body = ""] = /@media ([^{]*prefers-color-scheme[^{]*)\{([\s\S]*?)\n\}/.exec(css) ?? [];
    expect(media?.trim()).toBe("screen and (prefers-color-scheme: dark)");
    expect(body).toContain("color-scheme: dark;");
    expect(css.match(/prefers-color-scheme/g)).toHaveLength(1);
  });

  it.each([
    ["--govuk-text-colour: #e9ecef", "--govuk-text-colour: #5a5f66"],
    ["--govuk-error-colour: #ff9a93", "--govuk-error-colour: #ca3535"],
    ["--intag-accent: #4c9ede", "--intag-accent: #20262d"],
  ])("is refused where it could not be read in the dark: %s made %s", (line, worse) => {
    expect(themes).toContain(line);
    const faults = [...themeFaults("stockholm", themes.replace(line, worse))];
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toContain("on dark pages");
  });
});
