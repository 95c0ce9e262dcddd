import { SLOT_MARKER } from '../../../../client/kit/slots.js';

interface Gap {
  readonly name: string;
  /** Where in the text, in bytes. */
  readonly at: number;
}

/**
 * A page of one audience as bytes that lie in one piece, without its slots: filling it for somebody copies what lies
 * between two fragments at once, and turns only the fragments from text into bytes, because Node 24 takes longer for
 * that than for all the rest of a member's page. `parts` fill their slots for everybody, and are not looked at again.
 */
export class Template {
  private readonly text: Buffer;
  private readonly gaps = new Map<string, Gap[]>();

  constructor(html: string, parts: Readonly<Record<string, Buffer>> = {}) {
    const pieces: Buffer[] = [];
    let at = 0;
    html.split(SLOT_MARKER).forEach((piece, index) => {
      const name = index % 2 === 0 ? null : piece;
      const bytes = name === null ? Buffer.from(piece) : Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (bytes !== undefined) {
        pieces.push(bytes);
        at += bytes.length;
      } else if (name !== null) this.gaps.set(name, [...(this.gaps.get(name) ?? []), { name, at }]);
    });
    this.text = Buffer.concat(pieces);
  }

  get bytes(): number {
    return this.text.length;
  }

  /** A slot without a fragment becomes nothing. Fragments are not looked at again. */
  fill(fragments: Readonly<Record<string, string>>): Buffer {
    const filled: { at: number; fragment: string }[] = [];
    let { length } = this.text;
    for (const [name, fragment] of Object.entries(fragments)) {
      if (fragment === '') continue;
      const bytes = Buffer.byteLength(fragment);
      for (const { at } of this.gaps.get(name) ?? []) {
        filled.push({ at, fragment });
        length += bytes;
      }
    }
    filled.sort((one, other) => one.at - other.at);
    const page = Buffer.allocUnsafe(length);
    let [read, written] = [0, 0];
    for (const { at, fragment } of filled) {
      written += this.text.copy(page, written, read, at);
      written += page.write(fragment, written);
      read = at;
    }
    this.text.copy(page, written, read);
    return page;
  }
}
