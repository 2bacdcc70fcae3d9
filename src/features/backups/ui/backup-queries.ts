import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';

import { BACKUP_ROUTES } from '../contract.ts';
import type { BackupStatus } from '../contract.ts';

export function useBackupStatus(): UseQueryResult<BackupStatus> {
  return useQuery({
    queryKey: ['backups', 'status'],
    queryFn: ({ signal }) => callRoute(BACKUP_ROUTES.status, { signal }),
  });
}
