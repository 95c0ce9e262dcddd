const utf8 = new TextDecoder('utf-8', { fatal: true });
// What MySQL and browsers call latin1 is this.
const western = new TextDecoder('windows-1252');

/**
 * Bytes of a dump as text. What a dump says of its encoding is not asked: old sites hold both kinds of texts in one
 * table, and bytes that are not UTF-8 by design are UTF-8 by chance only in texts nobody would write.
 */
export function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}
