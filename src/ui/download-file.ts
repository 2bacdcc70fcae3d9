import type { ZodType, z } from 'zod';

import type { RouteContract } from '#core/route-contract.ts';

import { headersFor, refuse } from './api-client.ts';
import { routePath } from './call-route.ts';
import { RequestFailure } from './request-failure.ts';

interface DownloadCall<Body extends ZodType> {
  /** Of the address. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly body?: z.input<Body>;
  /** Sent instead of a body, as the field `file`. */
  readonly file?: File;
  /** When the server names none. */
  readonly fallbackName: string;
}

/** Asks a route for a file and gives it to the person to keep. @throws RequestFailure */
export async function downloadFile<Body extends ZodType>(
  route: RouteContract<string, ZodType, ZodType, Body>,
  { params, body, file, fallbackName }: DownloadCall<Body>,
): Promise<void> {
  const sent = file === undefined ? body : formOf(file);
  const response = await fetch(routePath(route.path, params), {
    method: route.method,
    // The answer is a file; a refusal is told as JSON all the same.
    headers: { ...headersFor(route.method, { body: sent }), accept: '*/*' },
    credentials: 'same-origin',
    ...(sent === undefined ? {} : { body: sent instanceof FormData ? sent : JSON.stringify(sent) }),
  }).catch(() => {
    throw new RequestFailure(0, 'network');
  });
  if (!response.ok) {
    const problem: unknown = await response.json().catch(() => null);
    throw refuse(response.status, problem);
  }
  const name = nameFrom(response.headers.get('content-disposition')) ?? fallbackName;
  keepFile(await response.blob(), name);
}

/** Hands bytes that are here already to the person as a file. */
export function keepFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Both ways a header names a file: `filename*=UTF-8''…` and `filename="…"`. */
export function nameFrom(header: string | null): string | undefined {
  if (header === null) return undefined;
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodeSafely(encoded);
  return /filename="([^"]+)"/i.exec(header)?.[1];
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
