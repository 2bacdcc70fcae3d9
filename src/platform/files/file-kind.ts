import { AppError } from '#core/app-error.ts';

/** What may be stored at all; each place says which of them it takes. CSV is `text`. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'heic' | 'xlsx' | 'docx' | 'text';

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  text: 'text/plain',
};

/** @param found the kind in one word, such as `svg`; `unknown` when nothing is known of it. */
export function typeNotAllowed(found: string): AppError {
  return new AppError('invalid', 'files.type_not_allowed', { found });
}
