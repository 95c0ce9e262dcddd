const NBSP = '\u00a0';
const THIN = '\u202f';
const SPACE = '[ \\u00a0\\u202f]';
// A sign that touches the word before it is given its space; behind a straight quotation mark it may be JSON.
const GLUED = "(?<=[\\p{L}\\p{N}\\p{S}\\p{Pf}\\p{Pe}\\].…%*°_/])";
const SPACED = `(?<=[^\\s«(\\[{])${SPACE}+`;
const SET = `(?:${SPACED}|${GLUED})`;

const HIGH = new RegExp(`${SET}([!?]+)(?=$|[\\s)\\]»”"’',.…;:])`, 'gu');
const SEMICOLON = new RegExp(`${SET};(?=$|[\\s»])`, 'gu');
const OPENING = new RegExp(`«${SPACE}*(?=\\S)`, 'g');
const CLOSING = new RegExp(`(?<=\\S)${SPACE}*»`, 'g');
const COLON = new RegExp(`${SET}:(?=$|[\\s«»"“])`, 'gu');

/**
 * Sets a text as French is printed: no-break spaces before `: ; ! ?` and inside « », the curved apostrophe, `--` as
 * a dash, `page~12` kept together. Signs that touch a letter behind them (10:30, smileys, a query) are left alone.
 * Setting twice is setting once.
 */
export function french(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/(?<![-!<])--(?![->])/g, '—')
    .replace(/(?<=\p{L})~(?=\p{N})/gu, NBSP)
    .replace(HIGH, `${THIN}$1`)
    .replace(SEMICOLON, `${THIN};`)
    .replace(COLON, `${NBSP}:`)
    .replace(/(?<=\p{N}) %/gu, `${NBSP}%`)
    .replace(OPENING, `«${NBSP}`)
    .replace(CLOSING, `${NBSP}»`);
}
