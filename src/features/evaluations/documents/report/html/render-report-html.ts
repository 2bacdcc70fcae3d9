import type { Heading, ReportModel } from '../report-model.ts';
import { blockHtml } from './block-html.ts';
import { escapeHtml } from './escape-html.ts';
import { REPORT_CSS } from './report-css.ts';

/** Nothing may be fetched and no script may run, whatever the text of the report contains. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one self-contained web page that also prints on A4; equal models give equal text. */
export function renderReportHtml(model: ReportModel): string {
  const title = escapeHtml(model.title + model.subtitle);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="author" content="${escapeHtml(model.organization)}">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<style>${REPORT_CSS}${pageNotice(model.notice)}</style>
</head>
<body>
<a class="skip-link" href="#report">跳到正文</a>
${model.notice === null ? '' : `<header class="notice">${escapeHtml(model.notice)}</header>`}
<div class="layout">
${contents(model)}
<main id="report" tabindex="-1">
${cover(model)}
${model.blocks.map(blockHtml).join('\n')}
</main>
</div>
</body>
</html>
`;
}

/** On paper the notice stands at the head of every page, the first one included. */
function pageNotice(notice: string | null): string {
  if (notice === null) return '';
  return `@page { @top-center { content: ${cssString(notice)}; font: 9pt sans-serif; color: #8a1c1c; } }
@media print { .notice { display: none; } }
`;
}

/** Every character by its number, so that no text can end the string or the style sheet. */
function cssString(text: string): string {
  return `"${Array.from(text, (character) => `\\${character.codePointAt(0)?.toString(16)} `).join('')}"`;
}

function cover(model: ReportModel): string {
  const department =
    model.department === null ? '' : `<p>项目主管部门：${escapeHtml(model.department)}</p>`;
  return `<header class="cover">
<p class="title">${escapeHtml(model.title)}<br>${escapeHtml(model.subtitle)}</p>
<div class="imprint">${department}<p>${escapeHtml(model.organization)}</p><p>${escapeHtml(model.dateText)}</p></div>
</header>`;
}

/** Contents of all levels; deeper ones are indented by style, so that any order of levels stays a valid list. */
function contents(model: ReportModel): string {
  const headings = model.blocks.filter((block) => block.kind === 'heading');
  return `<nav class="contents" aria-labelledby="contents-title">
<p class="contents-title" id="contents-title">目录</p>
<ol>
${headings.map(contentsEntry).join('\n')}
</ol>
</nav>`;
}

function contentsEntry({ level, id, text }: Heading): string {
  return `<li class="level-${level}"><a href="#${encodeURIComponent(id)}">${escapeHtml(text)}</a></li>`;
}
