import { afterAll, beforeAll, expect, test } from "vitest";
import type { SummaryRow } from "../../forms/summary.ts";
import { authorityAnswersPage } from "../../shared/pages/staff/authority-answers-page.tsx";
import { queueFilterOf } from "../../shared/pages/staff/queue-filter.ts";
import { queuePage } from "../../shared/pages/staff/queue-page.tsx";
import { keptPage, outsidePage, signInAgainPage } from "../../shared/pages/staff/staff-message-pages.tsx";
import { staffStartPage } from "../../shared/pages/staff/staff-start-page.tsx";
import { breachIn, consultationIn, requestIn } from "../casework/a-case.ts";
import { answering, breach, refusedRequest, request, rows } from "../pages/staff/every-staff-page.ts";
import { caseFor, frameFor, units, viewOf } from "../pages/staff/staff-frame.ts";
import { aBrowser, type OwnBrowser } from "./browser.ts";

const call = "ran(1)";
const tags = [
  "img src=x",
  "svg",
  "body",
  "input autofocus",
  "details open",
  "video src=x",
  "iframe src=x",
  "a href=x",
  "math",
  "marquee",
  "select autofocus",
  "textarea autofocus",
  "audio src=x",
  "object data=x",
  "style",
  "form",
  "button autofocus",
  "embed src=x",
];
const events = ["onerror", "onload", "onfocus", "ontoggle", "onstart", "onmouseover", "onanimationstart", "onpageshow"];
const ways = ["", '"', "'", "-->", "</title>", "</textarea>", "</script>", "]]>"];

/** Texts that would run as a script wherever one of them came out as anything but text. */
const payloads: readonly string[] = [
  ...ways.flatMap((out) => [
    `${out}<script>${call}</script>`,
    `${out}><script>${call}</script>`,
    `${out}<svg><script>${call}</script></svg>`,
    `${out} onfocus=${call} autofocus x=`,
    `${out} style=animation-name:x onanimationstart=${call} x=`,
    `${out}<iframe srcdoc="<script>parent.${call}</script>">`,
    `${out}<a href="javascript:${call}">x</a>`,
    `${out}<meta http-equiv=refresh content="0;url=javascript:${call}">`,
    `${out}\n<script>${call}</script>`,
    `${out}\u2028<script>${call}</script>`,
  ]),
  ...tags.flatMap((tag) => events.map((event) => `"><${tag} ${event}=${call}>`)),
  ...tags.flatMap((tag) => events.map((event) => `<${tag} ${event}="${call}"`)),
  ...ways.flatMap((out) => tags.map((tag) => `${out}<${tag}/onerror=${call} onload=${call}//`)),
  `javascript:${call}`,
  `{{constructor.constructor("${call}")()}}`,
  `\${${call}}`,
  `&lt;script&gt;${call}&lt;/script&gt;`,
  `<scr<script>ipt>${call}</script>`,
  `<script\u0000>${call}</script>`,
  `<ScRiPt>${call}</sCrIpT>`,
];

let at = 0;
/** The next one each time, so that over the run each comes to each place. */
const next = (): string => {
  at += 1;
  return payloads[at % payloads.length] ?? "";
};

/** Every text in a thing that somebody wrote, replaced; codes, dates and numbers stay. */
const filled = <Thing>(thing: Thing): Thing =>
  JSON.parse(JSON.stringify(thing), (name, value: unknown) =>
    typeof value === "string" && written.has(name) ? next() : value,
  );
const written = new Set([
  "description",
  "measuresTaken",
  "explanation",
  "decidedBy",
  "dpoAdvice",
  "how",
  "what",
  "owner",
  "system",
  "text",
  "reason",
  "name",
  "subject",
  "answer",
  "instead",
  "diaryNumber",
  "authorityReference",
  "awareDelayReason",
  "lateReason",
  "label",
  "because",
]);

const answers = (): readonly SummaryRow[] => [{ page: "details", label: "Din beskrivning", lines: [next(), next()] }];
const frame = (role: Parameters<typeof frameFor>[0]) => {
  const { user, ...rest } = frameFor(role);
  return { ...rest, user: { ...user, name: next(), unit: next() } };
};
const attempt = (command: string, name: string) => ({
  command,
  answers: { [name]: [next()] },
  errors: [{ input: `${command}-${name}`, message: next() }],
  refusal: null,
});
const noFilter = queueFilterOf(() => undefined, new Map());
const more = () => ({ answers: answers(), personName: next, unitName: next, question: next() });

const views: Readonly<Record<string, () => string>> = {
  request: () =>
    caseFor("coordinator", viewOf(filled(request), { ...more(), attempt: attempt("answer", "explanation") })),
  "refused request": () => caseFor("coordinator", viewOf({ ...filled(refusedRequest), diaryNumber: next() }, more())),
  triage: () => caseFor("dpo", viewOf(requestIn("triage"), { ...more(), staleSince: 0 })),
  breach: () => caseFor("dpo", viewOf(filled(breach), { ...more(), attempt: attempt("assess", "explanation") })),
  "dismissed breach": () => caseFor("security", viewOf(filled(breachIn("dismissed")), more())),
  "breach of its reporter": () =>
    caseFor("employee", viewOf(filled(breach), { ...more(), staleSince: 2, attempt: attempt("note", "text") })),
  consultation: () =>
    caseFor("dpo", viewOf(filled(consultationIn("answered")), { ...more(), attempt: attempt("note", "text") })),
  "authority answers": () =>
    authorityAnswersPage(frame("dpo"), filled(breach), {
      ...answering,
      controller: next(),
      contact: next(),
      dpo: next(),
    }),
  queue: () =>
    queuePage(frame("dpo"), {
      filter: { ...noFilter, reference: next(), cursor: next() },
      items: rows,
      next: next(),
      units: units.map(({ id }) => ({ id, name: next() })),
      unitName: next,
      names: new Map([["somebody-else", next()]]),
      isMovedAway: true,
    }),
  start: () => staffStartPage(frame("dpo")),
  kept: () => keptPage(frame("dpo"), "failed", { action: next(), fields: new Map([[next(), [next()]]]) }, next()),
  "signed out": () => signInAgainPage(frame("dpo"), { action: next(), fields: new Map([[next(), [next()]]]) }),
  outside: () => outsidePage(frame("dpo"), [{ id: "ext-prov", name: next(), because: [next()] }]),
};

let own: OwnBrowser;
beforeAll(async () => {
  own = await aBrowser();
});
afterAll(() => own?.close());

test("no text that anybody wrote runs as a script on any staff page, also without the policy that would stop it", {
  timeout: 300_000,
}, async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(500);
  // Nothing is served here, so there is no policy, and scripts may run.
  const context = await own.browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  let view = "";
  const ran: string[] = [];
  await page.exposeFunction("ran", () => ran.push(view));
  page.on("dialog", (dialog) => {
    ran.push(view);
    void dialog.dismiss();
  });
  await page.setContent(`<p>${payloads[0] ?? ""}</p><img src=x onerror=${call}>`);
  await expect.poll(() => ran.length).toBeGreaterThan(0);
  ran.length = 0;

  for (const [name, html] of Object.entries(views)) {
    view = name;
    const start = at;
    for (let round = 0; round < 400 && at - start < payloads.length; round += 1) {
      const text = html();
      await page.setContent(text, { waitUntil: "domcontentloaded" });
      await page.evaluate(() => {
        for (const each of document.querySelectorAll("details")) each.setAttribute("open", "");
        for (const each of document.querySelectorAll("a, input, textarea, button, select"))
          if (each instanceof HTMLElement) each.focus();
      });
    }
    expect(at - start, name).toBeGreaterThanOrEqual(name === "triage" ? 0 : 400);
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll("[href]")].filter((each) =>
            /^\s*javascript:/i.test(each.getAttribute("href") ?? ""),
          ).length,
      ),
      name,
    ).toBe(0);
  }
  await page.setContent("<p>Slut</p>");
  expect(ran).toEqual([]);
  console.log(
    `texts ${payloads.length}, pages ${Object.keys(views).length}, texts put in ${at}, run as a script ${ran.length}`,
  );
  await context.close();
});
