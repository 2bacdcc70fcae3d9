import { AppError } from '#core/app-error.ts';
import type { FileKind } from '#platform/files/file-kind.ts';
import type { FileStore, StoredFile } from '#platform/files/file-store.ts';
import { inspectFile } from '#platform/files/inspect-file.ts';
import type { PdfActiveContent } from '#platform/files/pdf-active-content.ts';
import { PHOTO_KINDS, preparePhoto } from '#platform/files/photo.ts';

import { cleanFileName } from '../rules/clean-file-name.ts';

/** What is kept; photos arrive in more kinds and are made one of these. */
const KEPT_KINDS: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'xlsx', 'docx', 'text'];

/** What a PDF would run when it is opened; files in it, as invoices have, it only carries. */
const RUNNING: readonly PdfActiveContent[] = ['javascript', 'launch', 'rich_media', 'form_program'];

export interface GivenFile {
  /** As it was called where it comes from. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface KeptFile extends Pick<StoredFile, 'digest' | 'byteLength' | 'mediaType'> {
  readonly fileName: string;
}

/**
 * Puts a file into the store, photos made small and free of place and camera. Takes a while (scan,
 * photo), so it is done outside of transactions; `addAttachment` then says whose it is.
 * @throws AppError invalid `files.…`, `attachments.pdf_active`.
 */
export async function keepFile(
  files: FileStore,
  { name, bytes: given }: GivenFile,
  maxBytes: number,
): Promise<KeptFile> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length > maxBytes) {
    const params = { byteLength: bytes.length, maxBytes, fileName: name };
    throw new AppError('invalid', 'files.too_large', params);
  }
  const limits = { allowed: KEPT_KINDS, maxBytes, fileName: name };
  const stored = await files.put(await prepare(bytes), limits);
  if (stored.activeContent.some((content) => RUNNING.includes(content))) {
    throw new AppError('invalid', 'attachments.pdf_active', { fileName: name });
  }
  const { digest, byteLength, mediaType } = stored;
  return { digest, byteLength, mediaType, fileName: cleanFileName(name, mediaType) };
}

async function prepare(bytes: Buffer): Promise<Buffer> {
  // The store says what is wrong with an empty file.
  if (bytes.length === 0) return bytes;
  const { kind } = await inspectFile(bytes);
  return PHOTO_KINDS.includes(kind) ? (await preparePhoto(bytes)).bytes : bytes;
}
