import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults, type RunOptions } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { Language } from "../../shared/domain/language.ts";
import { browserPlace } from "./browser-place.ts";

/** A browser of its own, from npm alone: nothing of the machine's but its C library. */
export interface OwnBrowser {
  readonly browser: Browser;
  /** Ends it and removes what was unpacked for it. */
  close(): Promise<void>;
}

/** The packed settings look for fonts in `/tmp` itself; without any font the browser ends at the first text field. */
const fontsOf = (folder: string, home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`;

/** Unpacks Chromium with its libraries and fonts into an empty folder. */
async function unpackedTo(folder: string): Promise<void> {
  const environment = { ...process.env };
  try {
    // Read when the package is imported: with these it unpacks its libraries and fonts too, and into our folder.
    Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" });
    const { default: packed, setupLambdaEnvironment } = await import("@sparticuz/chromium");
    setupLambdaEnvironment(join(folder, "al2023", "lib"));
    packed.setGraphicsMode = false;
    await packed.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
  }
}

/** Where the browser lies unpacked: the run's own place, for whoever comes first to fill, or else a new one. */
async function unpacked(): Promise<{ readonly folder: string; readonly isOurs: boolean }> {
  const shared = process.env[browserPlace];
  if (shared !== undefined && existsSync(shared)) return { folder: shared, isOurs: false };
  const folder = await mkdtemp(join(tmpdir(), "intag-browser-"));
  await unpackedTo(folder);
  if (shared === undefined) return { folder, isOurs: true };
  try {
    await rename(folder, shared);
    return { folder: shared, isOurs: false };
  } catch {
    // Somebody else was first: theirs stands, and this one is used by nobody else.
    return { folder, isOurs: true };
  }
}

/**
 * Starts Chromium, unpacked once for a run of the tests. It keeps no whole pages for the back button, as browsers may do:
 * each is read from the cache or fetched again, which is the harder case.
 */
export async function aBrowser(): Promise<OwnBrowser> {
  const { folder, isOurs } = await unpacked();
  const home = await mkdtemp(join(tmpdir(), "intag-browser-home-"));
  const cleared = async () => {
    for (const own of isOurs ? [home, folder] : [home]) await rm(own, { recursive: true, force: true });
  };
  try {
    await writeFile(join(home, "fonts.conf"), fontsOf(folder, home));
    const browser = await chromium.launch({
      executablePath: join(folder, "chromium"),
      args: ["--disable-gpu", "--renderer-process-limit=1", "--font-render-hinting=none"],
      env: {
        HOME: home,
        TMPDIR: home,
        PATH: process.env.PATH ?? "",
        FONTCONFIG_PATH: home,
        LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      },
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        await cleared();
      },
    };
  } catch (error) {
    await cleared();
    throw error;
  }
}

export const widths = { wide: 1280, narrow: 360 } as const;

/** A page is looked at wide and light, and narrow and dark: its colours do not follow from its width. */
export async function asSeen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: width === widths.narrow ? "dark" : "light" });
}

export interface VisitOptions {
  readonly language?: Language;
  readonly javaScript?: boolean;
  readonly width?: number;
}

/** Somebody at a browser that nobody has used before, and everything it asked for and complained of. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly language: Language;
  /** Addresses of everything asked for, in order. */
  readonly addresses: readonly string[];
  /** Errors in the console, broken policies, failed scripts, requests to anywhere else. */
  readonly complaints: readonly string[];
  /** Another tab of the same browser. */
  anotherTab(): Promise<Page>;
  leave(): Promise<void>;
}

export async function aVisitor(
  { browser }: Pick<OwnBrowser, "browser">,
  url: string,
  { language = "sv", javaScript = true, width = widths.wide }: VisitOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: language === "sv" ? "sv-SE" : "en-GB",
    timezoneId: "Europe/Stockholm",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const addresses: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    addresses.push(request.url());
    if (!request.url().startsWith(`${url}/`)) complaints.push(`asked for ${request.url()}`);
  });
  context.on("console", (message) => {
    // A page that says what is wrong has status 400, which the browser notes as a failed resource.
    const isStatus = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
    if (["error", "warning"].includes(message.type()) && !isStatus) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return {
    page: await context.newPage(),
    context,
    language,
    addresses,
    complaints,
    anotherTab: () => context.newPage(),
    leave: () => context.close(),
  };
}

const standard: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // What passed is not listed: writing it out and handing it over took most of the time.
  resultTypes: ["violations", "incomplete"],
};

/** What axe finds wrong with the page as it stands, one line for each place; empty when nothing is. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  // Half a megabyte of script: a page that has it already is not given it again.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(standard)})`);
  const lines = (found: typeof violations) =>
    found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`));
  // Contrast that axe could not judge is not a pass.
  return [...lines(violations), ...lines(incomplete.filter(({ id }) => id === "color-contrast"))];
}

/** How many pixels the page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
