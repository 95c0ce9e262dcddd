import { nestedQuotes } from './nested-quotes.js';

const NBSP = '\u00a0';
const THIN = '\u202f';
const SPACE = '[ \\u00a0\\u202f]';
// A sign that touches the word before it is given its space; behind a straight quotation mark it may be JSON.
const GLUED = '(?<=[\\p{L}\\p{N}\\p{S}\\p{Pf}\\p{Pe}\\].…%*°_/])';
const SPACED = `(?<=[^\\s«(\\[{])${SPACE}+`;
const SET = `(?:${SPACED}|${GLUED})`;

const HIGH = new RegExp(`${SET}([!?]+)(?=$|[\\s)\\]»”"’',.…;:])`, 'gu');
const SEMICOLON = new RegExp(`${SET};(?=$|[\\s»])`, 'gu');
const OPENING = new RegExp(`«${SPACE}*(?=\\S)`, 'g');
const CLOSING = new RegExp(`(?<=\\S)${SPACE}*»`, 'g');
const COLON = new RegExp(`${SET}:(?=$|[\\s«»"“])`, 'gu');

const UNITS = '[€$£]|°C?|%|[kcmdhµ]?m[²³23]?|km/h|[kmµ]?g|[cmdh]?l|ha|h|min|s|[kMG]?(?:W|Wh|Hz|o)|[kM]€';
const BEFORE_UNIT = new RegExp(`(?<=\\p{N}) (?=(?:${UNITS})(?![\\p{L}\\p{N}’']))`, 'gu');
const AFTER_HOUR = /(?<=\p{N}[ \u00a0]h) (?=\d)/gu;
const THOUSANDS = /(?<=(?<![\p{L}\p{N}])\d{1,3}) (?=\d{3}(?!\p{N}))/gu;
const NUMBER = /(?<=(?<!\p{L})n[º°]) (?=\d)/gu;

/**
 * Sets the signs and spaces of a stretch of a text as French is printed: no-break spaces before `: ; ! ?`, inside « »
 * and between a number and its unit, the curved apostrophe, `--` as a dash, `page~12` kept together. Signs that touch
 * a letter behind them (10:30, smileys, a query) are left alone.
 */
export function frenchSigns(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/(?<![-!<])--(?![->])/g, '—')
    .replace(/(?<=\p{L})~(?=\p{N})/gu, NBSP)
    .replace(HIGH, `${THIN}$1`)
    .replace(SEMICOLON, `${THIN};`)
    .replace(COLON, `${NBSP}:`)
    .replace(BEFORE_UNIT, NBSP)
    .replace(AFTER_HOUR, NBSP)
    .replace(THOUSANDS, NBSP)
    .replace(NUMBER, NBSP)
    .replace(OPENING, `«${NBSP}`)
    .replace(CLOSING, `${NBSP}»`);
}

/** A whole text as French is printed, its nested quotes too. Setting twice is setting once. */
export function french(text: string): string {
  return nestedQuotes([frenchSigns(text)])[0] ?? text;
}
