import { AppError } from '#core/app-error.ts';
import { maskName } from '#core/mask-personal.ts';
import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { toCitationText } from '#features/policies/messages.ts';
import type { Context } from '#platform/context.ts';

import { renderRefusalLetter } from '../../documents/refusal-letter.ts';
import type { RefusalLetter } from '../../documents/refusal-letter.ts';
import type { Judgement, StepView } from '../../rules/application-views.ts';
import { findContestEnd } from '../../rules/decide-act.ts';
import { findRefusal } from '../../rules/opinion-boxes.ts';
import { judgeCase, toActGround } from '../act-ground.ts';
import { getApplication } from '../application-row.ts';
import type { StoredApplication } from '../application-row.ts';
import { mayReadFamilies } from '../find-seats.ts';
import { listSteps } from '../list-steps.ts';
import { findMinimumLiving, loadCase } from '../load-cases.ts';
import type { LoadedCase } from '../load-cases.ts';
import { readApplicationRows } from '../read-application-rows.ts';
import { findPrintMark } from './print-mark.ts';

/**
 * The letter to an applicant who was refused.
 * @throws AppError `not_found` `application.unknown`, `conflict` `application.not_refused`.
 */
export async function printRefusal(context: Context, id: number): Promise<Buffer> {
  const letter = await readLetter(context, await getApplication(context, id));
  const { number, unionId } = letter.application;
  await context.record({ subjectId: id, unionId, after: { number } });
  return Buffer.from(renderRefusalLetter(letter, await findPrintMark(context)));
}

async function readLetter(
  context: Context,
  application: StoredApplication,
): Promise<RefusalLetter> {
  const { id, state, aidClass, applicantName, appliedOn } = application;
  const steps = (await listSteps(context, [id])).get(id) ?? [];
  const refusal = findRefusal(steps);
  const isRefused = state === 'refused' || state === 'reexamination';
  if (!isRefused || refusal === null || appliedOn === null) {
    throw new AppError('conflict', 'application.not_refused');
  }
  const [row] = await readApplicationRows(context, [id]);
  if (row === undefined) throw new Error('an application lost its row');
  const loaded = await loadCase(context, application);
  const { title, classes, clocks } = loaded.policy;
  const until = findContestEnd(toActGround(context, loaded, { seat: 'filing' }, null));
  const isUpheld = steps.some(
    ({ action, number }) => action === 'uphold' && number > refusal.number,
  );
  return {
    application: row,
    applicantName: (await mayReadFamilies(context)) ? applicantName : maskName(applicantName),
    appliedOn,
    refusal,
    refusedOn: day(refusal.happenedOn),
    reasons: await judgeThen(context, loaded, { refusal, steps }),
    policyTitle: title,
    citation: aidClass === null ? null : toCitationText(classes[aidClass].citation),
    reexamination:
      until === null || isUpheld
        ? null
        : {
            until,
            requestDays: clocks.reexaminationRequestDays,
            answerDays: clocks.reexaminationDays,
          },
  };
}

interface Refused {
  readonly refusal: StepView;
  readonly steps: readonly StepView[];
}

/** What the rules said against it on the day of the refusal, with what was found and granted by then. */
async function judgeThen(
  context: Context,
  loaded: LoadedCase,
  { refusal, steps }: Refused,
): Promise<Judgement['reasons']> {
  const now = new Date(refusal.happenedAt);
  const { proposedFen, requestedFen, specialReason } = loaded.application;
  const before = steps.filter(({ number }) => number <= refusal.number);
  const meetsConditions =
    before.findLast((step) => step.meetsConditions !== null)?.meetsConditions ?? true;
  const amountFen = refusal.amountFen === null ? null : fen(refusal.amountFen);
  const earlierAid = loaded.facts.earlierAid.filter(
    ({ approvedOn }) => approvedOn <= refusal.happenedOn,
  );
  const { judgement } = judgeCase(
    { ...loaded, facts: { ...loaded.facts, earlierAid } },
    { amountFen: amountFen ?? proposedFen ?? requestedFen, meetsConditions, specialReason },
    { now, minimumLivingFen: await findMinimumLiving({ ...context, now }) },
  );
  // What was merely not known is no ground of a refusal.
  return judgement.reasons.filter(
    ({ severity, code }) => severity === 'block' && code !== 'fact_missing',
  );
}
