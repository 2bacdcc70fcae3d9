import { sql } from 'kysely';

import { isAppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { preparePhoto } from '#platform/files/photo.ts';
import { countPdfPages } from '#platform/typeset-pdf.ts';

import type { HouseholdFilePrint, ListedFile, Sheet } from '../../documents/household-file.ts';
import { APPENDED_TEXTS, sizeText } from '../../messages.ts';

/** So that one print neither fills the memory nor holds the server up for long. */
const MOST_BYTES = 40 * 1024 * 1024;
const MOST_PAGES = 200;

/** A paper of the family or of one of its applications. */
export interface FamilyFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly digest: string;
  /** In words: the file itself, or the number of an application. */
  readonly of: string;
}

interface WantedFiles {
  /** The file and those merged into it. */
  readonly householdIds: readonly number[];
  readonly applications: readonly { readonly id: number; readonly number: string }[];
  readonly householdText: string;
}

/** Papers that the reader may see, those of the family first. */
export async function listFamilyFiles(
  { transaction }: Context,
  { householdIds, applications, householdText }: WantedFiles,
): Promise<FamilyFile[]> {
  const numbers = new Map(applications.map(({ id, number }) => [String(id), number]));
  const households = sql.val(householdIds.map(String));
  const cases = sql.val([...numbers.keys()]);
  const rows = await transaction
    .selectFrom('storedFiles')
    .select(['fileName', 'mediaType', 'byteLength', 'digest', 'subject', 'subjectId'])
    .where(
      sql<boolean>`((subject = 'household' and subject_id = any(${households}::text[]))
        or (subject = 'application' and subject_id = any(${cases}::text[])))`,
    )
    .orderBy(sql`subject = 'application'`)
    .orderBy('subjectId')
    .orderBy('uploadedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ subject, subjectId, ...row }) => ({
    ...row,
    of: subject === 'household' ? householdText : (numbers.get(subjectId) ?? ''),
  }));
}

type Appendix = Pick<HouseholdFilePrint, 'files' | 'sheets' | 'bytes'>;

interface Prepared {
  readonly bytes: Uint8Array;
  /** 0 for a picture. */
  readonly pageCount: number;
  readonly path: string;
}

/** Every paper listed with its digest; pictures and readable PDF files follow page by page. */
export async function appendFiles(
  files: FileStore,
  found: readonly FamilyFile[],
): Promise<Appendix> {
  const listed: ListedFile[] = [];
  const sheets: Sheet[] = [];
  const bytes: Record<string, Uint8Array> = {};
  let left = MOST_BYTES;
  for (const [index, file] of found.entries()) {
    const number = index + 1;
    const isTooMuch = file.byteLength > left || sheets.length >= MOST_PAGES;
    const prepared = isTooMuch ? 'too_much' : await prepare(files, file, number);
    const line = toLine(file, number);
    if (typeof prepared === 'string') {
      listed.push({ ...line, appended: APPENDED_TEXTS[prepared] });
      continue;
    }
    const pages = toSheets(file, number, prepared).slice(0, MOST_PAGES - sheets.length);
    left -= file.byteLength;
    bytes[prepared.path] = prepared.bytes;
    sheets.push(...pages);
    const isCut = pages.length < prepared.pageCount;
    listed.push({ ...line, appended: APPENDED_TEXTS[isCut ? 'cut' : 'appended'] });
  }
  return { files: listed, sheets, bytes };
}

function toLine(
  { fileName, of, byteLength, digest }: FamilyFile,
  number: number,
): Omit<ListedFile, 'appended'> {
  return { number, name: fileName, of, size: sizeText(byteLength), digest };
}

function toSheets(
  { fileName }: FamilyFile,
  number: number,
  { path, pageCount }: Prepared,
): Sheet[] {
  const label = `附件${number}　${fileName}`;
  if (pageCount === 0) return [{ path, page: null, heading: label, label }];
  return Array.from({ length: pageCount }, (_, page) => ({
    path,
    page: page + 1,
    heading: page === 0 ? label : '',
    label: `${label}（${page + 1}/${pageCount}）`,
  }));
}

async function prepare(
  files: FileStore,
  { digest, mediaType }: FamilyFile,
  number: number,
): Promise<Prepared | 'missing' | 'unreadable' | 'other_kind'> {
  const isPdf = mediaType === 'application/pdf';
  if (!isPdf && !mediaType.startsWith('image/')) return 'other_kind';
  const bytes = await unlessRefused(() => files.get(digest));
  if (bytes === undefined) return 'missing';
  if (isPdf) {
    const pageCount = countPdfPages(bytes);
    return pageCount === 0 ? 'unreadable' : { bytes, pageCount, path: `/papers/${number}.pdf` };
  }
  const photo = await unlessRefused(() => preparePhoto(bytes));
  if (photo === undefined) return 'unreadable';
  return { bytes: photo.bytes, pageCount: 0, path: `/papers/${number}.${photo.kind}` };
}

async function unlessRefused<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}
