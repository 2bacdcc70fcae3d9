import type { Api } from '#platform/http/api.ts';

import { NOTICE_ROUTES, OUTBOX_ROUTES } from '../contract.ts';
import { markRead, retryMessage } from './commands.ts';
import { getMessage, listMessages } from './outbox-queries.ts';
import { countUnread, listNotices } from './queries.ts';
import type { ExplainNotice } from './queries.ts';

export interface NoticeRouteDependencies {
  /** Of all features together. */
  readonly explainNotice: ExplainNotice;
}

export function addNoticeRoutes(api: Api, { explainNotice }: NoticeRouteDependencies): void {
  api.bind(NOTICE_ROUTES.list, (context, { query }) => listNotices(context, query, explainNotice));
  api.bind(NOTICE_ROUTES.countUnread, countUnread);
  api.bind(NOTICE_ROUTES.markRead, async (context, { params }) => {
    await markRead(context, params);
    return countUnread(context);
  });
  api.bind(NOTICE_ROUTES.markAllRead, async (context, { body }) => {
    await markRead(context, body);
    return countUnread(context);
  });
}

export function addOutboxRoutes(api: Api): void {
  api.bind(OUTBOX_ROUTES.list, (context, { query }) => listMessages(context, query));
  api.bind(OUTBOX_ROUTES.retry, async (context, { params, body }) => {
    await retryMessage(context, { id: params.id, reason: body.reason });
    return getMessage(context, params.id);
  });
}
