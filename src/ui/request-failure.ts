/** What is wrong with one field of what was sent; `path` is dotted, as in `contacts.0.phone`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export interface FailureDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  /** The Chinese sentence the server chose; empty when none came. */
  readonly message?: string;
  readonly errors?: readonly FieldError[];
  readonly requestId?: string;
}

/** A request the server refused; `code` keys the sentence that tells why. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly code: string;
  /** 0 when no server answered. */
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: readonly FieldError[];
  readonly requestId: string;

  constructor(status: number, code: string, details: FailureDetails = {}) {
    super(details.message ?? '');
    this.status = status;
    this.code = code;
    this.params = details.params ?? {};
    this.errors = details.errors ?? [];
    this.requestId = details.requestId ?? '';
  }
}

/** Reads problem details (RFC 9457); whatever a proxy sent instead still makes a failure. */
export function toRequestFailure(status: number, body: unknown): RequestFailure {
  const problem = isRecord(body) ? body : {};
  const code = typeof problem['code'] === 'string' ? problem['code'] : codeOfStatus(status);
  return new RequestFailure(status, code, {
    params: isRecord(problem['params']) ? plainParams(problem['params']) : {},
    message: textOf(problem['detail']) || textOf(problem['title']),
    errors: Array.isArray(problem['errors']) ? problem['errors'].flatMap(toFieldError) : [],
    requestId: textOf(problem['requestId']),
  });
}

/** One sentence for a person, whatever went wrong. */
export function failureText(error: unknown): string {
  if (!(error instanceof RequestFailure)) return '页面出现错误，请重新载入后再试。';
  if (error.message !== '') return error.message;
  if (error.code === 'network') return '无法连接服务，请检查网络后重试。';
  switch (error.status) {
    case 401:
      return '登录已失效，请重新登录。';
    case 403:
      return '您没有此项操作的权限。';
    case 404:
      return '没有找到所需内容，可能已被删除或移动。';
    case 409:
      return '内容已被他人修改或状态已变化，请刷新后重试。';
    case 413:
      return '上传的内容过大。';
    case 422:
      return '填写的内容有误，请检查后重新提交。';
    case 429:
      return '操作过于频繁，请稍后再试。';
    case 503:
      return '服务暂时不可用，请稍后再试。';
    default:
      return '服务出现错误，请稍后再试。';
  }
}

function codeOfStatus(status: number): string {
  return status >= 500 ? 'server.bug' : 'request.invalid';
}

function toFieldError(value: unknown): FieldError[] {
  if (!isRecord(value) || typeof value['message'] !== 'string') return [];
  return [{ path: dottedPath(value['path']), message: value['message'] }];
}

/** Accepts `a.b`, `/a/b` and `['a', 'b']`. */
function dottedPath(path: unknown): string {
  if (Array.isArray(path)) return path.map(String).join('.');
  return textOf(path).replace(/^\//, '').replaceAll('/', '.');
}

function plainParams(params: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
