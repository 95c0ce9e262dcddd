/**
 * Classes of SQLSTATE: no connection, the server has no room, it was stopped, its disk failed, or it ran out of time.
 */
const AWAY = /^(08|53|57|58|55P03|25P0[23])/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the driver says without a code when a connection breaks under a query. */
const BROKEN = new RegExp(
  `^(${[
    'Connection terminated',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Client has encountered a connection error',
    'Driver not Connected',
    'Client was closed',
  ].join('|')})`,
  'i',
);

/** What TypeORM says when a connection broke between two queries of a transaction. */
const RELEASED = /^(QueryRunner(Provider)?AlreadyReleased|TransactionNotStarted)Error$/;

/** Is the database away for a moment, so that trying again soon makes sense? */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (RELEASED.test(error.name)) return true;
  if (typeof code === 'string' && (AWAY.test(code) || NETWORK.has(code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isAway);
  return BROKEN.test(error.message) || (error.cause !== undefined && isAway(error.cause));
}
