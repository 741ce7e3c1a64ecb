/** The look of the report as a page: paper, screen, phone and dark. Without quotes and angle brackets, which HTML would escape. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1b2228;--paper:#fff;--muted:#505a64;--accent:#1f4e79;--line:#a6b4c2;--head:#dce6f1;--bar:#1f4e79;--before:#7f9bb8}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:50rem;font:1.0625rem/1.55 Arial,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
header{margin:1rem 0 2rem}
header p{margin:.25rem 0}
h1,h2,h3,h4{color:var(--accent);line-height:1.25;margin:2rem 0 .75rem}
h1{font-size:2rem;margin-top:.5rem}
h2{font-size:1.5rem;border-top:1px solid var(--line);padding-top:1.5rem}
h3{font-size:1.2rem}
h4{font-size:1.0625rem}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
nav ol{list-style:none;padding:0}
nav a{display:inline-block;padding:.2rem 0}
dl{margin:1rem 0}
dt{font-weight:bold}
dd{margin:0 0 .5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border:1px solid var(--line);padding:.45rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere;hyphens:auto}
thead th{background:var(--head)}
tbody th{font-weight:normal}
.answers{table-layout:fixed}
.answers th:first-child{width:60%}
.source{display:block;color:var(--muted);font-size:.875rem;margin:.25rem 0 0}
.to-write{color:var(--muted);font-style:italic}
.box{white-space:nowrap}
.red{background:#f4b6b6;color:#1b2228}
.orange{background:#f8cfa0;color:#1b2228}
.yellow{background:#fff0a8;color:#1b2228}
.green{background:#c9e7c9;color:#1b2228}
.chart td:last-child{width:50%}
.chart svg{display:block;width:100%;height:.9rem;margin-top:.2rem}
.now{fill:var(--bar)}
.before{fill:var(--before)}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--paper:#14191e;--muted:#aab6c2;--accent:#8fc1ee;--line:#4a5765;--head:#24313d;--bar:#8fc1ee;--before:#56708a}}
@media (max-width:30rem){h1{font-size:1.6rem}th,td{padding:.35rem .4rem}}
@media (max-width:40rem){
.wide thead,.answers thead{display:none}
.wide,.wide *,.answers,.answers tbody,.answers tr,.answers th,.answers td{display:block}
.answers th:first-child{width:auto}
.wide tbody th,.answers tbody th{font-weight:bold;background:var(--head)}
.wide td,.answers td{border-top:0}
.wide td{display:flex;justify-content:space-between;gap:1rem}
.wide td::before{content:attr(data-name)}
.wide tr,.answers tr{margin-bottom:.75rem}
}
@media print{:root{--ink:#000;--paper:#fff;--muted:#444;--accent:#1f4e79;--line:#888;--head:#eee;--bar:#1f4e79;--before:#7f9bb8}nav{display:none}body{max-width:none;padding:0;font-size:11pt}h2{break-before:page;border:0}tr{break-inside:avoid}.red,.orange,.yellow,.green,.now,.before,thead th{print-color-adjust:exact}}
`;
