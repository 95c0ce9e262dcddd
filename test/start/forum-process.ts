import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { basename, resolve } from 'node:path';

/** The forum as an administrator starts it: another process, given nothing but its settings. */
export interface ForumProcess {
  readonly child: ChildProcess;
  /** Milliseconds from the command to the first line with an address. */
  readonly took: number;
  readonly address: string;
  said(): string;
  complained(): string;
  /** What the process ended with. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }>;
}

export interface StartOptions {
  ids?: { uid: number; gid: number };
  environment?: Record<string, string>;
  /** A command that becomes the forum in the end, such as one that gives it a file system of its own. */
  through?: string[];
}

const started: ChildProcess[] = [];

/** For after each test: one that failed half-way leaves its forum running. */
export async function endForums(): Promise<void> {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
}

export async function startForum(dataDir: string, options: StartOptions = {}): Promise<ForumProcess> {
  const running = spawnForum(dataDir, options);
  const begun = performance.now();
  const address = await running.heard(/Palabre is at (\S+)/);
  return { ...running, address, took: performance.now() - begun };
}

/** For a start that is meant to fail: what it said, and its exit code. */
export async function failToStart(
  dataDir: string,
  options: StartOptions = {},
): Promise<{ code: number | null; complained: string }> {
  const { child, complained } = spawnForum(dataDir, options);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, complained: complained() };
}

/** `npm run palabre -- words`, on the forum of this folder. */
export function command(
  dataDir: string,
  words: string[],
  input = '',
): { code: number | null; said: string; complained: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/palabre.mjs'), ...words], {
    env: { ...kept(), DATA_DIR: dataDir },
    input,
    encoding: 'utf8',
  });
  return { code: status, said: stdout, complained: stderr };
}

/** Command lines of whatever runs on this folder. */
export function processesOn(folder: string): string[] {
  return spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(folder));
}

/** What a person's shell would have; the settings that the tests themselves run with are no concern of a forum. */
function kept(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined));
}

function spawnForum(
  dataDir: string,
  { ids, environment, through = [] }: StartOptions,
): Omit<ForumProcess, 'address' | 'took'> & { heard(pattern: RegExp): Promise<string> } {
  const [command = '', ...words] = [...through, process.execPath, resolve('bin/start.mjs')];
  const child = spawn(command, words, {
    env: { ...kept(), DATA_DIR: dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ids,
  });
  started.push(child);
  let [out, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return {
    child,
    said: () => out,
    complained: () => errors,
    heard: (pattern) =>
      new Promise((found, lost) => {
        child.stdout.on('data', () => pattern.exec(out)?.[1] && found(pattern.exec(out)?.[1] ?? ''));
        child.once('close', (code) => lost(new Error(`${basename(dataDir)} ended with ${code}:\n${out}${errors}`)));
      }),
    async end(signal) {
      const closed = once(child, 'close') as Promise<[number | null, string | null]>;
      child.kill(signal);
      const [code, by] = await closed;
      return { code, signal: by };
    },
  };
}
