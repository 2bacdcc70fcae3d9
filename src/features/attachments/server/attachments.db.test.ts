import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openFileStore } from '#platform/files/file-store.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { createKeySet, writeKeyText } from '#platform/secrets/key-text.ts';
import { loadKeyring } from '#platform/secrets/keyring.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi, TestClient, TestReply } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { storeAttachment } from './commands/attachments.ts';
import { addAttachmentRoutes, findUnionSubject } from './routes.ts';
import { sweepFiles } from './start-file-sweep.ts';

const LETTER = Buffer.from('关于成立工会的批复');
let folder = '';
let files: FileStore;
let test: TestApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  const keysText = writeKeyText(createKeySet('aes-256-gcm'));
  files = await openFileStore({ folder, keyring: await loadKeyring({ keyFile: '', keysText }) });
  test = await openTestApi({
    addRoutes: (api) =>
      addAttachmentRoutes(api, {
        files,
        subjects: { union: findUnionSubject },
        settings: async () => ({ 'files.max_megabytes': 1 }),
      }),
  });
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

interface Upload {
  readonly subject?: string;
  readonly subjectId?: number;
  readonly name?: string;
  readonly bytes?: Buffer;
}

async function upload(client: TestClient, given: Upload = {}): Promise<TestReply> {
  const {
    subject = 'union',
    subjectId = test.unions.T1,
    name = '批复.txt',
    bytes = LETTER,
  } = given;
  const form = new FormData();
  form.append('subject', subject);
  form.append('subjectId', String(subjectId));
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Response(form);
  return client.send({
    method: 'POST',
    url: '/api/attachments',
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    body: Buffer.from(await request.arrayBuffer()),
  });
}

const listOf = async (client: TestClient, subjectId: number) =>
  (await client.get(`/api/attachments?subject=union&subjectId=${subjectId}`)).body.items;

async function actionsOn(id: string): Promise<{ action: string; reason?: string }[]> {
  const rows = await test.owner.query
    .selectFrom('auditEntries')
    .select('body')
    .where('subject', '=', 'attachment')
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as { action: string; reason?: string });
}

describe('a file', () => {
  it('is uploaded, listed, downloaded and removed by staff of its union, all in the log', async () => {
    const officer = await test.asRole('town_officer', 'T1');
    const added = await upload(officer);
    expect(added).toMatchObject({
      status: 200,
      body: {
        fileName: '批复.txt',
        mediaType: 'text/plain',
        byteLength: LETTER.length,
        uploadedBy: '测试town_officer',
      },
    });
    const { id } = added.body;
    expect(await listOf(officer, test.unions.T1)).toEqual([added.body]);
    const content = await officer.get(`/api/attachments/${id}/content`);
    expect(content).toMatchObject({ status: 200, body: LETTER.toString() });
    expect(content.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('批复.txt')}`,
    );
    const removal = `/api/attachments/${id}/removal`;
    expect((await officer.post(removal, { reason: '错' })).status).toBe(422);
    expect((await officer.post(removal, { reason: '传错了文件' })).status).toBe(200);
    expect(await listOf(officer, test.unions.T1)).toEqual([]);
    expect((await officer.get(`/api/attachments/${id}/content`)).status).toBe(404);
    expect(await actionsOn(id)).toMatchObject([
      { action: 'attachment.added', after: { fileName: '批复.txt' } },
      { action: 'attachment.downloaded' },
      { action: 'attachment.removed', reason: '传错了文件' },
    ]);
  });

  it('of a foreign union is not seen, fetched, removed or added', async () => {
    const [officer, stranger] = [
      await test.asRole('town_officer', 'T1'),
      await test.asRole('town_officer', 'T2'),
    ];
    const { id } = (await upload(officer)).body;
    expect(await listOf(stranger, test.unions.T1)).toEqual([]);
    const replies = [
      await stranger.get(`/api/attachments/${id}/content`),
      await stranger.post(`/api/attachments/${id}/removal`, { reason: '不应成功' }),
    ];
    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 404, body: { code: 'attachments.unknown' } });
    }
    expect(await upload(stranger)).toMatchObject({
      status: 404,
      body: { code: 'attachments.subject_unknown' },
    });
    expect((await upload(officer, { subject: 'constructor' })).status).toBe(404);
    expect(await listOf(officer, test.unions.T1)).toHaveLength(1);
  });

  it('is closed to administrators, and read-only to supervision', async () => {
    const admin = await test.asRole('system_admin', 'D');
    expect((await upload(admin)).status).toBe(403);
    const auditor = await test.asRole('auditor', 'D');
    expect((await upload(auditor)).status).toBe(403);
    expect((await auditor.get('/api/attachments?subject=union&subjectId=1')).status).toBe(200);
  });

  it('is kept once a record, however often it is sent', async () => {
    const officer = await test.asRole('town_officer', 'T1');
    const subjectId = test.unions.G11;
    const [first, second] = [
      await upload(officer, { subjectId }),
      await upload(officer, { subjectId }),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect(await listOf(officer, subjectId)).toHaveLength(1);
  });

  it('that is too large, of a kind not taken, or able to run something is refused', async () => {
    const officer = await test.asRole('town_officer', 'T1');
    const codeOf = async (given: Upload) => (await upload(officer, given)).body.code;
    expect(await codeOf({ bytes: Buffer.alloc(1024 * 1024 + 1, 'a') })).toBe('files.too_large');
    expect(await codeOf({ bytes: Buffer.from('MZ\0\0\u0001') })).toBe('files.type_not_allowed');
    expect(await codeOf({ bytes: Buffer.alloc(0) })).toBe('files.empty');
    const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>>>endobj\n%%EOF';
    expect(await codeOf({ bytes: Buffer.from(pdf) })).toBe('attachments.pdf_active');
  });
});

it('a photo is kept small, without the place it was taken at', async () => {
  const officer = await test.asRole('town_officer', 'T1');
  const bytes = await sharp({
    create: { width: 2600, height: 1300, channels: 3, background: 'teal' },
  })
    .jpeg()
    .withExif({ IFD0: { Make: 'Songnuan' }, IFD3: { GPSLatitudeRef: 'N' } })
    .toBuffer();
  const { body } = await upload(officer, { name: 'IMG_1.JPEG', bytes });
  expect(body).toMatchObject({ fileName: 'IMG_1.jpg', mediaType: 'image/jpeg' });
  const kept = await files.get(body.digest);
  expect(await sharp(kept).metadata()).toMatchObject({ width: 2000, height: 1000 });
  expect(kept.includes('Songnuan')).toBe(false);
});

describe('stored bytes', () => {
  const dayLater = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  const sweep = (now: Date, suspects: ReadonlySet<string>) =>
    sweepFiles({ database: test.database, files, now: () => now }, suspects);

  it('go when no record has referred to them for two rounds and a day, and not before', async () => {
    const owner = { subject: 'union', subjectId: '1', unionId: test.unions.T1 };
    const keep = (text: string, commits: boolean) =>
      asActor(test.database, {}, async (context) => {
        const file = { name: 'a.txt', bytes: Buffer.from(text) };
        await storeAttachment(context, files, { file, owner, maxBytes: 1000 });
        if (!commits) throw new Error('rolled back');
      });
    await keep('referred to', true);
    await expect(keep('left over', false)).rejects.toThrow('rolled back');
    const before = await digests();
    expect(await sweep(new Date(), new Set(before))).toEqual(new Set());
    expect(await digests()).toEqual(before);
    const suspects = await sweep(dayLater(2), new Set());
    expect(await digests()).toEqual(before);
    expect(await sweep(dayLater(2), suspects)).toEqual(new Set());
    const referred = await test.owner.query.selectFrom('storedFiles').select('digest').execute();
    expect(await digests()).toEqual([...new Set(referred.map(({ digest }) => digest))].toSorted());
    expect(before.length).toBeGreaterThan((await digests()).length);
  });

  async function digests(): Promise<string[]> {
    const all: string[] = [];
    for await (const digest of files.list()) all.push(digest);
    return all.toSorted();
  }
});
