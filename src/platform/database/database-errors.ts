/** PostgreSQL's codes that the program acts on. */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
/** A commit sent to a server that became a standby during a failover. */
const READ_ONLY_TRANSACTION = '25006';
const CONNECTION_CLASS = '08';
const SERVER_GOING_DOWN: ReadonlySet<string> = new Set(['57P01', '57P02', '57P03']);
const SYSTEM_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** The driver reports these without a code. */
const DRIVER_TEXTS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** Another transaction won; the same work may succeed when run again. */
export function isRaceLoss(error: unknown): boolean {
  const code = codeOf(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** The server cannot be reached, is restarting, or has just handed over to another one. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === undefined) return DRIVER_TEXTS.test(error.message);
  return (
    SYSTEM_CODES.has(code) ||
    SERVER_GOING_DOWN.has(code) ||
    code === READ_ONLY_TRANSACTION ||
    code.startsWith(CONNECTION_CLASS)
  );
}

/** The name of the violated constraint or unique index, if that is what the error says. */
export function findViolatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('constraint' in error)) return undefined;
  return typeof error.constraint === 'string' ? error.constraint : undefined;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
