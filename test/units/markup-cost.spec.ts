import process from 'node:process';
import { expect, test } from '@jest/globals';
import { draw } from '../../src/markup/draw.js';

const SHORT = 2_000;
/** A long text has so many times the letters of a short one. */
const TIMES = 10;
/** The same letters in one text cost as much as in ten; were each sign looked for up to the end, ten times as much. */
const MOST = 4;
/** In microseconds: the system counts in steps of some milliseconds. */
const LEAST = 20_000;
const ATTEMPTS = 3;

/** Openers without closers, closers without openers, and the dearest texts of each rule. */
const SHAPES = [
  '[a->b',
  '[a](',
  '[[a',
  '[?a|',
  '{a',
  '{{{a',
  '{a} ',
  '<b>',
  '</b>',
  '<code>',
  '<quote>',
  '<poesie>',
  '**a',
  '*a**',
  '~~a',
  '`a``',
  '|a|b|\n',
  '-* a\n',
  '  - a\n',
  '> a\n',
  'a\n\n',
  '\\',
  '@a',
  '#a ',
  '« ',
  ' ',
  'https://a.b/(((',
];

function work(text: string, times: number): number {
  const { user, system } = process.threadCpuUsage();
  for (let time = 0; time < times; time++) draw(text, 'fr');
  const after = process.threadCpuUsage();
  return after.user - user + after.system - system;
}

/** How many times as dear as in short texts the same letters are in long ones. */
function ratio(shape: string): number {
  const short = shape.repeat(Math.ceil(SHORT / shape.length));
  work(short, TIMES);
  return work(short.repeat(TIMES), 2) / Math.max(work(short, 2 * TIMES), LEAST);
}

test.each(SHAPES)('%j, again and again, costs in proportion to its length', (shape) => {
  // The machine does other things meanwhile: what holds once holds.
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) least = Math.min(least, ratio(shape));
  expect(least).toBeLessThan(MOST);
});
