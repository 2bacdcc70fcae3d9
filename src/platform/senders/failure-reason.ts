/**
 * Makes a reason that may be stored and shown: what the other side said is cut, put on one line, and
 * freed of our secrets, because some servers repeat what they were sent.
 */
export function failureReason(code: string, detail: string, secrets: readonly string[]): string {
  return `${code} ${toSafeLine(detail, secrets)}`.trim();
}

/** One line of at most 200 characters without the secrets. */
export function toSafeLine(text: string, secrets: readonly string[]): string {
  // Longest first: a secret that is part of another one must not leave the rest of it standing.
  const known = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length);
  const clean = known.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return clean
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
