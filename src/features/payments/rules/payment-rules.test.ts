import { describe, expect, test } from 'vitest';

import { BATCH_ACTS, BATCH_TRANSITIONS, decideBatchAct } from './batch-acts.ts';
import type { BatchGround } from './batch-acts.ts';
import { guardPayee, warnOfPayee } from './guard-payee.ts';
import type { PayeeGround } from './guard-payee.ts';
import { findReference, toReference } from './payment-reference.ts';
import { readOutcome, readReturnTable } from './read-return.ts';
import { splitTable } from './split-table.ts';
import { BATCH_STATES } from './words.ts';

const codesOf = (decision: ReturnType<typeof guardPayee>): string[] =>
  decision.ok ? [] : decision.reasons.map(({ code }) => code);

describe('the payee guard', () => {
  const own: PayeeGround = {
    applicantName: '样例甲',
    kind: 'own',
    accountName: '样例甲',
    accountNumber: '6222023602000000000',
    hasProof: false,
  };
  test.each<[string, Partial<PayeeGround>, string[]]>([
    ['the own card passes', {}, []],
    ['blanks and full-width forms are no other name', { accountName: '样 例甲' }, []],
    [
      'the dot of a name is written in many ways',
      { applicantName: '阿·样例', accountName: '阿•样例' },
      [],
    ],
    ['without an account nothing is paid', { accountNumber: null }, ['payment.no_account']],
    ['letters are no account', { accountNumber: '6222A' }, ['payment.account_characters']],
    ['somebody else’s card is refused', { accountName: '样例乙' }, ['payment.name_differs']],
    [
      'a guardian’s card needs proof',
      { kind: 'guardian', accountName: '样例乙' },
      ['payment.guardian_without_proof'],
    ],
    [
      'with proof a guardian’s card passes',
      { kind: 'guardian', accountName: '样例乙', hasProof: true },
      [],
    ],
    [
      'nobody is the own guardian',
      { kind: 'guardian', hasProof: true },
      ['payment.guardian_is_applicant'],
    ],
  ])('%s', (_, change, codes) => {
    expect(codesOf(guardPayee({ ...own, ...change }))).toEqual(codes);
  });

  test('an odd number, a shared account and a guardian are seen and not stopped', () => {
    expect(warnOfPayee({ kind: 'own', accountNumber: '6222023602000000000' }, false)).toEqual([]);
    expect(warnOfPayee({ kind: 'own', accountNumber: '6222023602000000001' }, true)).toEqual([
      'account_check',
      'shared_account',
    ]);
    expect(warnOfPayee({ kind: 'guardian', accountNumber: '123456' }, false)).toEqual([
      'account_length',
      'guardian_account',
    ]);
  });
});

describe('acts on a batch', () => {
  const ground: BatchGround = {
    state: 'draft',
    method: 'bank',
    rowCount: 2,
    hasFiles: true,
    people: { maker: 1, reviewer: null, approver: null },
  };

  test.each(BATCH_ACTS.flatMap((act) => BATCH_STATES.map((state) => [act, state] as const)))(
    '%s of a batch that is %s follows the table',
    (act, state) => {
      const { from } = BATCH_TRANSITIONS[act];
      expect(decideBatchAct(act, { ...ground, state }, 9).ok).toBe(from.includes(state));
    },
  );

  test('maker, reviewer and approver are three people', () => {
    expect(decideBatchAct('review', ground, 1)).toMatchObject({ ok: false });
    const reviewed = {
      ...ground,
      state: 'reviewed',
      people: { maker: 1, reviewer: 2, approver: null },
    } as const;
    expect(decideBatchAct('approve', reviewed, 1)).toMatchObject({ ok: false });
    expect(decideBatchAct('approve', reviewed, 2)).toMatchObject({ ok: false });
    expect(decideBatchAct('approve', reviewed, 3)).toEqual({ ok: true });
  });

  test('nothing is sent without its file, and no empty batch goes on', () => {
    const approved = { ...ground, state: 'approved', hasFiles: false } as const;
    expect(decideBatchAct('send', approved, 1)).toMatchObject({
      reasons: [{ code: 'payment.no_file' }],
    });
    expect(decideBatchAct('send', { ...approved, method: 'cash' }, 1).ok).toBe(true);
    expect(decideBatchAct('review', { ...ground, rowCount: 0 }, 2)).toMatchObject({
      reasons: [{ code: 'payment.no_rows' }],
    });
  });

  test('what was sent cannot be cancelled', () => {
    expect(BATCH_TRANSITIONS.cancel.from).toEqual(['draft', 'reviewed', 'approved']);
  });
});

describe('the reference of a payment', () => {
  test('is found in whatever text the bank puts around it', () => {
    const reference = toReference({ applicationNumber: 'SQ2026000017', attempt: 2 });
    expect(findReference(`附言：${reference}；困难救助`)).toEqual({
      applicationNumber: 'SQ2026000017',
      attempt: 2,
    });
    expect(findReference('ＳＱ2026000017－2')).toBeDefined();
    expect(findReference('SQ2026000017')).toBeUndefined();
  });
});

describe('results of a bank', () => {
  test.each([
    ['成功', 'succeeded'],
    ['交易成功', 'succeeded'],
    ['0000', 'succeeded'],
    ['ACSC', 'succeeded'],
    ['不成功', 'failed'],
    ['失败', 'failed'],
    ['RJCT', 'failed'],
    ['已退汇', 'returned'],
    ['处理中', null],
    ['', undefined],
    ['再议', undefined],
  ])('%s is read as %s', (word, outcome) => {
    expect(readOutcome(word)).toBe(outcome);
  });

  test('are matched by case and attempt, with the bank’s own words for a failure', () => {
    const table = splitTable(
      '代发结果,,,\r\n户名,金额,备注,处理结果,失败原因\r\n' +
        '样例甲,"1,600.00",SQ2026000001-1,成功,\r\n样例乙,600,SQ2026000002-1,失败,"账号,户名不符"\r\n' +
        '样例丙,600,SQ2026000003-2,退票,\r\n样例丁,600,SQ2026000004-1,处理中,\r\n合计,3400,,\r\n',
    );
    const { rows, faults } = readReturnTable(table);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        applicationNumber: 'SQ2026000001',
        attempt: 1,
        line: 3,
        outcome: 'succeeded',
        cause: null,
        amountFen: 160000,
      },
      {
        applicationNumber: 'SQ2026000002',
        attempt: 1,
        line: 4,
        outcome: 'failed',
        cause: '账号,户名不符',
        amountFen: 60000,
      },
      {
        applicationNumber: 'SQ2026000003',
        attempt: 2,
        line: 5,
        outcome: 'returned',
        cause: '退票',
        amountFen: 60000,
      },
      {
        applicationNumber: 'SQ2026000004',
        attempt: 1,
        line: 6,
        outcome: null,
        cause: null,
        amountFen: 60000,
      },
    ]);
  });

  test('a file with an unknown word, a row without reference or a row twice is not believed', () => {
    const table = splitTable(
      '备注|金额|状态\r\nSQ2026000001-1|600|再议\r\n无|600|成功\r\nSQ2026000002-1|6.005|成功\r\n' +
        'SQ2026000003-1|600|成功\r\nSQ2026000003-1|600|失败\r\n',
    );
    expect(readReturnTable(table).faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'unknown_result'],
      [3, 'no_reference'],
      [4, 'bad_amount'],
      [6, 'twice'],
    ]);
    expect(readReturnTable([['一', '二']]).faults[0]?.code).toBe('no_head');
  });

  test('a table keeps quotes, line ends within them and empty cells', () => {
    expect(splitTable('a,"b ""c"",\nd",\r\n1,,3\r\n')).toEqual([
      ['a', 'b "c",\nd', ''],
      ['1', '', '3'],
    ]);
  });
});
