import pg from 'pg';
import { CONNECTING } from './connecting.js';
import { SteadyClient } from './steady-client.js';

/**
 * Makes the pool that jobs are fetched with: apart from the writer's own, so that a page never waits for a job's turn.
 */
export class JobConnection {
  constructor(private readonly connection: pg.PoolConfig) {}

  /** `connecting`: milliseconds that a connection may take, which the runner of jobs tries again after. */
  pool(connections: number, connecting = CONNECTING): pg.Pool {
    const pool = new pg.Pool({
      ...this.connection,
      Client: SteadyClient,
      max: connections,
      connectionTimeoutMillis: connecting,
      keepAlive: true,
    });
    // The pool removes a broken connection by itself, but its `error` event without a listener would end the process.
    pool.on('error', () => undefined);
    // The worker library wants a listener here that watches each connection; ours watch themselves.
    pool.on('connect', () => undefined);
    return pool;
  }
}
