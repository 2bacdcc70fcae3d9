import { afterAll, beforeAll, expect, test } from 'vitest';

import type { TestClient } from '../../../../../tests/support/api.ts';
import { readPdf } from '../../../../../tests/support/read-pdf.ts';
import { textOf } from '../../../../../tests/support/route-caller.ts';
import {
  aDraft,
  act,
  anEmergency,
  openApplicationStage,
  toApproval,
} from '../../../../../tests/support/staged-cases.ts';
import type { ApplicationStage, StagedCase } from '../../../../../tests/support/staged-cases.ts';

let stage: ApplicationStage;
let approved: StagedCase;
let refused: StagedCase;
let fresh: StagedCase;
beforeAll(async () => {
  stage = await openApplicationStage();
  approved = await aDraft(stage, anEmergency());
  await toApproval(stage, approved, 1500_00);
  const said = { action: 'approve', amountFen: 1500_00, meetsConditions: true };
  await act(stage.approver, 'approval', approved.id, said);
  refused = await aDraft(stage, anEmergency());
  await toApproval(stage, refused, 1500_00);
  await act(stage.approver, 'approval', refused.id, {
    action: 'refuse',
    opinion: '经核查，损失已由保险全部赔付',
    meetsConditions: false,
  });
  fresh = await aDraft(stage, anEmergency());
  await act(stage.officer, 'filing', fresh.id, { action: 'submit' });
});
afterAll(() => stage.close());

/** The text of each page without blanks, furniture included. */
async function pagesOf(client: TestClient, url: string): Promise<string[]> {
  const reply = await client.get(url);
  expect(reply.status).toBe(200);
  expect(reply.headers['content-type']).toBe('application/pdf');
  const { pages } = await readPdf(reply.bytes);
  return pages.map(({ all }) => all.replaceAll(/\s/g, ''));
}

const formsOf = (...cases: readonly StagedCase[]): string =>
  `/api/applications/approval-forms?ids=${cases.map(({ id }) => id).join(',')}`;

async function lastEntry(action: string): Promise<{ reason: string | null; body: unknown }> {
  const { rows } = await stage.api.owner.pool.query(
    `select body::text as body, body::jsonb ->> 'reason' as reason from audit_entries
      where body::jsonb ->> 'action' = $1 order by id desc limit 1`,
    [action],
  );
  return rows[0];
}

test('the form of an approved case holds three tiers’ opinions and the amount in words', async () => {
  const pages = await pagesOf(stage.approver, formsOf(approved));
  expect(pages).toHaveLength(1);
  const [page = ''] = pages;
  expect(page).toContain(`申请编号：${approved.number}`);
  expect(page.match(/情况属实，同意/g)).toHaveLength(4);
  expect(page.match(/2026年3月2日（盖章）/g)).toHaveLength(4);
  expect(page).toContain('￥1,500.00人民币壹仟伍佰元整');
  expect(page).toMatch(/E1b/);
  expect(page).toContain('经核对，符合救助制度的规定。');
  expect(page).toMatch(/于2026-03-0210:00打印，含个人信息/);
  expect(page).toContain('138****8000');
  expect(page).not.toMatch(/\d{15}|1[3-9]\d{9}/);
});

test('many are printed as one PDF, a page each in the order asked for; blank tiers stay blank', async () => {
  const pages = await pagesOf(stage.district, formsOf(fresh, approved));
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain(fresh.number);
  expect(pages[0]).not.toContain('同意');
  expect(pages[0]?.match(/签名：年月日（盖章）/g)).toHaveLength(4);
  expect(pages[1]).toContain(approved.number);
  expect((await lastEntry('application.form_printed')).body).toContain(approved.number);
});

test('finance prints the case without the family', async () => {
  const finance = await stage.api.asRole('finance_maker', 'D');
  const [page = ''] = await pagesOf(finance, formsOf(approved));
  expect(page).toContain('按打印人的权限，个人和家庭情况未打印。');
  expect(page).toContain('￥1,500.00');
  expect(page).not.toMatch(/样例户主|住房进水|138\*|440118/);
});

test('a case out of sight is not printed, and no other with it', async () => {
  const other = await stage.api.asRole('grassroots_chair', 'G21');
  const reply = await other.get(formsOf(approved));
  expect(reply.status).toBe(404);
  const nobody = await stage.approver.get('/api/applications/approval-forms?ids=1;2');
  expect(nobody.status).toBe(422);
});

test('a refusal letter tells the reasons with their clauses and until when to ask again', async () => {
  const url = `/api/applications/${refused.id}/refusal-letter`;
  const pages = await pagesOf(stage.approver, url);
  expect(pages).toHaveLength(1);
  const [page = ''] = pages;
  expect(page).toContain('不予救助告知书');
  expect(page).toContain('审核意见：经核查，损失已由保险全部赔付。');
  expect(page).toMatch(/家庭情况应符合救助类别的条件：经核实不符合E1b类的条件。依据：.+。/);
  expect(page).toContain('10个工作日内（至2026年3月16日止）申请复核');
  expect(page).toContain('送达回执');
  const none = await stage.approver.get(`/api/applications/${approved.id}/refusal-letter`);
  expect(none.body.code).toBe('application.not_refused');
  await act(stage.officer, 'filing', refused.id, { action: 'request_reexamination' });
  await act(stage.otherApprover, 'approval', refused.id, { action: 'uphold' });
  const [upheld = ''] = await pagesOf(stage.approver, url);
  expect(upheld).toContain('本决定已经复核，维持原决定');
});

const PURPOSE = '报送区总工会一季度情况';

test('the ledger has its columns, keeps the filter, masks numbers and is logged with its purpose', async () => {
  const filter = { view: 'all', state: 'awaiting_payment' };
  const reply = await stage.district.post('/api/applications/ledger', { filter, reason: PURPOSE });
  expect(reply.status).toBe(200);
  const text = await textOf(reply);
  const cells = [...text.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, cell = '']) => cell);
  for (const heading of '序号 姓名 性别 身份证号 单位 镇街 救助类型 类别 致困原因 申请日期 审批日期 金额 资金来源 发放日期 批次 状态 备注'.split(
    ' ',
  )) {
    expect(cells.map((cell) => cell.replace('*', ''))).toContain(heading);
  }
  expect(cells).toContain('待发放');
  expect(cells).not.toContain('不予救助');
  expect(cells).toContain(PURPOSE);
  expect(cells.some((cell) => /^\d{6}\*{8}\d{3}[\dX]$/.test(cell))).toBe(true);
  expect(cells.filter((cell) => /\d{15}/.test(cell))).toEqual([]);
  expect(await lastEntry('application.ledger_exported')).toMatchObject({ reason: PURPOSE });
});

test('the roster lists what the filter finds, with its conditions and the sum', async () => {
  const filter = { view: 'all', aidType: '紧急救助' };
  const reply = await stage.district.post('/api/applications/roster', { filter, reason: PURPOSE });
  const { pages } = await readPdf(reply.bytes);
  const text = pages.map(({ all }) => all.replaceAll(/\s/g, '')).join('');
  expect(text).toContain('条件：全部，紧急救助');
  expect(text).toContain('共3份申请，批准金额合计1,500.00元');
  expect(text).toContain(`用途：${PURPOSE}`);
  expect(text).not.toMatch(/\d{17}/);
  const none = await stage.district.post('/api/applications/roster', {
    filter: { view: 'all', aidType: '实物慰问' },
    reason: PURPOSE,
  });
  expect(none.body.code).toBe('application.nothing_to_list');
});
