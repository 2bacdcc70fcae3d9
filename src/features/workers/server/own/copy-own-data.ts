import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { renderOwnDataCopy } from '../../documents/own-data-copy.ts';
import { SECRET_LABELS } from '../../rules/describe-own-data.ts';
import { OWN_SECRETS } from '../../rules/own-inputs.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { readOwnData } from './own-data.ts';
import { findOwnPerson } from './own-person.ts';
import { getOwnProfile } from './own-profile.ts';
import { readOwnRecords } from './own-secrets.ts';

export interface CopyFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A copy of everything kept of the person, secrets in full, for the person alone. */
export async function copyOwnData(
  context: Context,
  { keys }: Pick<WorkerDependencies, 'keys'>,
  format: 'pdf' | 'json',
): Promise<CopyFile> {
  const own = await findOwnPerson(context);
  const { secrets } = await readOwnRecords(context, keys, own);
  const { parts } = await readOwnData(context, keys);
  const { unionName, name } = await getOwnProfile(context, { keys });
  const copy = {
    name,
    unionName,
    madeOn: toChinaDay(context.now),
    parts,
    secrets: OWN_SECRETS.flatMap((field) => {
      const value = secrets[field];
      return value === null ? [] : [{ label: SECRET_LABELS[field], value }];
    }),
  };
  await context.record({
    subjectId: own.accountId,
    unionId: own.unionId,
    after: { format },
  });
  if (format === 'json') {
    const bytes = Buffer.from(JSON.stringify(copy, undefined, 2));
    return { name: '个人信息副本.json', mediaType: 'application/json; charset=utf-8', bytes };
  }
  const bytes = Buffer.from(renderOwnDataCopy(copy));
  return { name: '个人信息副本.pdf', mediaType: 'application/pdf', bytes };
}
