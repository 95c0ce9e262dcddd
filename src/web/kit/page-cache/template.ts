import { SLOT_MARKER } from '../../../../client/kit/slots.js';

/**
 * A page of one audience, cut at its slots into Buffers: filling it for somebody copies bytes and turns only the
 * fragments from text into bytes, because Node 24 takes longer for that than for all the rest of a member's page.
 * `parts` fill their slots for everybody, and are not looked at again.
 */
export class Template {
  private readonly pieces: (Buffer | string)[];
  readonly bytes: number;

  constructor(html: string, parts: Readonly<Record<string, Buffer>> = {}) {
    this.pieces = html
      .split(SLOT_MARKER)
      .map((piece, index) => (index % 2 === 0 ? Buffer.from(piece) : (ownOf(parts, piece) ?? piece)));
    this.bytes = this.pieces.reduce((sum, piece) => sum + piece.length, 0);
  }

  /** A slot without a fragment becomes nothing. Fragments are not looked at again. */
  fill(fragments: Readonly<Record<string, string>>): Buffer {
    return Buffer.concat(
      this.pieces.map((piece) => {
        if (typeof piece !== 'string') return piece;
        return Buffer.from(ownOf(fragments, piece) ?? '');
      }),
    );
  }
}

function ownOf<T>(all: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}
