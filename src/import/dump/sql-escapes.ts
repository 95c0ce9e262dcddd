import { BACKSLASH } from './bytes.js';

const MEANT: Readonly<Record<string, number>> = { 0: 0x00, b: 0x08, n: 0x0a, r: 0x0d, t: 0x09, Z: 0x1a };

/**
 * What a quoted text of SQL says: doubled quotes are one, and a backslash changes what stands after it, where
 * backslashes do that. MySQL keeps the backslash of `\%` and `\_`, which mean something to LIKE alone.
 */
export function unescaped(bytes: Buffer, quote: number, backslashes: boolean): Buffer {
  if (!bytes.includes(quote) && !(backslashes && bytes.includes(BACKSLASH))) return Buffer.from(bytes);
  const said = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (backslashes && byte === BACKSLASH && at + 1 < bytes.length) {
      at += 1;
      const sign = String.fromCharCode(bytes[at] ?? 0);
      if (sign === '%' || sign === '_') said[length++] = BACKSLASH;
      said[length++] = MEANT[sign] ?? bytes[at] ?? 0;
    } else {
      if (byte === quote) at += 1;
      said[length++] = byte;
    }
  }
  return said.subarray(0, length);
}
