import { copyFile, open, stat, truncate } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

const MAX_BYTES = 5_000_000;
const TAIL_BYTES = 4000;
const TAIL_LINES = 8;

/** Opened for appending, so that the server goes on at the start after the file was emptied. */
export async function openLog(path: string): Promise<FileHandle> {
  await limitLog(path);
  return open(path, 'a', 0o600);
}

/** Keeps the log and one older part of it, at most 10 MB together, whoever is writing it. */
export async function limitLog(path: string): Promise<void> {
  if ((await sizeOf(path)) < MAX_BYTES) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    // No log yet.
    return 0;
  }
}

/** The last lines written after byte `from`, for an error that has to say why. */
export async function readLogTail(path: string, from: number): Promise<string> {
  const size = await sizeOf(path);
  const start = Math.max(from, size - TAIL_BYTES);
  if (size <= start) return '';
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    return lastLines(buffer.subarray(0, bytesRead).toString('utf8'));
  } finally {
    await file.close();
  }
}

export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-TAIL_LINES).join('\n');
}
