/** Signs of SQL as bytes: a dump may hold text in any encoding, so it is read before it is decoded. */
export const BACKSLASH = 0x5c;
export const BACKTICK = 0x60;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const HYPHEN = 0x2d;
export const POINT = 0x2e;
export const QUOTE = 0x27;
export const SLASH = 0x2f;
export const STAR = 0x2a;
export const EXCLAMATION = 0x21;

export function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0;
}

export function isSign(byte: number | undefined): boolean {
  return byte === HYPHEN || byte === 0x2b;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** What names, keywords and numbers are made of: letters, digits, `_ $ @ .` and all that is not ASCII. */
export function isWord(byte: number): boolean {
  return (
    isDigit(byte) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte >= 0x80 ||
    byte === 0x5f ||
    byte === 0x24 ||
    byte === 0x40 ||
    byte === POINT
  );
}
