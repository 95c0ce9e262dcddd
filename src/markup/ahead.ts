import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { getPriority, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';

/** From so many letters on: a shorter text takes some milliseconds at most, whatever is in it. */
const LONG = 2_000;
/** For how long what was drawn is there for the `render` that follows. */
const SOON = 10_000;
/** How long the process stays for the next text. */
const IDLE = 30_000;
const PROGRAM = fileURLToPath(new URL('./ahead-process.js', import.meta.url));
/**
 * It gives way to the forum, with all that it does: a thread of the forum's own process has its memory tidied by
 * threads that give way to nobody.
 */
const WAY = 10;
const LOWEST = 19;
const FLAGS = ['--single-threaded', '--max-old-space-size=256'];

type Language = 'fr' | 'en';
export type Drawn = { id: number; html: string };
export type NotYetDrawn = { id: number; source: string; language: Language };

const ready = new LRUCache<string, string>({ max: 64, ttl: SOON, ttlAutopurge: true });
const asked = new Map<number, (html: string | null) => void>();
let drawing: ChildProcess | null = null;
let idle: NodeJS.Timeout | null = null;
let last = 0;

/**
 * Draws a long text in a process of its own, so that nobody waits for it but whoever sent it; the `render` of the same
 * text that follows finds it done. Does nothing for a short one. Should the process fail, `render` draws the text
 * itself.
 */
export async function drawAhead(source: string, language: Language): Promise<void> {
  if (source.length < LONG || ready.has(keyOf(source, language))) return;
  const id = ++last;
  const html = await new Promise<string | null>((resolve) => {
    asked.set(id, resolve);
    if (idle !== null) clearTimeout(idle);
    (drawing ??= started()).send({ id, source, language } satisfies NotYetDrawn);
  });
  asked.delete(id);
  if (html !== null) ready.set(keyOf(source, language), html);
  if (asked.size === 0) idle = setTimeout(end, IDLE).unref();
}

/** What was drawn ahead of this text; null where nothing was. */
export function drawnAhead(source: string, language: Language): string | null {
  return source.length < LONG ? null : (ready.get(keyOf(source, language)) ?? null);
}

function keyOf(source: string, language: Language): string {
  return `${language} ${source}`;
}

function started(): ChildProcess {
  // What the forum was started with is none of its business, passwords least of all.
  const env = { NODE_COMPILE_CACHE: getCompileCacheDir() };
  const begun = fork(PROGRAM, [], { execArgv: FLAGS, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  if (begun.pid !== undefined) makeWay(begun.pid);
  begun.on('message', (message) => {
    const { id, html } = message as Drawn;
    asked.get(id)?.(html);
  });
  // Only whoever waits for this very process is sent away.
  const fail = (): void => {
    if (begun !== drawing) return;
    drawing = null;
    for (const resolve of asked.values()) resolve(null);
  };
  begun.on('error', fail);
  begun.on('exit', fail);
  // Listening to it must not keep a forum alive that ends.
  begun.unref();
  begun.channel?.unref();
  return begun;
}

function makeWay(pid: number): void {
  try {
    setPriority(pid, Math.min(getPriority() + WAY, LOWEST));
  } catch {
    // It has ended already, which its `exit` will tell.
  }
}

function end(): void {
  const ended = drawing;
  drawing = null;
  ended?.disconnect();
}
