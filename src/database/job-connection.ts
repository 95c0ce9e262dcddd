import pg from 'pg';

/** Makes the pool that jobs are fetched with: apart from the writer's own, so that a page never waits for a job's turn. */
export class JobConnection {
  constructor(private readonly connection: pg.PoolConfig) {}

  /** A connection that breaks while nobody uses it would end the process, were nobody to hear of it. */
  pool(connections: number): pg.Pool {
    const pool = new pg.Pool({ ...this.connection, max: connections, connectionTimeoutMillis: 5_000, keepAlive: true });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  }
}
