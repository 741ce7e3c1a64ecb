/**
 * The page of the PDF in Typst. The report comes in as data (`sys.inputs.report`), so that nothing anybody wrote is ever
 * read as markup. Its fonts are the compiler's own, so the same report is the same bytes on every machine.
 */
export const pdfMarkup = String.raw`
#let report = json(bytes(sys.inputs.report))
#let accent = rgb("#1f4e79")
#let muted = rgb("#505a64")
#let rule = 0.5pt + rgb("#a6b4c2")
#let colours = (red: rgb("#f4b6b6"), orange: rgb("#f8cfa0"), yellow: rgb("#fff0a8"), green: rgb("#c9e7c9"))

#set document(title: report.title + ", " + report.about, author: report.cityName, date: none)
#set text(lang: "sv", region: "SE", font: "Libertinus Serif", fallback: false, size: 11pt, hyphenate: false)
#set par(leading: 0.7em, spacing: 1em)
#set table(inset: (x: 6pt, y: 5pt), stroke: rule)
#set page(
  paper: "a4",
  margin: (x: 2.5cm, top: 2.6cm, bottom: 2.3cm),
  header: context if here().page() > 1 { text(9pt, muted, report.cityName + " · " + report.title) },
  footer: context if here().page() > 1 {
    set text(9pt, muted)
    report.about
    h(1fr)
    "Sida " + str(here().page()) + " av " + str(counter(page).final().first())
  },
)
#show heading: set text(accent)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(17pt)
#show heading.where(level: 2): set text(13pt)
#show heading.where(level: 3): set text(11.5pt)
#show figure.caption: it => block(sticky: true, text(10pt, weight: "bold", it.body))
#show figure: set block(above: 1.2em, below: 1.2em)
#show figure.where(kind: table): set block(breakable: true)
#show figure: set align(start)
#set figure.caption(position: top)

#let said(words) = words.split("\n").join(linebreak())
#let sourced(words, source) = {
  said(words)
  if source != none { linebreak() + text(8.5pt, muted, source) }
}
#let number-like(words) = words.match(regex("^(\d|–$|Uppgift saknas$)")) != none

#let answers(block) = table(
  columns: (3fr, 2fr),
  table.header(strong[Fråga/kontroll], strong[Svar]),
  ..block.rows.map(row => (said(row.question), sourced(row.answer, row.source))).flatten(),
)

#let figures-table(block) = figure(
  kind: table,
  supplement: none,
  numbering: none,
  caption: block.caption,
  {
    let right-from = range(block.columns.len()).map(at => (
      at > 0 and block.rows.all(row => number-like(row.at(at))) and block.rows.any(row => row.at(at).match(regex("^\d")) != none)
    ))
    table(
      columns: if block.columns.len() > 5 { block.shares.map(share => share * 1fr) }
        else if block.columns.first() == "Rekommendation" { (1.3fr, 1fr, 1fr) }
        else { (2fr,) + (1fr,) * (block.columns.len() - 1) },
      align: (at, _) => if right-from.at(at) { end } else { start },
      fill: (_, y) => if y == 0 { rgb("#dce6f1") },
      table.header(..block.columns.map(name => strong(name))),
      ..block.rows.map(row => row.map(said)).flatten(),
    )
    if block.source != none { text(8.5pt, muted, block.source) }
  },
)

#let bars(chart, words) = figure(
  kind: image,
  supplement: none,
  numbering: none,
  caption: chart.title,
  alt: words,
  {
    let known = chart.series.map(series => series.values).flatten().filter(value => value != none)
    let most = calc.max(1, ..known)
    let shades = if chart.series.len() == 1 { (accent,) } else { (rgb("#9db4cc"), accent) }
    set text(10pt)
    grid(
      columns: (30%, 70%),
      row-gutter: 9pt,
      column-gutter: 8pt,
      align: horizon,
      ..range(chart.categories.len()).map(at => (
        chart.categories.at(at),
        stack(dir: ttb, spacing: 3pt, ..chart.series.enumerate().map(((which, series)) => {
          let value = series.values.at(at, default: none)
          let year = if chart.series.len() > 1 { series.name + ": " } else { "" }
          grid(
            columns: (if value == none { 0% } else { 70% * (value / most) }, auto),
            column-gutter: 4pt,
            align: horizon,
            rect(width: 100%, height: 11pt, fill: shades.at(which), stroke: none),
            year + series.words.at(at),
          )
        })),
      )).flatten(),
    )
  },
)

#let scale(block) = {
  std.block(breakable: false, table(
    columns: (3.2em, 5em, 1fr),
    align: (center + horizon, center + horizon, start + horizon),
    fill: (x, y) => if x < 2 and y > 0 { colours.at(block.steps.at(y - 1).mark) },
    table.header(strong[Vald], strong[Färg], strong[Bedömning]),
    ..block.steps.map(step => (if step.chosen { strong[x] } else { [–] }, step.name, step.text)).flatten(),
  ))
  if block.comment != none { par(said(block.comment)) }
}

#let shown(block) = {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { par(sourced(block.text, block.at("source", default: none))) }
  else if block.kind == "bullets" { list(..block.items.map(said)) }
  else if block.kind == "answers" { answers(block) }
  else if block.kind == "table" { figures-table(block) }
  else if block.kind == "chart" { bars(block.chart, block.words) }
  else if block.kind == "scale" { scale(block) }
  else { par(text(muted, emph("Här skriver dataskyddsombudet i utkastet (Word): " + block.about))) }
}

#v(6cm)
#text(14pt, muted, report.cityName)
#v(0.2cm)
#{ show title: set text(26pt, accent); title(report.title) }
#v(0.8cm)
#for line in report.cover [
  #par[#strong(line.at(0) + ":") #line.at(1)]
]
#pagebreak()
#outline(title: "Innehåll", depth: 2)
#for chapter in report.chapters {
  if chapter.blocks.len() > 4 { pagebreak(weak: true) }
  heading(level: 1, chapter.heading)
  for block in chapter.blocks { shown(block) }
}
`;
