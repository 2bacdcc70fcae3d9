import { sql } from 'kysely';
import type { Insertable } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { yearOf } from '#core/plain-date.ts';
import { releaseFunds, reserveFunds } from '#features/funds/server/commands/move-case-funds.ts';
import type { AidFacts } from '#features/policies/rules/aid-decision.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';
import { insertRows } from '#platform/database/insert-rows.ts';
import type { DB } from '#platform/database/schema.ts';

import type { ActInput } from '../rules/application-inputs.ts';
import type { Judgement } from '../rules/application-views.ts';
import { findClockDays, moveClock } from '../rules/clock.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import type { ApplicationState } from '../rules/states.ts';
import { toDuty } from '../rules/tiers.ts';
import type { Desk } from './act-ground.ts';
import { findMinimumLiving } from './load-cases.ts';
import type { LoadedCase } from './load-cases.ts';
import { tellApplicants } from './tell-applicants.ts';

/** An act that was allowed, with all that is written of it. */
export interface AllowedAct {
  readonly loaded: LoadedCase;
  readonly input: Omit<ActInput, 'version'>;
  readonly desk: Desk;
  readonly target: ResolvedTarget;
  readonly judged: { readonly judgement: Judgement; readonly aidFacts: AidFacts } | null;
}

/**
 * Writes acts: the new state of each application, its step, what was granted, and the log; with few
 * statements however many they are. @throws AppError `conflict` where the database itself refuses.
 */
export async function writeActs(context: Context, acts: readonly AllowedAct[]): Promise<void> {
  const { transaction, now } = context;
  const today = toChinaDay(now);
  const signer = await findSigner(context);
  await translating(async () => {
    await insertRows(transaction, {
      table: 'applicationSteps',
      rows: acts.map((act) => toStep(act, { ...signer, today })),
    });
    await insertRows(transaction, {
      table: 'aidApprovals',
      rows: await listApprovals(context, acts, today),
    });
    await updateRows(
      context,
      acts.map((act) => toNewRow(act, today)),
    );
  });
  await moveFunds(context, acts, today);
  await tellApplicants(context, acts);
  await context.recordAll(acts.map(toNote));
}

/** What is granted takes its money at once; what is granted no longer gives it back. */
async function moveFunds(
  context: Context,
  acts: readonly AllowedAct[],
  today: PlainDate,
): Promise<void> {
  const wishes = acts.flatMap(({ loaded, input: { action, sourceId, amountFen } }) =>
    action === 'approve' && sourceId !== null && amountFen !== null
      ? [{ applicationId: loaded.application.id, sourceId, amountFen }]
      : [],
  );
  await reserveFunds(context, wishes, today);
  const ended = acts.filter(
    ({ loaded, target }) => KEEPING.has(loaded.application.state) && !KEEPING.has(target.state),
  );
  const applicationIds = ended.map(({ loaded }) => loaded.application.id);
  if (ended.length > 0) await releaseFunds(context, { applicationIds, on: today });
}

/** States of cases that hold money or have had it. */
const KEEPING: ReadonlySet<ApplicationState> = new Set<ApplicationState>([
  'awaiting_payment',
  'paying',
  'payment_failed',
  'paid',
  'archived',
]);

interface Signer {
  readonly actorId: number | null;
  readonly actorName: string;
  readonly actorUnion: string;
}

async function findSigner({ transaction, actor }: Context): Promise<Signer> {
  const union = await transaction
    .selectFrom('unions')
    .select('name')
    .where('id', '=', actor.unionId ?? 0)
    .executeTakeFirst();
  return { actorId: actor.accountId, actorName: actor.name, actorUnion: union?.name ?? '' };
}

function toStep(
  { loaded, input, desk, target, judged }: AllowedAct,
  { today, ...signer }: Signer & { readonly today: PlainDate },
): Insertable<DB['applicationSteps']> {
  const { application, stepCount } = loaded;
  const { action, opinion, amountFen, meetsConditions, override, supplement, visit, check } = input;
  const detail = supplement ?? visit ?? check;
  return {
    applicationId: application.id,
    unionId: application.unionId,
    number: stepCount + 1,
    action,
    fromState: application.state,
    toState: target.state,
    duty: desk.as === 'program' ? null : toDuty(desk.seat, desk.as === 'own'),
    opinion,
    amountFen,
    meetsConditions,
    decision: judged === null ? null : judged.judgement,
    overrideReason: override?.reason ?? null,
    overrideFileId: override?.fileId ?? null,
    detail,
    ...signer,
    happenedOn: today,
  };
}

/** The columns of an application that acts change. */
interface NewRow {
  readonly id: number;
  readonly state: string;
  readonly resume_state: string | null;
  readonly policy_version_id: number;
  readonly applied_on: string | null;
  readonly district_received_on: string | null;
  readonly decided_on: string | null;
  readonly entered_on: string;
  readonly spent_days: number;
  readonly warn_on: string | null;
  readonly due_on: string | null;
  readonly proposed_fen: number | null;
  readonly approved_fen: number | null;
  readonly special_reason: string | null;
  readonly has_override: boolean;
  readonly is_reexamined: boolean;
  readonly notice_due_on: string | null;
  readonly decided_facts: AidFacts | null;
}

function toNewRow({ loaded, input, target, judged }: AllowedAct, today: PlainDate): NewRow {
  const { application, policy, policyId } = loaded;
  const { action, amountFen, override } = input;
  const after = { ...target, tiers: application.tiers };
  const appliedOn = action === 'submit' ? (application.appliedOn ?? today) : application.appliedOn;
  const clock = moveClock(application, { before: application, after }, today);
  const { aidType } = application;
  const { warnOn, dueOn } = findClockDays({ ...after, ...clock, aidType, appliedOn, policy });
  const isGranted = action === 'approve';
  const isDecided = isGranted || action === 'refuse' || action === 'uphold';
  const reachesDistrict = target.state === 'district_review';
  return {
    id: application.id,
    state: target.state,
    resume_state: target.resumeState,
    policy_version_id: policyId,
    applied_on: appliedOn,
    district_received_on: application.districtReceivedOn ?? (reachesDistrict ? today : null),
    decided_on: isDecided ? today : null,
    entered_on: clock.enteredOn,
    spent_days: clock.spentDays,
    warn_on: warnOn,
    due_on: dueOn,
    proposed_fen: judged === null ? application.proposedFen : amountFen,
    approved_fen: isGranted ? amountFen : null,
    special_reason: input.specialReason ?? application.specialReason,
    has_override: application.hasOverride || override !== null,
    is_reexamined: application.isReexamined || action === 'request_reexamination',
    notice_due_on: isGranted ? findNoticeDue(loaded, today) : null,
    decided_facts: isGranted ? (judged?.aidFacts ?? null) : null,
  };
}

/** Emergency aid is paid before its notice, which then must not be forgotten. */
function findNoticeDue({ application, policy }: LoadedCase, today: PlainDate): PlainDate | null {
  const { notice, clocks } = policy;
  const isLater = application.aidType === '紧急救助' && notice.isAfterPaymentForEmergency;
  return isLater && notice.districtDays > 0 ? addWorkingDays(today, clocks.paymentDays) : null;
}

async function updateRows({ transaction }: Context, rows: readonly NewRow[]): Promise<void> {
  await sql`update applications a set
      state = n.state, resume_state = n.resume_state, policy_version_id = n.policy_version_id,
      applied_on = n.applied_on, district_received_on = n.district_received_on,
      decided_on = case when n.state = 'reexamination' then a.decided_on else n.decided_on end,
      entered_on = n.entered_on, spent_days = n.spent_days, warn_on = n.warn_on, due_on = n.due_on,
      proposed_fen = n.proposed_fen, approved_fen = n.approved_fen, special_reason = n.special_reason,
      has_override = n.has_override, is_reexamined = n.is_reexamined, is_escalated = false,
      notice_due_on = n.notice_due_on, decided_facts = n.decided_facts, version = a.version + 1
    from json_populate_recordset(null::applications, ${JSON.stringify(rows)}::json) n
    where a.id = n.id`.execute(transaction);
}

async function listApprovals(
  context: Context,
  acts: readonly AllowedAct[],
  today: PlainDate,
): Promise<Insertable<DB['aidApprovals']>[]> {
  const approvals = acts.filter(({ input }) => input.action === 'approve');
  if (approvals.length === 0) return [];
  const minimumLivingFen = await findMinimumLiving(context);
  return approvals.map(({ loaded, input, judged }) => {
    const { application, policy, personIndex } = loaded;
    const { id, unionId, householdId, aidType, aidClass, roundIndex, eventId } = application;
    const isGoods = aidType === '实物慰问';
    const isSecond = judged?.judgement.reasons.some(({ code }) => code === 'same_event') ?? false;
    if (householdId === null || input.amountFen === null) throw new Error('nothing was granted');
    const capFen =
      minimumLivingFen === null ? null : policy.householdYearHard.months * minimumLivingFen;
    return {
      applicationId: id,
      unionId,
      householdId,
      personIndex,
      aidType,
      aidClass,
      roundIndex,
      eventId,
      hasSecondNeed: isSecond,
      amountFen: input.amountFen,
      year: yearOf(today),
      hardCapFen: isGoods ? null : capFen,
      approvedOn: today,
    };
  });
}

function toNote({ loaded, input, target }: AllowedAct) {
  const { id, unionId, state, number } = loaded.application;
  const { action, opinion, amountFen, override, sourceId } = input;
  return {
    action: 'application.acted',
    subject: 'application',
    subjectId: id,
    unionId,
    ...(opinion === null ? {} : { reason: opinion }),
    before: { state },
    after: {
      number,
      act: action,
      state: target.state,
      amountFen,
      isOverride: override !== null,
      sourceId,
    },
  };
}

const REFUSALS: Readonly<Record<string, string>> = {
  application_steps_one_duty: 'application.same_person_twice',
  aid_approvals_hard_cap: 'application.past_hard_cap',
  aid_approvals_round: 'application.granted_already',
  aid_approvals_event: 'application.granted_already',
  application_steps_application_id_number_key: 'application.changed_meanwhile',
};

async function translating(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = REFUSALS[findViolatedConstraint(error) ?? ''];
    throw code === undefined ? error : new AppError('conflict', code, {}, error);
  }
}
