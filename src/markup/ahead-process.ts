// A process of its own, which draws long texts one after the other while the forum goes on.
import process from 'node:process';
import type { Drawn, NotYetDrawn } from './ahead.js';
import { draw } from './draw.js';

process.on('message', ({ id, source, language }: NotYetDrawn) => {
  const drawn: Drawn = { id, html: draw(source, language) };
  process.send?.(drawn);
});
process.once('disconnect', () => process.exit(0));
