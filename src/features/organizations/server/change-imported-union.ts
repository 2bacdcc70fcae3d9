import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { ExistingUnion } from '../rules/import-change.ts';
import type { UnionSheetRow } from '../rules/union-sheet.ts';
import { sealPhone } from './phone-cipher.ts';
import type { PhoneCipher } from './phone-cipher.ts';
import { addPlacement } from './placements.ts';
import { saveUnion } from './union-row.ts';

/** What all steps of one import share. */
export interface Writing {
  readonly context: Context;
  readonly cipher: PhoneCipher;
  /** By code; grows as unions are founded. */
  readonly ids: Map<string, number>;
  readonly reason: string;
}

const FACTS = [
  'name',
  'parentCode',
  'regionCode',
  'creditCode',
  'foundedOn',
  'contactName',
] as const;
type Facts = Partial<Pick<UnionSheetRow, (typeof FACTS)[number]>>;

/** Writes what the row says anew of a union, its history and its audit entry. */
export async function changeImportedUnion(
  writing: Writing,
  row: UnionSheetRow,
  union: ExistingUnion,
): Promise<void> {
  const { context, cipher, ids, reason } = writing;
  const { id, version } = union;
  const { before, after } = compareFacts(row, union);
  const isMoved = after.parentCode !== undefined;
  const phone = row.contactPhone === union.contactPhone ? null : row.contactPhone;
  if (Object.keys(after).length === 0 && phone === null) return;
  const { parentCode: _parentCode, ...columns } = after;
  const parentId = ids.get(after.parentCode ?? union.parentCode ?? '') ?? null;
  await saveUnion(
    context,
    { id, version },
    {
      ...columns,
      ...(isMoved ? { parentId } : {}),
      ...(phone === null ? {} : { contactPhoneSecret: sealPhone(cipher, id, phone) }),
    },
  );
  if (isMoved || after.name !== undefined) {
    const from = toChinaDay(context.now);
    await addPlacement(context, { unionId: id, parentId, name: row.name, from, reason });
  }
  await context.record({
    action: isMoved ? 'union.moved' : 'union.updated',
    subject: 'union',
    subjectId: id,
    unionId: id,
    reason,
    before,
    after: { ...after, ...(phone === null ? {} : { hasNewContactPhone: true }) },
  });
}

/** The facts that differ, as they were and as the row has them; a blank cell says nothing. */
function compareFacts(row: UnionSheetRow, union: ExistingUnion): { before: Facts; after: Facts } {
  const differing = FACTS.filter((fact) => row[fact] !== null && row[fact] !== union[fact]);
  const pick = (from: UnionSheetRow | ExistingUnion): Facts =>
    Object.fromEntries(differing.map((fact) => [fact, from[fact]]));
  return { before: pick(union), after: pick(row) };
}
