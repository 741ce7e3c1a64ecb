import { createHash } from "node:crypto";
import { render } from "preact-render-to-string";
import { markNames } from "./area-texts.ts";
import { HtmlChart } from "./html-chart.tsx";
import { htmlStyle } from "./html-style.ts";
import type { Block, Chapter, ReportDocument } from "./report-document.ts";
import { writable } from "./writable.ts";

/** The one style sheet in the page, as a policy names it. */
export const htmlStyleHash = `sha256-${createHash("sha256").update(htmlStyle).digest("base64")}`;

/**
 * The report as one page that needs nothing else: no script, no picture or font from elsewhere, and a policy of its own
 * that allows none.
 */
export const htmlReport = (report: ReportDocument): Uint8Array =>
  Buffer.from(`<!doctype html>\n${render(<Page report={report} />)}\n`);

const Page = ({ report }: { readonly report: ReportDocument }) => {
  const { title, cityName, about, cover, chapters } = report;
  return (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="content-security-policy" content={`default-src 'none'; style-src '${htmlStyleHash}'`} />
        <title>{writable(`${title}, ${about}`)}</title>
        <style>{htmlStyle}</style>
      </head>
      <body>
        <header>
          <p>{writable(cityName)}</p>
          <h1>{title}</h1>
          <dl>
            {cover.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{writable(value)}</dd>
              </div>
            ))}
          </dl>
        </header>
        <nav aria-label="Innehåll">
          <ol>
            {chapters.map(({ heading }, at) => (
              <li key={heading}>
                <a href={`#kapitel-${at + 1}`}>{heading}</a>
              </li>
            ))}
          </ol>
        </nav>
        <main>
          {chapters.map((chapter, at) => (
            <ChapterOf key={chapter.heading} chapter={chapter} id={`kapitel-${at + 1}`} />
          ))}
        </main>
      </body>
    </html>
  );
};

const ChapterOf = ({ chapter, id }: { readonly chapter: Chapter; readonly id: string }) => (
  <section id={id} aria-labelledby={`${id}-rubrik`}>
    <h2 id={`${id}-rubrik`}>{chapter.heading}</h2>
    {chapter.blocks.map((block, at) => (
      // The blocks of a chapter have no name of their own and never move.
      <BlockOf key={at} block={block} id={`${id}-${at + 1}`} />
    ))}
  </section>
);

/** The text with its lines as they were written. */
const Words = ({ text }: { readonly text: string }) => (
  <>
    {writable(text)
      .split(/\r\n|\r|\n/)
      .flatMap((line, at) => (at === 0 ? [line] : [<br key={`${at}`} />, line]))}
  </>
);

const Source = ({ source }: { readonly source: string | null | undefined }) =>
  source === null || source === undefined ? null : <small class="source">{writable(source)}</small>;

const BlockOf = ({ block, id }: { readonly block: Block; readonly id: string }) => {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case "paragraph":
      return (
        <p>
          <Words text={block.text} />
          <Source source={block.source} />
        </p>
      );
    case "bullets":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case "answers":
      return <Answers block={block} />;
    case "table":
      return <Figures block={block} />;
    case "chart":
      return <HtmlChart chart={block.chart} id={`${id}-rubrik`} />;
    case "scale":
      return <Scale block={block} />;
    case "to-write":
      return <p class="to-write">{`Här skriver dataskyddsombudet i utkastet (Word): ${block.about}`}</p>;
  }
};

type Of<Kind extends Block["kind"]> = { readonly block: Extract<Block, { readonly kind: Kind }> };

const Answers = ({ block }: Of<"answers">) => (
  <table class="answers">
    <thead>
      <tr>
        <th scope="col">Fråga/kontroll</th>
        <th scope="col">Svar</th>
      </tr>
    </thead>
    <tbody>
      {block.rows.map(({ question, answer, source }) => (
        <tr key={question}>
          <th scope="row">{question}</th>
          <td>
            {writable(answer)}
            <Source source={source} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Figures = ({ block }: Of<"table">) => (
  <>
    {/* On a phone a wide table is shown a row at a time, each number with the name of its column. */}
    <table class={block.columns.length > 4 ? "wide" : undefined}>
      <caption>{block.caption}</caption>
      <thead>
        <tr>
          {block.columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(([first = "", ...rest]) => (
          <tr key={first}>
            <th scope="row">
              <Words text={first} />
            </th>
            {rest.map((text, at) => (
              <td key={block.columns[at + 1]} data-name={block.columns[at + 1]}>
                <Words text={text} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <Source source={block.source} />
  </>
);

const Scale = ({ block }: Of<"scale">) => (
  <>
    <table>
      <thead>
        <tr>
          <th scope="col">Vald</th>
          <th scope="col">Bedömning</th>
        </tr>
      </thead>
      <tbody>
        {block.steps.map(({ mark, text, chosen }) => (
          <tr key={mark}>
            <td class={`box ${mark}`}>{`${chosen ? "☒" : "☐"} ${markNames[mark]}${chosen ? " (vald)" : ""}`}</td>
            <th scope="row">{text}</th>
          </tr>
        ))}
      </tbody>
    </table>
    {block.comment === null ? null : (
      <p>
        <Words text={block.comment} />
      </p>
    )}
  </>
);
