type Colours = ReadonlyMap<string, string>;

const page = "--govuk-body-background-colour";
const footer = "--intag-footer-background";

/** Pairs that are seen together, and the least contrast between them (WCAG 2.2: 1.4.3 for text, 1.4.11 for what is not). */
const pairs: readonly { readonly front: string; readonly behind: string; readonly atLeast: number }[] = [
  { front: "--intag-header-text", behind: "--intag-header-background", atLeast: 4.5 },
  { front: "--intag-action-text", behind: "--intag-action", atLeast: 4.5 },
  { front: "--intag-action-text", behind: "--intag-action-hover", atLeast: 4.5 },
  { front: "--intag-confirmation-text", behind: "--intag-confirmation-background", atLeast: 4.5 },
  { front: "--govuk-text-colour", behind: page, atLeast: 4.5 },
  { front: "--govuk-text-colour", behind: footer, atLeast: 4.5 },
  { front: "--govuk-secondary-text-colour", behind: page, atLeast: 4.5 },
  { front: "--govuk-error-colour", behind: page, atLeast: 4.5 },
  { front: "--govuk-link-colour", behind: page, atLeast: 4.5 },
  { front: "--govuk-link-colour", behind: footer, atLeast: 4.5 },
  { front: "--govuk-link-visited-colour", behind: page, atLeast: 4.5 },
  { front: "--govuk-link-visited-colour", behind: footer, atLeast: 4.5 },
  { front: "--govuk-link-hover-colour", behind: page, atLeast: 4.5 },
  { front: "--govuk-link-hover-colour", behind: footer, atLeast: 4.5 },
  { front: "--govuk-link-active-colour", behind: page, atLeast: 4.5 },
  { front: "--govuk-input-border-colour", behind: page, atLeast: 3 },
  { front: "--govuk-focus-colour", behind: "--intag-header-background", atLeast: 3 },
  { front: "--govuk-focus-text-colour", behind: "--govuk-focus-colour", atLeast: 4.5 },
  { front: "--intag-accent", behind: page, atLeast: 3 },
  { front: "--intag-accent", behind: footer, atLeast: 3 },
];

/** What the components set by themselves where no theme says otherwise; a test holds that they do. */
export const componentColours: Colours = new Map([
  ["--govuk-body-background-colour", "#ffffff"],
  ["--govuk-text-colour", "#0b0c0c"],
  ["--govuk-secondary-text-colour", "#484949"],
  ["--govuk-error-colour", "#ca3535"],
  ["--govuk-link-visited-colour", "#54319f"],
  ["--govuk-link-hover-colour", "#0f385c"],
  ["--govuk-link-active-colour", "#0b0c0c"],
  ["--govuk-input-border-colour", "#0b0c0c"],
  ["--govuk-focus-colour", "#ffdd00"],
  ["--govuk-focus-text-colour", "#0b0c0c"],
]);

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

function* faultsOf(colours: Colours, tried: typeof pairs, look: string): Generator<string> {
  for (const { front, behind, atLeast } of tried) {
    const [one, other] = [front, behind].map((name) => luminance(colours.get(name) ?? ""));
    if (one === undefined || other === undefined) {
      yield `The colours ${front} and ${behind} cannot be compared: write each as # and six digits.`;
      continue;
    }
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < atLeast)
      yield `The colour ${front} on ${behind} has the contrast ${contrast.toFixed(2)} to 1${look}, and needs ${atLeast} (WCAG AA).`;
  }
}

/**
 * What is hard to read in the city's colours, and with them on dark pages: `styles` is the style sheet of the themes, where a
 * city has lines of its own.
 */
export function* themeFaults(city: string, styles: string): Generator<string> {
  const light = new Map([
    ...componentColours,
    ...coloursIn(styles, ":root"),
    ...coloursIn(styles, `[data-city="${city}"]`),
  ]);
  const darker = coloursIn(styles, ":root[data-city]");
  yield* faultsOf(light, pairs, "");
  const otherInTheDark = pairs.filter(({ front, behind }) => darker.has(front) || darker.has(behind));
  yield* faultsOf(new Map([...light, ...darker]), otherInTheDark, " on dark pages");
}
