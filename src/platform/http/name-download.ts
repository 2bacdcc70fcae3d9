import type { FastifyReply } from 'fastify';

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Download {
  readonly name: string;
  readonly mediaType: string;
}

/** The reply is a file to be kept under this name, in Chinese if need be. */
export function nameDownload(reply: FastifyReply, { name, mediaType }: Download): void {
  reply.headers({
    'content-type': mediaType,
    'content-disposition': toDisposition('attachment', name),
  });
}

/** The reply is a workbook under this name. */
export function toXlsxDownload(reply: FastifyReply, name: string, bytes: Buffer): Buffer {
  nameDownload(reply, { name, mediaType: XLSX_MEDIA_TYPE });
  return bytes;
}

/** @param way `inline` for what the browser shall draw itself. */
export function toDisposition(way: 'inline' | 'attachment', name: string): string {
  return `${way}; filename*=UTF-8''${toExtendedValue(name)}`;
}

/** RFC 8187: a few signs that a path may hold stand for themselves there and must not here. */
function toExtendedValue(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
