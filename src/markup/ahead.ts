import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';

/** From so many letters on: a shorter text takes some milliseconds at most, whatever is in it. */
const LONG = 2_000;
/** For how long what was drawn is there for the `render` that follows. */
const SOON = 10_000;
/** How long the thread stays for the next text. */
const IDLE = 30_000;

type Language = 'fr' | 'en';
export type Drawn = { id: number; html: string };

const ready = new LRUCache<string, string>({ max: 64, ttl: SOON, ttlAutopurge: true });
const asked = new Map<number, (html: string | null) => void>();
let worker: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let last = 0;

/**
 * Draws a long text in a thread of the processor of its own, so that nobody waits for it but whoever sent it; the
 * `render` of the same text that follows finds it done. Does nothing for a short one. Should the thread fail, `render`
 * draws the text itself.
 */
export async function drawAhead(source: string, language: Language): Promise<void> {
  if (source.length < LONG || ready.has(keyOf(source, language))) return;
  const id = ++last;
  const html = await new Promise<string | null>((resolve) => {
    asked.set(id, resolve);
    if (idle !== null) clearTimeout(idle);
    (worker ??= started()).postMessage({ id, source, language });
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

function started(): Worker {
  const begun = new Worker(new URL('./ahead-worker.js', import.meta.url));
  begun.on('message', ({ id, html }: Drawn) => asked.get(id)?.(html));
  // Only whoever waits for this very thread is sent away.
  const fail = (): void => {
    if (begun !== worker) return;
    worker = null;
    for (const resolve of asked.values()) resolve(null);
  };
  begun.on('error', fail);
  begun.on('exit', fail);
  // Listening to it must not keep a forum alive that ends.
  begun.unref();
  return begun;
}

function end(): void {
  const ended = worker;
  worker = null;
  void ended?.terminate();
}
