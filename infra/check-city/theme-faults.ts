type Colours = ReadonlyMap<string, string>;

/** Pairs that are seen together, and the least contrast between them (WCAG 2.2: 1.4.3 for text, 1.4.11 for what is not). */
const pairs: readonly { readonly front: string; readonly behind: string; readonly atLeast: number }[] = [
  { front: "--intag-header-text", behind: "--intag-header-background", atLeast: 4.5 },
  { front: "--intag-action-text", behind: "--intag-action", atLeast: 4.5 },
  { front: "--intag-action-text", behind: "--intag-action-hover", atLeast: 4.5 },
  { front: "--intag-confirmation-text", behind: "--intag-confirmation-background", atLeast: 4.5 },
  { front: "--govuk-link-colour", behind: "white", atLeast: 4.5 },
  { front: "--govuk-link-colour", behind: "--intag-footer-background", atLeast: 4.5 },
  { front: "--intag-accent", behind: "white", atLeast: 3 },
];

const luminance = (colour: string): number | undefined => {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const coloursIn = (styles: string, selector: string): Colours => {
  const start = styles.indexOf(`${selector} {`);
  const block = start === -1 ? "" : styles.slice(start, styles.indexOf("}", start));
  return new Map(
    [...block.matchAll(/(--[a-z-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );
};

/** What is hard to read in the city's colours: `styles` is the style sheet of the themes, where a city has lines of its own. */
export function* themeFaults(city: string, styles: string): Generator<string> {
  const colours = new Map([
    ...coloursIn(styles, ":root"),
    ...coloursIn(styles, `[data-city="${city}"]`),
    ["white", "#ffffff"],
  ]);
  for (const { front, behind, atLeast } of pairs) {
    const [one, other] = [front, behind].map((name) => luminance(colours.get(name) ?? ""));
    if (one === undefined || other === undefined) {
      yield `The colours ${front} and ${behind} cannot be compared: write each as # and six digits.`;
      continue;
    }
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < atLeast)
      yield `The colour ${front} on ${behind} has the contrast ${contrast.toFixed(2)} to 1, and needs ${atLeast} (WCAG AA).`;
  }
}
