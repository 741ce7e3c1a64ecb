import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "sass";
import { describe, expect, it } from "vitest";
import { themeFaults } from "../../infra/check-city/theme-faults.ts";
import { cityIds } from "../../shared/cities/city-ids.ts";

const folder = new URL("../../shared/pages/styles/", import.meta.url);
const themes = readFileSync(new URL("_themes.scss", folder), "utf8");
const { css } = compile(fileURLToPath(new URL("intag.scss", folder)), { quietDeps: true });

/** The lines of a theme: what it is for, and its own colours. */
const blocks = [...themes.matchAll(/^(:root|\[data-city="([a-z]+)"\]) \{([^}]*)\}/gm)].map(([, , city, body = ""]) => ({
  city,
  lines: body.trim().split("\n"),
}));

const channel = (part: string): number => {
  const value = Number.parseInt(part, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (colour: string): number => {
  const [red = "", green = "", blue = ""] = colour.match(/[0-9a-f]{2}/gi) ?? [];
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
};

/** A colour as the built style sheet sets it, in six digits. */
function built(name: string): string {
  const value = new RegExp(`--${name}:\\s*(#[0-9a-f]{3,6}|white|black)`, "i").exec(css)?.[1] ?? "";
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

  it("leaves what shows where one is, and where to write, as clear as it must be (WCAG 1.4.11)", () => {
    const page = built("govuk-body-background-colour");
    expect(page).toMatch(/^#[0-9a-f]{6}$/i);
    expect(contrast(built("govuk-input-border-colour"), page)).toBeGreaterThanOrEqual(3);
    // The focus is yellow with black around the letters: the two together are seen on any background.
    expect(contrast(built("govuk-focus-text-colour"), built("govuk-focus-colour"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(built("govuk-focus-text-colour"), page)).toBeGreaterThanOrEqual(3);
    for (const { lines } of blocks)
      for (const line of lines.filter((each) => each.includes("--intag-header-background")))
        expect(contrast(built("govuk-focus-colour"), /#[0-9a-f]{6}/i.exec(line)?.[0] ?? "")).toBeGreaterThanOrEqual(3);
    expect(contrast(built("govuk-error-colour"), page)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(built("govuk-secondary-text-colour"), page)).toBeGreaterThanOrEqual(4.5);
  });
});
