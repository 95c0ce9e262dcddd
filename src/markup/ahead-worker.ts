// A thread of the processor of its own, which draws long texts one after the other while the forum goes on.
import { parentPort } from 'node:worker_threads';
import type { Drawn } from './ahead.js';
import { draw } from './draw.js';

parentPort?.on('message', ({ id, source, language }: { id: number; source: string; language: 'fr' | 'en' }) => {
  const drawn: Drawn = { id, html: draw(source, language) };
  parentPort?.postMessage(drawn);
});
