import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { readConfig } from '../../src/config/read-config.js';
import { OWNER, runningServer } from '../../src/database/embedded-server.js';
import { type OpenDatabase, openDatabase } from '../../src/database/open-database.js';
import { Child } from './child.js';
import type { Usage } from './children/answering.js';
import { databaseCpu } from './database-cpu.js';
import { asOwner } from './owner.js';

/** Wide enough that none of them is what is measured. */
const LIMITS = Object.fromEntries(
  ['LOGIN', 'REGISTER', 'RECOVERY', 'SEND', 'PREVIEW', 'READ', 'FILES', 'SOCKET', 'SEATS'].map((name) => [
    `LIMIT_${name}`,
    '900000000/60',
  ]),
);

/** What is measured: a forum in a process of its own, over data that are thrown away at the end. */
export class Subject {
  url = '';
  private accounts: { name: string; password: string; role: string }[] = [];

  private constructor(
    readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
    public server: Child,
  ) {}

  /** With the data of the demonstration. */
  static open(): Promise<Subject> {
    return Subject.over(async () => ({}));
  }

  /** `prepare` may put data into the folder, and answers what the forum is to find in its environment besides. */
  static async over(prepare: (folder: string) => Promise<NodeJS.ProcessEnv>): Promise<Subject> {
    const folder = mkdtempSync(join(tmpdir(), 'palabre-bench-'));
    const port = await freePort();
    try {
      const environment = { ...environmentOf(folder, port), ...(await prepare(folder)) };
      const subject = new Subject(folder, environment, await start(environment));
      await subject.meet();
      return subject;
    } catch (problem) {
      rmSync(folder, { recursive: true, force: true });
      throw problem;
    }
  }

  /** Lets `work` have the port and the data while the forum is stopped. */
  async away<T>(work: (environment: NodeJS.ProcessEnv, url: string) => Promise<T>): Promise<T> {
    await this.server.stop();
    const result = await work(this.environment, this.url);
    this.server = await start(this.environment);
    await this.meet();
    return result;
  }

  /**
   * Lets `work` have the database by both logins while the forum is stopped, which starts afresh after it. The short
   * forms of the benches do without the new start.
   */
  opened<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
    const open = async (environment: NodeJS.ProcessEnv, as: 'forum' | 'command'): Promise<T> => {
      const database = await openDatabase(readConfig(environment, { demonstration: true }), { as });
      return work(database).finally(() => database.close());
    };
    if (this.environment.SMALL === 'yes') return open(this.environment, 'command');
    return this.away((environment) => open(environment, 'forum'));
  }

  /** Asks the tables themselves, as their owner, while the forum goes on. */
  beside<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
    const server = runningServer(join(this.folder, 'postgres'));
    if (server === null) throw new Error('the forum has no PostgreSQL');
    return asOwner(server.connection(OWNER, OWNER), work);
  }

  /** Starts it again, with the limits that a forum has from the start or with those of a bench. */
  async restart({ usualLimits = false } = {}): Promise<void> {
    await this.server.stop();
    const usual = Object.fromEntries([
      ...Object.keys(LIMITS).map((name) => [name, undefined]),
      ['USUAL_LIMITS', 'yes'],
    ]);
    this.server = await start(
      usualLimits ? { ...this.environment, ...usual, PROXIES: '127.0.0.1' } : this.environment,
    );
    await this.meet();
  }

  /**
   * Until the jobs of the start are over, which would be measured as well: the forum takes less than a twentieth of a
   * core. After a minute it is measured as it is.
   */
  async calm(): Promise<void> {
    for (let time = 0; time < 120; time++) {
      const { cpu } = await this.usage();
      await pause(500);
      if ((await this.usage()).cpu - cpu < 25) return;
    }
  }

  usage(): Promise<Usage> {
    return this.server.ask<Usage>('usage');
  }

  /** CPU of its PostgreSQL in ms. */
  databaseCpu(): number {
    return databaseCpu(this.folder);
  }

  /** The Cookie header of whoever has this role. */
  async logIn(role: string): Promise<string> {
    const { name = '', password = '' } = this.accounts.find((account) => account.role === role) ?? {};
    const answer = await fetch(`${this.url}/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.url },
      body: new URLSearchParams({ name, password }),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    if (answer.status !== 303 || cookie === '') throw new Error(`${name} can't log in: ${answer.status}`);
    return cookie.split(';', 1)[0] ?? '';
  }

  /** Address of the first page of a thread with this title. */
  async thread(category: string, title: string): Promise<string> {
    const page = await (await fetch(`${this.url}/category/${category}`)).text();
    const found = [...page.matchAll(/href="(\/thread\/\d+\/[^"?#]+)[^"]*"[^>]*>([^<]+)/g)].find(([, , text]) =>
      text?.includes(title),
    );
    if (found?.[1] === undefined) throw new Error(`no thread « ${title} » in ${category}`);
    return found[1];
  }

  async close(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async meet(): Promise<void> {
    this.url = await this.server.ask<string>('address');
    this.accounts = await this.server.ask('accounts');
  }
}

function environmentOf(folder: string, port: number): NodeJS.ProcessEnv {
  return {
    ...LIMITS,
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: '',
    SOCKETS_MAX: '20000',
  };
}

function start(environment: NodeJS.ProcessEnv): Promise<Child> {
  return Child.start('forum', 0, environment);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
