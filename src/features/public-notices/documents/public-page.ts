import { fen, formatYuanShort } from '#core/money.ts';
import { day, toChineseDate } from '#core/plain-date.ts';

import type { HangingNotice, PublicNotice } from '../rules/public-notice-views.ts';

/**
 * The page behind the code on the sheet: plain HTML without a script, read by anybody and indexed by
 * nobody. Undefined is an address that was never given out.
 */
export function renderPublicPage(notice: PublicNotice | undefined): string {
  if (notice === undefined)
    return page('没有这份公示', paragraph('地址不正确，请核对公示表上的网址。'));
  switch (notice.state) {
    case 'hanging':
      return page(notice.title, hanging(notice));
    case 'planned':
      return page('公示尚未开始', paragraph(`本公示自${dayText(notice.startsOn)}起张贴。`));
    case 'ended':
      return page('公示已结束', paragraph('公示期已满或公示已撤销，名单不再显示。'));
  }
}

function hanging(notice: HangingNotice): string {
  const rows = notice.entries
    .map(
      ({ position, maskedName, workUnit, aidType, amountFen }) =>
        `<tr><td>${position}</td><td>${escape(maskedName)}</td><td>${escape(workUnit)}</td>` +
        `<td>${escape(aidType)}</td><td class="number">${formatYuanShort(fen(amountFen))}</td></tr>`,
    )
    .join('');
  return [
    paragraph(
      `${notice.unionName}对下列职工的救助申请进行了审核，现予公示。公示期自${dayText(notice.startsOn)}至` +
        `${dayText(notice.endsOn)}，共${notice.workingDays}个工作日（张贴当日不计）。`,
    ),
    '<div class="frame"><table><thead><tr><th>序号</th><th>姓名</th><th>工作单位</th><th>救助类型</th>',
    `<th class="number">金额（元）</th></tr></thead><tbody>${rows}</tbody></table></div>`,
    paragraph(
      `如有异议，请在公示期内反映。联系人：${notice.contact}。监督电话：${notice.complaintPhone}。`,
    ),
    paragraph(`张贴地点：${notice.place}`),
  ].join('');
}

function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

function dayText(text: string): string {
  return toChineseDate(day(text));
}

const STYLE = `body{margin:0;background:#f4f5f7;color:#1f2933;font:17px/1.7 "Noto Sans SC","Microsoft YaHei",sans-serif}
main{max-width:760px;margin:0 auto;padding:24px 18px;background:#fff;min-height:100vh;box-sizing:border-box}
h1{font-size:24px;text-align:center;border-bottom:2px solid #b3122a;padding-bottom:12px}
.frame{overflow-x:auto}table{width:100%;border-collapse:collapse;font-size:16px}
th,td{border:1px solid #9aa5b1;padding:6px 8px;text-align:left}th{background:#f0f2f5}
.number{text-align:right;white-space:nowrap}td:nth-child(2){white-space:nowrap}`;

function page(title: string, body: string): string {
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" />' +
    '<meta name="viewport" content="width=device-width, initial-scale=1" />' +
    '<meta name="robots" content="noindex, nofollow, noarchive" />' +
    `<title>${escape(title)}</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
