import type { Api } from '#platform/http/api.ts';

import { BACKUP_ROUTES } from '../contract.ts';
import { findBackupStatus } from './find-backup-status.ts';

export function addBackupRoutes(api: Api): void {
  api.bind(BACKUP_ROUTES.status, findBackupStatus);
}
