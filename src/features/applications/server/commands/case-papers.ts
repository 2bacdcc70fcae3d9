import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import type { ConsentKind } from '../../rules/application-inputs.ts';
import { getApplication } from '../application-row.ts';
import type { StoredApplication } from '../application-row.ts';
import { assertFileOfCase } from '../case-files.ts';
import { loadCase } from '../load-cases.ts';

interface PaperFile {
  readonly id: number;
  readonly paper: string;
  readonly fileId: string;
}

/**
 * Files an attachment of the case under the paper it is.
 * @throws AppError `not_found`, `invalid` `application.paper_unknown`, `application.file_not_of_case`,
 *   `conflict` `application.not_editable` once it is decided.
 */
export async function addPaper(context: Context, { id, paper, fileId }: PaperFile): Promise<void> {
  const application = await getOpen(context, id);
  const { policy } = await loadCase(context, application);
  if (!policy.papers.some(({ code }) => code === paper)) {
    throw new AppError('invalid', 'application.paper_unknown');
  }
  await assertFileOfCase(context, id, fileId);
  const { unionId } = application;
  await context.transaction
    .insertInto('applicationPapers')
    .values({ applicationId: id, paper, fileId, unionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await context.record({
    action: 'application.paper_added',
    subject: 'application',
    subjectId: id,
    unionId,
    after: { paper, fileId },
  });
}

/** @throws AppError `not_found`, `conflict` `application.not_editable` once it is decided. */
export async function removePaper(
  context: Context,
  { id, paper, fileId }: PaperFile,
): Promise<void> {
  const { unionId } = await getOpen(context, id);
  await context.transaction
    .deleteFrom('applicationPapers')
    .where('applicationId', '=', id)
    .where('paper', '=', paper)
    .where('fileId', '=', fileId)
    .execute();
  await context.record({
    action: 'application.paper_removed',
    subject: 'application',
    subjectId: id,
    unionId,
    before: { paper, fileId },
  });
}

/** Notes what the applicant signed, and which text it was. @throws AppError `not_found`. */
export async function addConsents(
  context: Context,
  { id, kinds, textVersion }: ConsentsGiven,
): Promise<void> {
  const { unionId, applicantName } = await getOpen(context, id);
  for (const kind of kinds) {
    await context.transaction
      .insertInto('applicationConsents')
      .values({
        applicationId: id,
        unionId,
        kind,
        textVersion,
        givenBy: applicantName,
        givenAt: context.now,
        accountId: context.actor.accountId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await context.record({
    action: 'application.consents_given',
    subject: 'application',
    subjectId: id,
    unionId,
    after: { kinds, textVersion },
  });
}

interface ConsentsGiven {
  readonly id: number;
  readonly kinds: readonly ConsentKind[];
  readonly textVersion: string;
}

/** Papers of a decided case stay as they were when it was decided. */
async function getOpen(context: Context, id: number): Promise<StoredApplication> {
  const application = await getApplication(context, id);
  if (application.approvedFen !== null || application.state === 'withdrawn') {
    throw new AppError('conflict', 'application.not_editable');
  }
  return application;
}
