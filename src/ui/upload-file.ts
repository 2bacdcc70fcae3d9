import { headersFor, refuse } from './api-client.ts';
import type { ReplySchema } from './api-client.ts';
import { RequestFailure } from './request-failure.ts';

interface UploadOptions<Reply> {
  readonly schema: ReplySchema<Reply>;
  /** Sent before the file, e.g. what the file belongs to. */
  readonly fields?: Readonly<Record<string, string>>;
  /** From 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * Sends one file as multipart form data under the name `file`. Not `fetch`, which tells nothing
 * about the progress of what it sends. @throws RequestFailure
 */
export function uploadFile<Reply>(
  path: string,
  file: File,
  options: UploadOptions<Reply>,
): Promise<Reply> {
  const { schema, fields = {}, onProgress, signal } = options;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', path);
  const headers = headersFor('POST', { body: form, idempotencyKey: options.idempotencyKey });
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) onProgress?.(loaded / total);
  });
  const abort = (): void => request.abort();
  signal?.addEventListener('abort', abort);
  return new Promise<unknown>((resolve, reject) => {
    request.addEventListener('load', () => {
      const body = parseBody(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(refuse(request.status, body));
    });
    request.addEventListener('error', () => reject(new RequestFailure(0, 'network')));
    request.addEventListener('abort', () => reject(new RequestFailure(0, 'upload.cancelled')));
    request.send(form);
  })
    .then((body) => schema.parse(body))
    .finally(() => signal?.removeEventListener('abort', abort));
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
