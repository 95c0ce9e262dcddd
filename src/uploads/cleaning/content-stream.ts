/** What is left of the drawing commands of a page. */
export interface StrippedContent {
  bytes: Buffer;
  /** Whether it draws a picture whose JPEG stands among the commands, from where nothing can be taken out of it. */
  hasInlineJpeg: boolean;
}

const MARKS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const [OPEN, CLOSE, ESCAPE, LESS, MORE, COMMENT] = [...'()\\<>%'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * The commands that draw a page of a PDF, without comments and without the marks that hang words on what is drawn
 * (replacement texts, layers, properties): none of them draws anything.
 */
export function stripContent(bytes: Uint8Array): StrippedContent {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Comments are removed first, because a comment may stand between the words of a mark.
  const { bytes: commands } = walk(from, 'comments');
  return walk(commands, 'marks');
}

function walk(from: Buffer, without: 'comments' | 'marks'): StrippedContent {
  const kept: Buffer[] = [];
  let keptTo = 0;
  let hasInlineJpeg = false;
  /** The position at which the present command begins: its operands come before its operator. */
  let command: number | null = null;
  const leaveOut = (start: number, end: number): void => {
    kept.push(from.subarray(keptTo, start), NEW_LINE);
    keptTo = end;
  };
  for (let at = 0; at < from.length;) {
    const sign = from[at] ?? 0;
    if (WHITE.has(sign)) {
      at++;
      continue;
    }
    if (sign === COMMENT) {
      const end = endOfLine(from, at);
      if (without === 'comments') leaveOut(at, end);
      at = end;
      continue;
    }
    command ??= at;
    const end = endOfToken(from, at);
    const operator = isOperator(sign) ? from.subarray(at, end).toString('latin1') : '';
    at = end;
    if (operator === 'ID') {
      hasInlineJpeg ||= /DCT|JPX/.test(from.subarray(command, end).toString('latin1'));
      at = endOfInline(from, end);
    }
    if (without === 'marks' && MARKS.has(operator)) leaveOut(command, end);
    if (operator !== '' && !OPERANDS.has(operator)) command = null;
  }
  kept.push(from.subarray(keptTo));
  return { bytes: Buffer.concat(kept), hasInlineJpeg };
}
const NEW_LINE = Buffer.from('\n');
/** Words that are no operator; and the one operator whose operands come after it. */
const OPERANDS = new Set(['true', 'false', 'null', 'BI']);

function isOperator(first: number): boolean {
  return !DELIMITER.has(first) && (first < 0x2b || first > 0x39);
}

function endOfLine(from: Buffer, start: number): number {
  let at = start;
  while (at < from.length && from[at] !== 10 && from[at] !== 13) at++;
  return at;
}

function endOfToken(from: Buffer, start: number): number {
  const first = from[start];
  if (first === OPEN) return endOfString(from, start);
  if (first === LESS) {
    if (from[start + 1] === LESS) return start + 2;
    const end = from.indexOf(MORE, start);
    return end === -1 ? from.length : end + 1;
  }
  if (first === MORE && from[start + 1] === MORE) return start + 2;
  let at = start + 1;
  if (first !== 0x2f && first !== undefined && DELIMITER.has(first)) return at;
  while (at < from.length && !WHITE.has(from[at] ?? 0) && !DELIMITER.has(from[at] ?? 0)) at++;
  return at;
}

function endOfString(from: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < from.length; at++) {
    const sign = from[at];
    if (sign === ESCAPE) at++;
    else if (sign === OPEN) depth++;
    else if (sign === CLOSE && --depth === 0) return at + 1;
  }
  return from.length;
}

/** Just before the `EI` that ends an inline picture: one between blanks, after which letters follow. */
function endOfInline(from: Buffer, start: number): number {
  for (let at = from.indexOf('EI', start); at !== -1; at = from.indexOf('EI', at + 1)) {
    const after = from.subarray(at + 2, at + 12);
    const blank = WHITE.has(from[at - 1] ?? 32) && (after.length === 0 || WHITE.has(after[0] ?? 32));
    if (blank && after.every((sign) => WHITE.has(sign) || (sign >= 32 && sign < 127))) return at;
  }
  return from.length;
}
