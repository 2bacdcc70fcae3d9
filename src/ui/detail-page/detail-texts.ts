/** `820 B`, `12 KB`, `3.4 MB` */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Beijing time `2026-03-02 00:05`, whatever the computer's clock is set to; a day as it is. */
export function timeText(when: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return when;
  const instant = new Date(when);
  if (Number.isNaN(instant.getTime())) return when;
  // Swedish dates are ISO dates.
  return instant.toLocaleString('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
}
