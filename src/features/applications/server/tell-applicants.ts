import { addNotice } from '#features/notices/server/commands.ts';
import type { Context } from '#platform/context.ts';

import { APPLICATION_NOTICE_TEXTS, OWN_NEWS } from '../messages.ts';
import type { AllowedAct } from './write-acts.ts';

/** Tells workers with an account of their own what was done to their case; the program's acts are told too. */
export async function tellApplicants(context: Context, acts: readonly AllowedAct[]): Promise<void> {
  for (const { loaded, input, desk } of acts) {
    const { id, number, applicantAccountId: accountId } = loaded.application;
    const { action } = input;
    if (accountId === null || desk.as === 'own' || !Object.hasOwn(OWN_NEWS, action)) continue;
    await addNotice(context, APPLICATION_NOTICE_TEXTS, {
      accountId,
      code: 'application.own_news',
      params: { number, action },
      link: `/my/applications/${id}`,
    });
  }
}
