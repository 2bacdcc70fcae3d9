/** PostgreSQL's codes that the program acts on. */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
/** A commit sent to a server that became a standby during a failover. */
const READ_ONLY_TRANSACTION = '25006';
const CONNECTION_CLASS = '08';
/** Shutting down, crashed, starting up; an idle connection ended; no connection left. */
const CONNECTION_REFUSED: ReadonlySet<string> = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '53300',
]);
const SYSTEM_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** Number, time or zone out of range; a sign that the encoding, or JSON, cannot hold. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22003', '22008', '22009', '22021', '22P05']);
/** The driver reports these without a code. */
const DRIVER_TEXTS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed)/;
/** No connection of the pool came free in time. */
const POOL_TEXT = 'timeout exceeded when trying to connect';

/** Another transaction won; the same work may succeed when run again. */
export function isRaceLoss(error: unknown): boolean {
  const code = codeOf(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/**
 * The server cannot be reached, is restarting, or has just handed over to another one. What was not
 * committed is gone, and may go through when it is done again.
 */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === undefined) return DRIVER_TEXTS.test(error.message);
  return (
    SYSTEM_CODES.has(code) ||
    CONNECTION_REFUSED.has(code) ||
    isReadOnly(error) ||
    code.startsWith(CONNECTION_CLASS) ||
    isSocketMissing(error)
  );
}

/** The server only reads: a standby, or what was the primary before a failover. */
export function isReadOnly(error: unknown): boolean {
  return codeOf(error) === READ_ONLY_TRANSACTION;
}

/** Why the database does not serve at the moment, as a code of `unavailable`; undefined otherwise. */
export function findDatabaseTrouble(error: unknown): string | undefined {
  if (error instanceof Error && error.message === POOL_TEXT) return 'database.busy';
  if (isReadOnly(error)) return 'database.read_only';
  return isConnectionLoss(error) ? 'database.unreachable' : undefined;
}

/** What the sender gave fits into no column: a NUL in a text, an id or a year beyond all that exist. */
export function isUnstorableValue(error: unknown): boolean {
  return UNSTORABLE.has(codeOf(error) ?? '');
}

/** The name of the violated constraint or unique index, if that is what the error says. */
export function findViolatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('constraint' in error)) return undefined;
  return typeof error.constraint === 'string' ? error.constraint : undefined;
}

/** The socket of a server that is down; a missing file of ours is something else. */
function isSocketMissing(error: Error): boolean {
  return codeOf(error) === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
