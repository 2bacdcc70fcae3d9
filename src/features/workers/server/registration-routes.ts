import { AppError } from '#core/app-error.ts';
import { classStandardsOn } from '#features/households/rules/class-standards.ts';
import { findPolicyInForce } from '#features/policies/server/commands/load-policy.ts';
import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { Api } from '#platform/http/api.ts';

import { REGISTRATION_ROUTES as ROUTES } from '../contract.ts';
import { judgeSelfTest, listQuestions } from '../rules/self-test.ts';
import type { SelfTestGround } from '../rules/self-test.ts';
import { greetInvited, registerInvited } from './registration/by-invitation.ts';
import { registerMember, requestCode } from './registration/by-member.ts';
import type { WorkerDependencies } from './worker-dependencies.ts';

/** Before an account. */
export function addRegistrationRoutes(api: Api, dependencies: WorkerDependencies): void {
  api.bindStaged(ROUTES.ways, async () => ({ isBySms: dependencies.isBySms }));
  api.bindStaged(ROUTES.checkInvitation, (stages, { body }) =>
    greetInvited(stages, dependencies, body.code),
  );
  api.bindStaged(ROUTES.byInvitation, (stages, { body }) =>
    registerInvited(stages, dependencies, body),
  );
  api.bindStaged(ROUTES.requestCode, (stages, { body }) => requestCode(stages, dependencies, body));
  api.bindStaged(ROUTES.byMember, (stages, { body }) => registerMember(stages, dependencies, body));
  api.bind(ROUTES.selfTest, async (context) => listQuestions(await loadGround(context)));
  api.bind(ROUTES.answerSelfTest, async (context, { body }) =>
    judgeSelfTest(body, await loadGround(context)),
  );
}

/** Rules and figures of today, open to everybody. @throws AppError `conflict` `application.no_policy`. */
async function loadGround({ transaction, now }: Context): Promise<SelfTestGround> {
  const on = toChinaDay(now);
  const policy = await findPolicyInForce(transaction, on);
  if (policy === undefined) throw new AppError('conflict', 'application.no_policy');
  const standards = classStandardsOn(await loadSettings(transaction, on), on);
  return { policy: policy.version, standards, on };
}
