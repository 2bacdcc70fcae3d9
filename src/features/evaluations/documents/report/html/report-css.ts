/** The look of the web page; the last part is for paper. */
export const REPORT_CSS = `
:root {
  --ink: #1f2733; --quiet: #4f5b6a; --rule: #aab4c0; --strong-rule: #3c4a5a; --head: #e8eef5; --total: #f5f7fa;
  --accent: #1f4e79; --warning: #8a1c1c;
  --sans: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
  --serif: "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
  color-scheme: light;
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #eef1f5; color: var(--ink); font: 1.0625rem/1.9 var(--sans); overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid #2f6fb0; outline-offset: 2px; }
.skip-link { position: absolute; left: -999rem; top: 0; z-index: 2; padding: .5rem 1rem; background: #fff; }
.skip-link:focus { left: .5rem; top: .5rem; }
.notice { margin: 0; padding: .35rem 1rem; background: #fbeeee; color: var(--warning); font-size: .875rem; text-align: center; }
.layout { max-width: 78rem; margin: 0 auto; padding: 1.5rem; display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 1.5rem; align-items: start; }
main { background: #fff; padding: 3rem 4rem 5rem; box-shadow: 0 1px 4px rgb(31 39 51 / 18%); }
main:focus { outline: none; }

.contents { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; padding: 1rem 1.25rem 1.25rem; background: #fff; box-shadow: 0 1px 4px rgb(31 39 51 / 18%); font-size: .9rem; line-height: 1.5; }
.contents-title { margin: 0 0 .5rem; font-weight: 700; font-size: 1.0625rem; letter-spacing: .5em; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { display: block; padding: .2rem .4rem; color: var(--ink); text-decoration: none; border-radius: 3px; }
.contents a:hover { background: var(--head); color: var(--accent); text-decoration: underline; }
.contents .level-1 { font-weight: 600; margin-top: .35rem; }
.contents .level-2 { padding-left: 1em; }
.contents .level-3 { padding-left: 2.25em; }
.contents .level-4 { padding-left: 3.25em; }
.contents .level-3, .contents .level-4 { font-size: .85rem; color: var(--quiet); }

.cover { padding: 3rem 0 2.5rem; margin-bottom: 1.5rem; border-bottom: 2px solid var(--strong-rule); text-align: center; }
.cover .title { margin: 0 0 2rem; font: 700 1.9rem/1.55 var(--serif); letter-spacing: .03em; text-wrap: balance; }
.imprint p { margin: 0; }
h1, h2, h3, h4 { line-height: 1.5; margin: 1.6em 0 .5em; font-family: var(--sans); }
h1 { font-size: 1.4rem; margin-top: 2.2em; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1.0625rem; }
h4 { font-size: 1.0625rem; font-weight: 500; }
h1 + h2, h2 + h3, h3 + h4 { margin-top: .5em; }
p, .items li { margin: 0 0 .55em; text-align: justify; text-indent: 2em; white-space: pre-line; }
.cover p, .note, .contents p { text-indent: 0; }
.cover p { text-align: center; }
.items { list-style: none; margin: 0; padding: 0; }

.scroll { overflow-x: auto; }
.table-block, figure { margin: 1.4rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.55; font-variant-numeric: tabular-nums; border-bottom: 2px solid var(--strong-rule); }
caption { padding-bottom: .3rem; }
.caption, figcaption { display: block; font-weight: 700; font-size: 1rem; text-align: center; }
figcaption { margin-top: .4rem; }
.unit { display: block; text-align: right; font-size: .85rem; color: var(--quiet); }
th, td { padding: .35rem .55rem; border: 1px solid var(--rule); vertical-align: middle; }
th:first-child, td:first-child { border-left: 0; }
th:last-child, td:last-child { border-right: 0; }
thead th { min-width: 5.4em; background: var(--head); border-top: 2px solid var(--strong-rule); font-weight: 700; text-align: center; }
tbody th { font-weight: 400; text-align: center; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; white-space: nowrap; }
.total th, .total td { font-weight: 700; background: var(--total); }
.note { margin: .4rem 0 0; font-size: .85rem; line-height: 1.6; color: var(--quiet); }
figure svg { display: block; width: 100%; min-width: 30rem; max-width: 46rem; height: auto; margin: 0 auto; }
figure svg text { font-family: var(--sans) !important; }

@media (max-width: 60rem) {
  .layout { display: block; padding: 0; }
  .contents { position: static; max-height: none; padding: 1rem; box-shadow: none; border-bottom: 1px solid var(--rule); }
  .contents :is(.level-2, .level-3, .level-4) { display: none; }
  .contents a { padding: .5rem .4rem; }
  main { padding: 1rem 1rem 3rem; box-shadow: none; }
  .cover { padding: 1.5rem 0; }
  .cover .title { font-size: 1.5rem; }
  p, .items li, .caption, .unit { text-align: left; }
}

@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt serif; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt serif; } }
@page :first { @bottom-right { content: none; } }
@media print {
  body { background: none; color: #000; font: 16pt/28.95pt var(--serif); }
  .skip-link, .contents { display: none; }
  .notice { background: none; font-size: 9pt; line-height: 1.4; padding: 0; }
  .layout { display: block; max-width: none; padding: 0; }
  main { padding: 0; box-shadow: none; }
  .cover { height: 205mm; margin: 0; padding: 30mm 0 10mm; border: 0; display: flex; flex-direction: column; justify-content: space-between; break-after: page; }
  .cover .title { font-size: 22pt; line-height: 1.6; }
  h1, h2, h3, h4 { font-size: 16pt; line-height: 28.95pt; margin: 0; text-indent: 2em; break-after: avoid; }
  :is(h1, h2, h3) + :is(h2, h3, h4) { margin: 0; }
  h1 { margin-top: 14pt; }
  h2 { font-weight: 400; }
  h3, h4 { font-family: var(--serif); }
  h4 { font-weight: 400; }
  p, .items li { margin: 0; text-align: justify; orphans: 2; widows: 2; }
  .starts-page { break-before: page; margin-top: 0; text-indent: 0; }
  .scroll { overflow: visible; }
  .table-block, figure { margin: 12pt 0; }
  table { min-width: 0 !important; font-size: 9.5pt; line-height: 1.4; }
  th, td { padding: 2.5pt 4pt; }
  thead { display: table-header-group; }
  thead th { min-width: 0; padding-inline: 1pt; font-family: var(--sans); }
  thead th, .total th, .total td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, figure { break-inside: avoid; }
  caption { break-after: avoid; }
  .caption, figcaption { font: 700 12pt/1.5 var(--sans); }
  .unit { font-size: 10pt; line-height: 1.4; }
  .note { font-size: 9pt; line-height: 1.4; }
  figure svg { min-width: 0; max-width: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
