import type { Outcome } from "./outcome.ts";

/** How and on what the proof was run. */
export interface Run {
  readonly at: string;
  readonly commit: string;
  readonly form: "full" | "fast";
  readonly seed: number;
  readonly node: string;
  readonly cores: number;
  readonly minutes: number;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const words = { holds: "Håller", missed: "Håller inte", "not-run": "Inte prövat" } as const;
const tags = { holds: "govuk-tag--green", missed: "govuk-tag--red", "not-run": "govuk-tag--yellow" } as const;

const list = (items: readonly string[], lang?: string): string =>
  items.length === 0
    ? ""
    : `<ul class="govuk-list govuk-list--bullet"${lang === undefined ? "" : ` lang="${lang}"`}>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;

const rowOf = ({ id, what, state, figures, tests, failed, seconds, files, notShown }: Outcome): string => `
<section aria-labelledby="${id}">
  <h3 class="govuk-heading-m" id="${id}">${id} <strong class="govuk-tag ${tags[state]}">${words[state]}</strong></h3>
  <p class="govuk-body">${escaped(what)}</p>
  ${figures.length === 0 ? "" : `<p class="govuk-body govuk-!-margin-bottom-1"><strong>Siffror</strong></p>${list(figures, "en")}`}
  ${failed.length === 0 ? "" : `<p class="govuk-body govuk-!-margin-bottom-1"><strong>Test som inte höll</strong></p>${list(failed, "en")}`}
  <p class="govuk-body"><strong>Visas inte:</strong> ${escaped(notShown)}</p>
  <details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${tests} test på ${seconds} sekunder för ${id}</span></summary>
    <div class="govuk-details__text">${list(files)}</div>
  </details>
</section>`;

/**
 * The proof as one page that needs nothing beside it.
 * @param css the pages' own style sheet, compiled
 */
export function pageOf(run: Run, outcomes: readonly Outcome[], css: string): string {
  const count = (state: Outcome["state"]) => outcomes.filter((one) => one.state === state).length;
  const groups = Map.groupBy(outcomes, ({ group }) => group);
  const facts = [
    ["Kördes", `${run.at.slice(0, 16).replace("T", " kl. ")} UTC`],
    ["Version av koden", run.commit],
    ["Form", run.form === "full" ? "Hela provet" : "Det korta provet, med färre upprepningar"],
    ["Slumpfrö", `${run.seed} (INTAG_SEED=${run.seed} ger samma slump igen)`],
    ["Maskin", `Node ${run.node}, ${run.cores} kärnor, ${run.minutes} minuter`],
  ] as const;
  return `<!doctype html>
<html lang="sv" class="govuk-template">
<head>
<meta charset="utf-8">
<title>Bevis för tjänsten Intag</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${css.replaceAll("</", "<\\/")}</style>
</head>
<body class="govuk-template__body">
<a href="#main" class="govuk-skip-link">Till innehållet</a>
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
<h1 class="govuk-heading-xl">Bevis för tjänsten Intag</h1>
<p class="govuk-body-l">${count("holds")} av ${outcomes.length} löften håller. ${count("missed")} håller inte, ${count("not-run")} är inte prövade i den här körningen.</p>
<p class="govuk-body">Varje rad är ett löfte om tjänsten. Under den står siffrorna som proven räknade fram, och vad de inte visar. Siffrorna och testens namn är på engelska.</p>
<dl class="govuk-summary-list">${facts
    .map(
      ([name, value]) =>
        `<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${escaped(value)}</dd></div>`,
    )
    .join("")}</dl>
<table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--m">Alla löften</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Löfte</th><th scope="col" class="govuk-table__header">Utfall</th><th scope="col" class="govuk-table__header">Test</th></tr></thead>
<tbody class="govuk-table__body">${outcomes
    .map(
      ({ id, state, tests }) =>
        `<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><a class="govuk-link" href="#${id}">${id}</a></th><td class="govuk-table__cell">${words[state]}</td><td class="govuk-table__cell">${tests}</td></tr>`,
    )
    .join("")}</tbody>
</table>
${[...groups].map(([title, of]) => `<h2 class="govuk-heading-l">${escaped(title)}</h2>${of.map(rowOf).join("")}`).join("")}
</main>
</div>
</body>
</html>
`;
}
