import { findAccountText } from '#features/accounts/messages.ts';

import { findApplicationText } from '../messages.ts';
import type { ReasonView } from '../rules/application-views.ts';

/** The sentence of a reason: of this feature, or of the duties that are kept apart. */
export function reasonText(reason: ReasonView): string {
  return findApplicationText(reason) ?? findAccountText(reason) ?? `原因代码 ${reason.code}`;
}
