import { findApplicationText } from '#features/applications/messages.ts';
import { checkOwnCase, inOwnCase } from '#features/applications/server/commands/own-case.ts';
import type { Context } from '#platform/context.ts';

import { findWorkerText } from '../../messages.ts';
import { OWN_WARNINGS } from '../../rules/own-texts.ts';
import type { OwnCheck } from '../../rules/own-views.ts';
import type { WorkerDependencies } from '../worker-dependencies.ts';
import { listGaps } from './hand-in.ts';

/** What is missing, all at once; what to think of; what the rules say to it as it is told. */
export function checkOwnDraft(
  context: Context,
  keys: WorkerDependencies['keys'],
  id: number,
): Promise<OwnCheck> {
  return inOwnCase(context, id, async (seeing) => {
    const missing = await listGaps(seeing, keys, id);
    const { warnings, judgement } = await checkOwnCase(seeing, id);
    return {
      missing: missing.map((reason) => ({
        code: reason.code,
        params: { ...reason.params },
        text: findApplicationText(reason) ?? findWorkerText(reason) ?? reason.code,
      })),
      // In words of their own: those for a desk name others of the family.
      warnings: [...new Set(warnings.flatMap(({ code }) => OWN_WARNINGS[code] ?? []))],
      remarks: judgement.reasons
        .filter(({ code }) => code !== 'evidence_missing')
        .map(({ rule, detail, citation }) => ({ text: `${rule}：${detail}`, citation })),
    };
  });
}
