import { fileTypeFromBuffer } from 'file-type';

import { typeNotAllowed, type FileKind } from './file-kind.ts';
import { findOfficeKind } from './office-kind.ts';
import { findPdfActiveContent, type PdfActiveContent } from './pdf-active-content.ts';
import { findTextKind } from './text-kind.ts';

export interface InspectedFile {
  readonly kind: FileKind;
  /** Empty but for a PDF that can do more than show pages. */
  readonly activeContent: readonly PdfActiveContent[];
}

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['pdf', 'pdf'],
  ['jpg', 'jpeg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['heic', 'heic'],
]);

/**
 * Tells the kind of a file by its content alone.
 * @throws AppError invalid `files.type_not_allowed` or `files.macros_not_allowed`.
 */
export async function inspectFile(bytes: Buffer): Promise<InspectedFile> {
  // Text first: the short signatures of some formats are also how a text may begin.
  const textKind = findTextKind(bytes);
  if (textKind === 'text') return { kind: 'text', activeContent: [] };
  if (textKind !== undefined && textKind !== 'pdf') throw typeNotAllowed(textKind);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const office = await findOfficeKind(bytes);
    if (office !== undefined) return { kind: office, activeContent: [] };
  }
  const found = await fileTypeFromBuffer(bytes);
  const kind = KINDS.get(found?.ext ?? '');
  if (kind === undefined) throw typeNotAllowed(found?.ext ?? 'unknown');
  return { kind, activeContent: kind === 'pdf' ? await findPdfActiveContent(bytes) : [] };
}
