const MS_PER_HOUR = 3_600_000;

/** Whether the last backup is older than it may be; a system never backed up always is. Instants in epoch milliseconds. */
export function isBackupOverdue(
  lastBackupMs: number | null,
  { warnAfterHours, nowMs }: { readonly warnAfterHours: number; readonly nowMs: number },
): boolean {
  return lastBackupMs === null || nowMs - lastBackupMs > warnAfterHours * MS_PER_HOUR;
}
