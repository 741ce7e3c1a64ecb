import type { Page } from "playwright-core";
import type { Language } from "../../shared/domain/language.ts";
import { formIn } from "../staff/colleague.ts";
import { ordinary, questionAt, type Typed } from "./citizen.ts";

const firstQuestion = { sv: "/sv/begaran/vad", en: "/en/request/what" } as const;

/**
 * Straight to where the answers are checked, or to the question named: the forms before it are sent without being shown, and the
 * last of them from the browser. For tests of what comes after; the way there is walked in others.
 */
export async function skipTo(
  page: Page,
  language: Language,
  answers: Typed = ordinary,
  { until }: { readonly until?: string } = {},
): Promise<void> {
  let html = await (await page.request.get(firstQuestion[language])).text();
  const passed = new Set<string>();
  for (;;) {
    const { action, fields } = formIn(html, (form) => form.includes('id="answers"'));
    if (passed.has(action)) throw new Error(`no way past ${action}`);
    passed.add(action);
    const typed = Object.entries(answers).filter(([name]) => html.includes(`name="${name}"`));
    const sent = [
      ...fields.filter(([held]) => !typed.some(([name]) => name === held)),
      ...typed.flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const)),
      ["action", "next"] as const,
    ];
    const answer = await page.request.post(action, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      data: new URLSearchParams(sent.map(([name, value]) => [name, value])).toString(),
    });
    html = await answer.text();
    const next = questionAt(/<form id="answers"[^>]* action="([^"]*)"/.exec(html)?.[1]);
    if (next !== undefined && next.id !== until) continue;
    await page.goto(firstQuestion[language]);
    await Promise.all([
      page.waitForEvent("domcontentloaded"),
      page.evaluate(
        ([to, all]) => {
          const form = document.createElement("form");
          Object.assign(form, { method: "post", action: to });
          for (const [name, value] of all)
            form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
          document.body.append(form);
          form.submit();
        },
        [action, sent] as const,
      ),
    ]);
    return;
  }
}
