import type { Context } from '#platform/context.ts';
import type { Api } from '#platform/http/api.ts';
import { toDisposition } from '#platform/http/name-download.ts';

import { PUBLIC_NOTICE_ROUTES as ROUTES } from '../contract.ts';
import { renderNoticeSheet } from '../documents/notice-sheet.ts';
import { renderPublicPage } from '../documents/public-page.ts';
import { cancelNotice } from './commands/cancel-notice.ts';
import { addObjection, answerObjection, revealObjector } from './commands/objections.ts';
import { putUpNotice } from './commands/put-up-notice.ts';
import type { NoticeKeys } from './notice-keys.ts';
import { getNotice, listNotices } from './notice-rows.ts';
import { readPublicPage } from './read-page.ts';
import { listCandidates } from './waiting-cases.ts';

/** Public notices: the desk's side of them, and the page for everybody. */
export function addPublicNoticeRoutes(api: Api, keys: NoticeKeys): void {
  api.bind(ROUTES.list, (context, { query }) => listNotices(context, query));
  api.bind(ROUTES.candidates, (context, { query }) => listCandidates(context, query.tier));
  api.bind(ROUTES.get, (context, { params }) => getNotice(context, params.id));
  api.bind(ROUTES.putUp, async (context, { body }) =>
    getNotice(context, await putUpNotice(context, body)),
  );
  api.bind(ROUTES.cancel, async (context, { params: { id }, body }) => {
    await cancelNotice(context, { id, ...body });
    return getNotice(context, id);
  });
  api.bind(ROUTES.addObjection, async (context, { params: { id }, body }) => {
    await addObjection(context, keys, { id, objection: body });
    return getNotice(context, id);
  });
  api.bind(ROUTES.answerObjection, async (context, { params, body }) => {
    await answerObjection(context, { ...params, ...body });
    return getNotice(context, params.id);
  });
  api.bind(ROUTES.revealObjector, (context, { params, body }) =>
    revealObjector(context, keys, { ...params, ...body }),
  );
  addPrintRoutes(api);
}

function addPrintRoutes(api: Api): void {
  api.bindRaw(ROUTES.sheet, async (context, { params }, { reply }) => {
    const bytes = await printSheet(context, params.id);
    reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': toDisposition('inline', '公示表.pdf'),
    });
    return bytes;
  });
  api.bindRaw(ROUTES.page, async (context, { params }, { reply }) => {
    const page = await readPublicPage(context, params.token);
    reply.headers({ 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': ROBOTS });
    reply.status(page === undefined ? 404 : page.state === 'ended' ? 410 : 200);
    return renderPublicPage(page);
  });
}

const ROBOTS = 'noindex, nofollow, noarchive, nosnippet';

async function printSheet(context: Context, id: number): Promise<Buffer> {
  const notice = await getNotice(context, id);
  await context.record({ subjectId: id, after: { count: notice.entryCount } });
  return Buffer.from(renderNoticeSheet(notice));
}
