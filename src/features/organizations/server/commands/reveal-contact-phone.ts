import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { decryptPhone } from '../phone-cipher.ts';
import type { PhoneCipher } from '../phone-cipher.ts';
import { getUnion } from '../union-row.ts';

/** @throws AppError `not_found` `union.unknown` or `union.no_contact_phone`. */
export async function revealContactPhone(
  context: Context,
  cipher: PhoneCipher,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<string> {
  const phone = decryptPhone(cipher, await getUnion(context, id));
  if (phone === null) throw new AppError('not_found', 'union.no_contact_phone');
  await context.record({ subjectId: id, unionId: id, reason });
  return phone;
}
