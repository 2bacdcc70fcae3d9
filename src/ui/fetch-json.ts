/** What a page does with a reply: parse it or throw; a Zod schema is one. */
export interface ReplySchema<Reply> {
  readonly parse: (value: unknown) => Reply;
}

/** A request the server refused; `code` keys the sentence that tells why. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** @throws RequestFailure with code `network` when no server answers. */
export async function fetchJson<Reply>(
  path: string,
  schema: ReplySchema<Reply>,
  signal: AbortSignal,
): Promise<Reply> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      throw new RequestFailure(0, 'network');
    },
  );
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new RequestFailure(response.status, codeOf(body));
  return schema.parse(body);
}

function codeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('code' in body)) return 'server.bug';
  return typeof body.code === 'string' ? body.code : 'server.bug';
}
