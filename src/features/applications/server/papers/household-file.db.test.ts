import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { typesetPdf } from '#platform/typeset-pdf.ts';

import { multipartOf } from '../../../../../tests/support/multipart.ts';
import { readPdf } from '../../../../../tests/support/read-pdf.ts';
import {
  aDraft,
  act,
  anEmergency,
  openApplicationStage,
} from '../../../../../tests/support/staged-cases.ts';
import type { ApplicationStage, StagedCase } from '../../../../../tests/support/staged-cases.ts';

let stage: ApplicationStage;
let staged: StagedCase;
beforeAll(async () => {
  stage = await openApplicationStage();
  staged = await aDraft(stage, anEmergency());
  await act(stage.officer, 'filing', staged.id, { action: 'submit' });
  await act(stage.officer, 'grassroots', staged.id, { action: 'accept' });
});
afterAll(() => stage.close());

const PURPOSE = '档案移交核对';

async function attach(bytes: Buffer): Promise<string> {
  const fields = { subject: 'household', subjectId: String(staged.householdId) };
  const reply = await stage.officer.send({
    method: 'POST',
    url: '/api/attachments',
    ...multipartOf(bytes, fields),
  });
  expect(reply.status).toBe(200);
  return reply.body.digest;
}

function aPdf(text: string): Buffer {
  return Buffer.from(
    typesetPdf({
      sources: {
        '/household-paper.typ':
          '#set text(font: "Noto Serif SC")\n#sys.inputs.text #pagebreak() 第二页',
      },
      main: '/household-paper.typ',
      inputs: { text },
      answerLabel: '<none>',
    }).pdf,
  );
}

test('the printed file holds versions, applications, papers with digests, and the papers', async () => {
  const { body: before } = await stage.officer.get(`/api/households/${staged.householdId}`);
  const form = { ...before.form, causeText: '样例：第二次登记的情况' };
  const changed = await stage.officer.send({
    method: 'PUT',
    url: `/api/households/${staged.householdId}`,
    body: { version: 1, form, validOn: '2026-03-01', source: 'visit', reason: '入户后更新登记' },
  });
  expect(changed.status).toBe(200);
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const digests = [await attach(picture), await attach(aPdf('样例诊断证明的正文'))];
  const url = `/api/households/${staged.householdId}/printed-file`;
  const reply = await stage.district.post(url, { reason: PURPOSE });
  expect(reply.status).toBe(200);
  const { pages } = await readPdf(reply.bytes);
  const texts = pages.map(({ all }) => all.replaceAll(/[\s\u200b]/g, ''));
  const [cover = ''] = texts;
  expect(cover).toContain(before.fileNumber);
  expect(cover).toContain('登记表版数2版');
  for (const chapter of ['一、登记表', '二、档案经过', '三、救助申请', '四、材料清单', '附件2']) {
    expect(cover).toContain(chapter);
  }
  for (const [index, text] of texts.entries()) {
    expect(text).toContain(`第${index + 1}页共${texts.length}页`);
  }
  const whole = texts.join('');
  expect(whole).toContain('▲样例：第二次登记的情况');
  expect(whole).toContain(`${staged.number}紧急救助`);
  expect(whole).toContain('情况属实，同意');
  for (const digest of digests) expect(whole).toContain(digest);
  expect(whole).toContain('样例诊断证明的正文');
  expect(whole).toContain('原件缺失，未附');
  expect(whole).not.toMatch(/(?<![\da-f])\d{17}[\dX]|(?<![\da-f])1[3-9]\d{9}(?![\da-f])/);
  const { rows } = await stage.api.owner.pool.query(
    `select body::text as body from audit_entries
      where body::jsonb ->> 'action' = 'household.file_printed'`,
  );
  expect(rows[0]?.body).toContain(PURPOSE);
});

test('a family out of sight is not printed', async () => {
  const other = await stage.api.asRole('town_officer', 'T2');
  const url = `/api/households/${staged.householdId}/printed-file`;
  expect((await other.post(url, { reason: PURPOSE })).status).toBe(404);
});
