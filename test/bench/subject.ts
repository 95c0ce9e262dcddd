import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Child } from './child.js';
import type { Usage } from './children/answering.js';
import { databaseCpu } from './database-cpu.js';

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

  /** `given` goes over what a forum is started with here. */
  static async open(given: NodeJS.ProcessEnv = {}): Promise<Subject> {
    const folder = mkdtempSync(join(tmpdir(), 'palabre-bench-'));
    const port = await freePort();
    const environment = { ...environmentOf(folder, port), ...given };
    try {
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
