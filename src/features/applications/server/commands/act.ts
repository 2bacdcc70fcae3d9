import { refusal } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { ActInput } from '../../rules/application-inputs.ts';
import type { ActInput as Act } from '../../rules/application-inputs.ts';
import { decideAct } from '../../rules/decide-act.ts';
import type { Finding } from '../../rules/judge-application.ts';
import { resolveTarget } from '../../rules/resolve-target.ts';
import { TRANSITIONS } from '../../rules/transitions.ts';
import { judgeCase, toActGround } from '../act-ground.ts';
import type { Desk } from '../act-ground.ts';
import { getApplication, getForChange } from '../application-row.ts';
import { assertFileOfCase } from '../case-files.ts';
import { openFundChooser } from '../choose-fund.ts';
import { findMinimumLiving, loadCase } from '../load-cases.ts';
import type { LoadedCase } from '../load-cases.ts';
import { lockHouseholds } from '../lock-households.ts';
import { writeActs } from '../write-acts.ts';

export interface ActRequest {
  readonly id: number;
  readonly input: Act;
  readonly desk: Desk;
}

/**
 * Does one act on an application: judged by the table, the rules and the duties of that moment, and kept
 * as a step that is never changed.
 * @throws AppError `not_found` `application.unknown`, `conflict` `application.changed_meanwhile` or with
 *   every reason against it.
 */
export async function actOnApplication(
  context: Context,
  { id, input, desk }: ActRequest,
): Promise<void> {
  const application = await getForChange(context, { id, version: input.version });
  // What a family was granted must not change between the judging and the granting.
  if (input.action === 'approve') await lockHouseholds(context, [application.householdId]);
  const loaded = await loadCase(context, application);
  const judged = TRANSITIONS[input.action].isJudged
    ? judgeCase(loaded, findingOf(input, loaded), {
        now: context.now,
        minimumLivingFen: await findMinimumLiving(context),
      })
    : null;
  const ground = toActGround(context, loaded, desk, judged?.judgement ?? null);
  const decision = decideAct(input.action, input, ground);
  if (!decision.ok) throw refusal(decision.reasons);
  const target = resolveTarget(input.action, ground);
  if (target === undefined) throw new Error('an allowed act leads nowhere');
  if (input.override !== null) await assertFileOfCase(context, id, input.override.fileId);
  const sourceId = input.action === 'approve' ? await chooseFund(context, loaded, input) : null;
  await writeActs(context, [{ loaded, input: { ...input, sourceId }, desk, target, judged }]);
}

/** @throws AppError `conflict` `fund.no_source`, `fund.no_room`, `fund.unfit_source`. */
async function chooseFund(
  context: Context,
  loaded: LoadedCase,
  { amountFen, sourceId }: Act,
): Promise<number> {
  if (amountFen === null) throw new Error('nothing was granted');
  const chooser = await openFundChooser(context, [loaded]);
  const choice = chooser.choose(loaded, { amountFen, sourceId });
  if (!choice.ok) throw refusal(choice.reasons);
  return choice.source.id;
}

/** What the program does when a notice has hung its time. @throws AppError as `actOnApplication`. */
export async function actAsProgram(
  context: Context,
  {
    id,
    action,
  }: { readonly id: number; readonly action: 'end_grassroots_notice' | 'end_district_notice' },
): Promise<void> {
  const { version } = await getApplication(context, id);
  const input = ActInput.parse({ action, version });
  await actOnApplication(context, { id, input, desk: { seat: 'district', as: 'program' } });
}

/** What the tier at work says; a special reason once given stays. */
export function findingOf(
  {
    amountFen,
    meetsConditions,
    specialReason,
  }: Pick<Act, 'amountFen' | 'meetsConditions' | 'specialReason'>,
  { application }: LoadedCase,
): Finding {
  return {
    amountFen,
    meetsConditions,
    specialReason: specialReason ?? application.specialReason,
  };
}
