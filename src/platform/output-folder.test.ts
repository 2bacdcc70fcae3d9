import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { writeAllOrNothing } from './output-folder.ts';

let base = '';

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'output-folder-'));
});

afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

async function write(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) await writeFile(join(folder, name), `new ${name}`);
}

test('all files appear together, the folder is made, and nothing else is left behind', async () => {
  const target = join(base, 'deep', 'out');
  await writeAllOrNothing(target, ['a', 'b'], (staging) => write(staging, 'a', 'b'));
  expect((await readdir(target)).toSorted()).toEqual(['a', 'b']);
  expect(await readdir(join(base, 'deep'))).toEqual(['out']);
});

test('a failure while writing leaves the earlier files as they were', async () => {
  const target = join(base, 'out');
  await mkdir(target);
  await writeFile(join(target, 'a'), 'old a');
  const failing = writeAllOrNothing(target, ['a', 'b'], async (staging) => {
    await write(staging, 'a');
    throw new Error('layout failed');
  });
  await expect(failing).rejects.toThrow('layout failed');
  expect(await readFile(join(target, 'a'), 'utf8')).toBe('old a');
  expect(await readdir(base)).toEqual(['out']);
});

test('a failure while putting in place puts the replaced files back', async () => {
  const target = join(base, 'out');
  await mkdir(join(target, 'b', 'full'), { recursive: true });
  await writeFile(join(target, 'a'), 'old a');
  // `c` was promised and never written: the move of `c` fails after `a` and `b` were replaced.
  const failing = writeAllOrNothing(target, ['a', 'b', 'c'], (staging) => write(staging, 'a', 'b'));
  await expect(failing).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await readFile(join(target, 'a'), 'utf8')).toBe('old a');
  expect(await readdir(join(target, 'b'))).toEqual(['full']);
});

test('other files in the folder are not touched', async () => {
  const target = join(base, 'out');
  await mkdir(target);
  await writeFile(join(target, '我的笔记.txt'), 'keep');
  await writeAllOrNothing(target, ['a'], (staging) => write(staging, 'a'));
  expect(await readFile(join(target, '我的笔记.txt'), 'utf8')).toBe('keep');
});

test('a file in place of the folder is named as such', async () => {
  const target = join(base, 'out');
  await writeFile(target, 'a file');
  await expect(
    writeAllOrNothing(target, ['a'], (staging) => write(staging, 'a')),
  ).rejects.toMatchObject({ kind: 'invalid', code: 'output.not_a_folder' });
});
