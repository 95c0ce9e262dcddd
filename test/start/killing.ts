import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { socketFolder } from '../../src/database/socket-folder.js';
import { until } from '../until.js';

/** Milliseconds in which a server hangs up on whoever takes leave. */
const FAREWELL = 2_000;

/** The PostgreSQL of a data folder, as whoever is root on its machine sees it. */
export class Victim {
  constructor(private readonly data: string) {}

  get folder(): string {
    return join(this.data, 'postgres');
  }

  get pid(): number {
    return Number(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  }

  /** As the system does when memory is short. @returns its number */
  kill(): number {
    const { pid } = this;
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  /** As a disk that hangs, or a machine that is being moved: everything of it stands, and its sockets stay open. */
  standStill(): void {
    for (const pid of this.all()) process.kill(pid, 'SIGSTOP');
  }

  goOn(): void {
    for (const pid of this.all()) process.kill(pid, 'SIGCONT');
  }

  /** Its processes, the postmaster first. */
  all(): number[] {
    const { pid } = this;
    const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
    return [pid, ...rows.filter(([, parent]) => parent === pid).map(([child = 0]) => child)];
  }

  /** Rows of a query as the owner, once the server answers. */
  async ask<T extends object>(sql: string, patience = 20_000): Promise<T[]> {
    let rows: T[] = [];
    await until(
      async () => {
        const client = new pg.Client({
          host: socketFolder(this.folder, undefined),
          port: 5432,
          user: 'palabre',
          database: 'palabre',
          connectionTimeoutMillis: patience,
          query_timeout: patience,
        });
        client.on('error', () => undefined);
        try {
          await client.connect();
          rows = (await client.query<T>(sql)).rows;
        } finally {
          // A server that is ending may take the farewell and never hang up.
          await Promise.race([client.end(), pause(FAREWELL, undefined, { ref: false })]);
        }
      },
      patience,
      20,
    );
    return rows;
  }
}
