import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';
import type { DatabaseTransaction } from '#platform/database/open-database.ts';
import type { FileStore } from '#platform/files/file-store.ts';

import { keepFile } from '../keep-file.ts';
import type { GivenFile, KeptFile } from '../keep-file.ts';

export { keepFile } from '../keep-file.ts';

/** What a file belongs to. */
export interface AttachmentOwner {
  /** Kind of record, as the audit log names it: `union`. */
  readonly subject: string;
  readonly subjectId: string;
  /** Whose staff see it. */
  readonly unionId: number;
}

/**
 * Keeps a file and attaches it to a record in the caller's transaction. Where people upload, the route
 * keeps the file first; this is for what the program makes itself.
 * @returns the attachment's id. @throws AppError invalid `files.…`.
 */
export async function storeAttachment(
  context: Context,
  files: FileStore,
  { file, owner, maxBytes }: { file: GivenFile; owner: AttachmentOwner; maxBytes: number },
): Promise<string> {
  return addAttachment(context, files, { kept: await keepFile(files, file, maxBytes), owner });
}

/**
 * Attaches a kept file to a record; the same file once a record.
 * @returns the attachment's id. @throws AppError unavailable `attachments.file_lost`.
 */
export async function addAttachment(
  context: Context,
  files: FileStore,
  { kept, owner }: { kept: KeptFile; owner: AttachmentOwner },
): Promise<string> {
  const { transaction, actor, now } = context;
  await lockDigest(transaction, kept.digest);
  // An equal file that nothing referred to may just have been swept away.
  if (!(await files.has(kept.digest))) {
    throw new AppError('unavailable', 'attachments.file_lost');
  }
  const { subject, subjectId } = owner;
  const existing = await transaction
    .selectFrom('storedFiles')
    .select('id')
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .where('digest', '=', kept.digest)
    .executeTakeFirst();
  const { id } =
    existing ??
    (await transaction
      .insertInto('storedFiles')
      .values({ ...kept, ...owner, uploadedBy: actor.accountId, uploadedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow());
  const { fileName, digest } = kept;
  await context.record({
    action: 'attachment.added',
    subject: 'attachment',
    subjectId: id,
    unionId: owner.unionId,
    after: { fileName, digest, subject, subjectId },
  });
  return id;
}

/**
 * The bytes of an attachment that the actor may see.
 * @throws AppError not_found `attachments.unknown`, unavailable `files.damaged`.
 */
export async function readAttachment(
  { transaction }: Context,
  files: FileStore,
  id: string,
): Promise<{ readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer }> {
  const found = await transaction
    .selectFrom('storedFiles')
    .select(['fileName', 'mediaType', 'digest'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('not_found', 'attachments.unknown');
  const { fileName, mediaType, digest } = found;
  return { fileName, mediaType, bytes: await files.get(digest) };
}

/**
 * Takes a file from its record; the bytes go later, when nothing else refers to them.
 * @throws AppError not_found `attachments.unknown`, conflict `attachments.in_use` while a record rests on it.
 */
export async function removeAttachment(
  context: Context,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const removed = await context.transaction
    .deleteFrom('storedFiles')
    .where('id', '=', id)
    .returning(['fileName', 'digest', 'subject', 'subjectId', 'unionId'])
    .executeTakeFirst()
    .catch((error: unknown) => {
      throw isStillNamed(error) ? new AppError('conflict', 'attachments.in_use', {}, error) : error;
    });
  if (removed === undefined) throw new AppError('not_found', 'attachments.unknown');
  const { unionId, ...before } = removed;
  await context.record({
    action: 'attachment.removed',
    subject: 'attachment',
    subjectId: id,
    unionId,
    reason,
    before,
  });
}

/** A record names it as its paper: what was decided on it must stay. */
function isStillNamed(error: unknown): boolean {
  return findViolatedConstraint(error)?.endsWith('_file_id_fkey') ?? false;
}

/** Between attaching a file and sweeping it away, one waits for the other. */
export async function lockDigest(transaction: DatabaseTransaction, digest: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${DIGEST_LOCK}::int, hashtext(${digest}))`.execute(
    transaction,
  );
}

const DIGEST_LOCK = 7703;
