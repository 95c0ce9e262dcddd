import type { CleanFile } from './cleaned.js';
import { BOUNDS } from './bounds.js';
import { Refused } from './refusal.js';

// Control characters, and characters that change the direction of a line, so that it shows something else than it says.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** CSV, TSV, TXT or MD, read as UTF-8 or Windows-1252 and written as UTF-8 without control signs. @throws Refused */
export function cleanWords(bytes: Uint8Array): CleanFile {
  if (bytes.includes(0)) throw new Refused('unknown');
  const read = decoded(bytes);
  // A file of an unknown program consists mostly of characters that no text has.
  if ((read.match(CONTROL)?.length ?? 0) > read.length / 100 + 1) throw new Refused('unknown');
  const text = read.replace(/\r\n?/g, '\n').replace(CONTROL, '');
  if (text.trim() === '') throw new Refused('empty');
  refuseOthers(text);
  const extension = nature(text);
  return {
    kind: extension === 'csv' || extension === 'tsv' ? 'table' : 'text',
    extension,
    bytes: Buffer.from(text, 'utf8'),
    pages: null,
    words: [text.slice(0, BOUNDS.words)],
    removed: [],
  };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function refuseOthers(text: string): void {
  const start = text.trimStart().slice(0, 2_000).toLowerCase();
  if (/^(<!doctype|<\?xml|<html|<svg|<script|<head|<body|<!--)/.test(start)) throw new Refused('markup');
  if (/<(svg|script|iframe)[\s>/]/.test(start)) throw new Refused('markup');
  if (/^\{\\rtf/.test(start)) throw new Refused('old-office');
  if (/^(#!|%!ps)/.test(start)) throw new Refused('program');
  // Programs that show PDFs accept `%PDF` behind other words, too.
  if (/^%pdf-\d/m.test(start)) throw new Refused('broken');
}

/**
 * How many characters are looked at to tell what a text is. To look at all of them would take as long as a file wants
 * it to.
 */
const START = 20_000;

/** Tells tables by what the first lines have in common: the same number of the same separator in each. */
function nature(text: string): 'csv' | 'tsv' | 'txt' | 'md' {
  const start = text.slice(0, START);
  const lines = start
    .split('\n', 30)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const count = (sign: string): number | null => {
    const [first, ...others] = lines.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1);
    return first !== undefined && first > 0 && others.length > 0 && others.every((n) => n === first) ? first : null;
  };
  if (count('\t') !== null) return 'tsv';
  if (count(';') !== null || count(',') !== null) return 'csv';
  // Each repetition has a limit, so that a heap of brackets is not walked through again and again.
  return /^(#{1,6} |[-*] |\d{1,9}\. |> |```)/m.test(start) || /\[[^[\]]{1,300}\]\([^()]{1,900}\)/.test(start)
    ? 'md'
    : 'txt';
}
