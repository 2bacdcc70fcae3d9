import { addNotices } from '#features/notices/server/commands.ts';
import type { Context } from '#platform/context.ts';

import { APPLICATION_NOTICE_TEXTS, OWN_NEWS } from '../messages.ts';
import type { AllowedAct } from './write-acts.ts';

/** Tells workers with an account of their own what was done to their case. */
export async function tellApplicants(context: Context, acts: readonly AllowedAct[]): Promise<void> {
  const notices = acts.flatMap(({ loaded, input, desk }) => {
    const { id, number, applicantAccountId: accountId } = loaded.application;
    const { action } = input;
    if (accountId === null || desk.as === 'own' || !Object.hasOwn(OWN_NEWS, action)) return [];
    const params = { number, action };
    return [
      { accountId, code: 'application.own_news', params, link: `/my/applications/${id}` } as const,
    ];
  });
  await addNotices(context, APPLICATION_NOTICE_TEXTS, notices);
}
