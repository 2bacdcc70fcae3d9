import { toDisposition } from '#platform/http/name-download.ts';

/** Kinds that a browser draws itself; none of them can run anything of ours. */
const DRAWN: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
]);

/** With which a kept file is served: seen in a page of ours, or taken away. */
export function headersOfFile(
  { mediaType, fileName }: { readonly mediaType: string; readonly fileName: string },
  isViewed: boolean,
): Record<string, string> {
  const isDrawn = isViewed && DRAWN.has(mediaType);
  return {
    'content-type': mediaType,
    'content-disposition': toDisposition(isDrawn ? 'inline' : 'attachment', fileName),
    // Never a page of ours, whatever it is; seen in a frame of ours only.
    'content-security-policy': isDrawn
      ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
      : "default-src 'none'; sandbox",
    'x-frame-options': isDrawn ? 'SAMEORIGIN' : 'DENY',
  };
}
