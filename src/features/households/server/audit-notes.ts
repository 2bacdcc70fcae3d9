import type { AuditNote } from '#platform/audit-log/audit-entry.ts';

import type { OpenedFile, NewFile } from './commands/open-households.ts';
import type { StoredHousehold } from './household-row.ts';
import type { FormChange, SavedForm } from './save-form.ts';

/** What the log says of a file that was opened. */
export function noteOpening(file: NewFile, opened: OpenedFile): AuditNote {
  const { unionId, openedOn, source, reason } = file;
  const { id, fileNumber, form } = opened;
  const { scheme, tier, people } = form;
  const { hardshipClass } = opened.class;
  const after = { fileNumber, unionId, openedOn, source, hardshipClass, scheme, tier };
  return {
    action: 'household.opened',
    subject: 'household',
    subjectId: id,
    unionId,
    reason,
    after: { ...after, memberCount: people.length },
  };
}

export interface SavedChange {
  readonly household: StoredHousehold;
  readonly change: Pick<FormChange, 'source' | 'reason' | 'validOn'>;
  readonly saved: SavedForm;
  /** Paths into the form, never what stands there. */
  readonly changed: readonly string[];
}

/** What the log says of a form that was saved anew. */
export function noteSaving({ household, change, saved, changed }: SavedChange): AuditNote {
  const { id, unionId, version, hardshipClass } = household;
  const { validOn, source, reason } = change;
  return {
    action: 'household.changed',
    subject: 'household',
    subjectId: id,
    unionId,
    reason,
    before: { version, hardshipClass, memberCount: household.form.people.length },
    after: {
      version: saved.number,
      hardshipClass: saved.class.hardshipClass,
      memberCount: saved.form.people.length,
      source,
      validOn,
      changed,
    },
  };
}
