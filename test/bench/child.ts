import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export interface Reply {
  value?: unknown;
  problem?: string;
}

/** Servers on one core and load on another, or they would measure each other; where there is no taskset they share. */
const PINS = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
const PATIENCE = 10_000;
/** The forum as `npm start` starts it: with these flags, out of few files and with what Node has compiled of them. */
const FORUM = {
  flags: ['--max-semi-space-size=4'],
  file: fileURLToPath(new URL('../../whole/bench-forum.js', import.meta.url)),
  environment: {
    MALLOC_ARENA_MAX: '1',
    NODE_COMPILE_CACHE: fileURLToPath(new URL('../../.cache', import.meta.url)),
  },
};

/** A program of children/ in a process of its own, asked one question at a time. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    private readonly name: string,
  ) {}

  static async start(name: string, core: 0 | 1, environment: NodeJS.ProcessEnv = {}): Promise<Child> {
    const own = { flags: [], file: fileURLToPath(new URL(`./children/${name}.js`, import.meta.url)), environment: {} };
    const { flags, file, environment: given } = name === 'forum' ? FORUM : own;
    const command = [...(PINS ? ['taskset', '-c', String(core)] : []), process.execPath, ...flags, file];
    const spawned = spawn(command[0] ?? '', command.slice(1), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...given, ...environment },
    });
    const child = new Child(spawned, name);
    const end = (): boolean => spawned.kill();
    process.once('exit', end);
    spawned.once('exit', () => process.off('exit', end));
    await child.reply();
    return child;
  }

  async ask<T>(question: string, given: unknown = null): Promise<T> {
    const reply = this.reply();
    this.process.send({ question, given });
    return (await reply) as T;
  }

  /** Ends it as Ctrl-C would, and by force when it takes too long. */
  async stop(): Promise<void> {
    const { process: child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.kill('SIGTERM');
    await gone;
    clearTimeout(late);
  }

  private reply(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`${this.name} ended before it answered`));
      this.process.once('exit', ended);
      this.process.once('message', ({ value, problem }: Reply) => {
        this.process.off('exit', ended);
        if (problem === undefined) resolve(value);
        else reject(new Error(problem));
      });
    });
  }
}
