import { AppError } from '#core/app-error.ts';

import { listMigrations } from '../database/migrate.ts';
import type { Manifest } from './backup-format.ts';

/** @throws AppError conflict `backup.newer_program`, `backup.foreign_migrations`. */
export async function refuseUnknownProgram(
  { programVersion: version, migrations }: Manifest,
  ownVersion: string,
): Promise<void> {
  const known = await listMigrations();
  if (migrations.length > known.length || isNewer(version, ownVersion)) {
    throw new AppError('conflict', 'backup.newer_program', { version, ownVersion });
  }
  const foreign = migrations.find(({ digest }, index) => known[index]?.digest !== digest);
  if (foreign === undefined) return;
  throw new AppError('conflict', 'backup.foreign_migrations', { name: foreign.name });
}

/** Compares `1.10.2` by its numbers; what follows a hyphen does not count. */
function isNewer(version: string, than: string): boolean {
  const [left, right] = [toNumbers(version), toNumbers(than)];
  const index = left.findIndex((part, place) => part !== (right[place] ?? 0));
  return index !== -1 && (left[index] ?? 0) > (right[index] ?? 0);
}

function toNumbers(version: string): number[] {
  return (version.split('-')[0] ?? '').split('.').map(Number);
}
