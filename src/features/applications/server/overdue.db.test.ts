import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { TestClient } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import {
  aDraft,
  act,
  anEmergency,
  aWish,
  openApplicationStage,
} from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';
import { escalateOverdue } from './commands/escalate-overdue.ts';
import { recomputeClocks } from './commands/recompute-clocks.ts';

let stage: ApplicationStage;
beforeAll(async () => {
  stage = await openApplicationStage();
});
afterAll(() => stage.close());

/** A Monday; a limit of three working days from 2 March ended on the 5th. */
const LATER = new Date('2026-03-09T02:00:00Z');
const asProgram = <Result>(work: Parameters<typeof asActor<Result>>[2]): Promise<Result> =>
  asActor(stage.api.database, {}, work, LATER);

const noticesOf = async (client: TestClient): Promise<string[]> =>
  (await client.get('/api/notices')).body.items.map(({ text }: { text: string }) => text);

async function submit(): Promise<{ readonly id: number; readonly number: string }> {
  const draft = await aDraft(stage, aWish());
  await act(stage.officer, 'filing', draft.id, { action: 'submit' });
  return draft;
}

describe('a case past its limit', () => {
  test('is told of once, to the desk it lies at and the one above, and may be taken over', async () => {
    const { id, number } = await submit();
    const early = await act(stage.town, 'town', id, { action: 'take_over' });
    expect(early.body).toMatchObject({ code: 'application.not_overdue' });
    const stranger = await stage.api.asRole('grassroots_chair', 'G21');
    expect(await asProgram(escalateOverdue)).toBe(1);
    expect(await asProgram(escalateOverdue)).toBe(0);
    for (const client of [stage.officer, stage.chair, stage.town]) {
      expect(await noticesOf(client)).toEqual([expect.stringContaining(number)]);
    }
    for (const client of [stranger, stage.district, stage.approver]) {
      expect(await noticesOf(client)).toEqual([]);
    }
    const { body } = await stage.town.get(`/api/applications/${id}`);
    expect(body).toMatchObject({ isEscalated: true });
    stage.api.setNow(LATER);
    // The sessions of last week have ended.
    const town = await stage.api.asRole('town_reviewer', 'T1');
    const taken = await act(town, 'town', id, { action: 'take_over' });
    stage.api.setNow(new Date('2026-03-02T02:00:00Z'));
    expect(taken.body).toMatchObject({
      state: 'town_review',
      isEscalated: false,
      clock: { enteredOn: '2026-03-09', dueOn: '2026-03-12' },
    });
  });
});

describe('another calendar of working days', () => {
  test('moves the limits of running clocks, and takes the mark from what is in time again', async () => {
    const [moved, kept] = [await submit(), await aDraft(stage, anEmergency())];
    const set = `update applications set warn_on = '2026-03-03', due_on = '2026-03-04', is_escalated = true
      where id = $1`;
    await stage.api.owner.pool.query(set, [moved.id]);
    const today = new Date('2026-03-05T02:00:00Z');
    expect(await asActor(stage.api.database, {}, recomputeClocks, today)).toBe(1);
    const { body } = await stage.officer.get(`/api/applications/${moved.id}`);
    expect(body).toMatchObject({ isEscalated: false, clock: { dueOn: '2026-03-05' } });
    expect(await asActor(stage.api.database, {}, recomputeClocks, today)).toBe(0);
    const draft = await stage.officer.get(`/api/applications/${kept.id}`);
    expect(draft.body).toMatchObject({ version: kept.version, clock: { dueOn: null } });
  });
});
