import type { FastifyRequest } from 'fastify';

import { AppError } from '#core/app-error.ts';
import type { UploadedFile } from '#core/route-contract.ts';

/**
 * The one file of a multipart request; its other fields become the body of the request.
 * @throws AppError `invalid` when there is no file, or no form that can be read; Fastify's 413 when it is too large.
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new AppError('invalid', 'upload.file_missing');
  const fields = new Map<string, unknown>();
  let file: UploadedFile | undefined;
  try {
    for await (const part of request.parts({ limits: { ...LIMITS, fileSize: maxBytes } })) {
      if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
      else fields.set(part.fieldname, part.value);
    }
  } catch (cause) {
    // The plugin's own refusals carry a status; the parser behind it only says that it cannot go on.
    if (cause instanceof Error && 'statusCode' in cause) throw cause;
    throw new AppError('invalid', 'upload.file_missing', {}, cause);
  }
  if (file === undefined) throw new AppError('invalid', 'upload.file_missing');
  request.body = Object.fromEntries(fields);
  return file;
}

const LIMITS = { files: 1, fields: 20, fieldSize: 10_000, headerPairs: 50 };

/** The file of a route that takes one. */
export function uploadOf({ upload }: { readonly upload?: UploadedFile }): UploadedFile {
  if (upload === undefined) throw new Error('the route of an upload was called without one');
  return upload;
}
