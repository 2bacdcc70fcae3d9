import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';

import type { PlainReach } from './plain-reach.ts';
import { lookupWithin } from './plain-reach.ts';

export interface PostTarget {
  readonly url: URL;
  /** From the start to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Where `http:` may go; `https:` may go anywhere. */
  readonly plainReach: PlainReach;
  /** Certificates to trust instead of the usual ones, for a private deployment. */
  readonly caPem: string | undefined;
}

/** `not_sent`: no connection came about. `no_answer`: it did, and then the answer did not come whole. */
export type PostReply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly date: string;
      readonly body: string;
    }
  | { readonly kind: 'not_sent'; readonly code: string }
  | { readonly kind: 'no_answer'; readonly code: string };

const MAX_ANSWER_BYTES = 65_536;

/**
 * Posts once. Not `fetch`, which follows redirects with what is secret in the URL and does not tell
 * whether a failed request had left; a new connection each time, because an old one may be dead
 * already and would make a certain failure look like a doubtful one.
 */
export async function postJson(target: PostTarget, body: unknown): Promise<PostReply> {
  const progress = { isConnected: false };
  try {
    const response = await exchange(target, JSON.stringify(body), progress);
    return {
      kind: 'answered',
      status: response.statusCode ?? 0,
      date: response.headers.date ?? '',
      body: await readBody(response),
    };
  } catch (error) {
    return { kind: progress.isConnected ? 'no_answer' : 'not_sent', code: toCode(error) };
  }
}

function exchange(
  target: PostTarget,
  json: string,
  progress: { isConnected: boolean },
): Promise<IncomingMessage> {
  const isTls = target.url.protocol === 'https:';
  const options: RequestOptions & { ca?: string } = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(target.timeoutMs),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(json),
    },
    ...(isTls ? {} : { lookup: lookupWithin(target.plainReach) }),
    ...(target.caPem === undefined ? {} : { ca: target.caPem }),
  };
  return new Promise((resolve, reject) => {
    const request = (isTls ? requestTls : requestPlain)(target.url, options, resolve);
    request.on('error', reject);
    request.once('socket', (socket) => {
      socket.once(isTls ? 'secureConnect' : 'connect', () => {
        progress.isConnected = true;
      });
    });
    request.end(json);
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let byteLength = 0;
  for await (const chunk of response) {
    // Without an encoding set, a response yields buffers; the type of the stream does not say so.
    const bytes = chunk as Buffer;
    byteLength += bytes.length;
    if (byteLength > MAX_ANSWER_BYTES) throw Object.assign(new Error(), { code: 'ETOOLONG' });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Only the code leaves: a message may hold the URL, and the URL holds the key. */
function toCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ABORT_ERR') return 'ETIMEDOUT';
  return typeof code === 'string' ? code : 'EUNKNOWN';
}
