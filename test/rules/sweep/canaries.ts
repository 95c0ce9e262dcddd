import { createHash } from 'node:crypto';

/** Where an unpublished word stands: the state of what holds it, and the field that it is in. */
export interface Canary {
  state: string;
  field: 'title' | 'text' | 'link' | 'name' | 'email' | 'reason' | 'remark';
  word: string;
}

/**
 * Words that nobody would write, one for each state and field. Lower-case letters and digits only, so that a word
 * survives slugs, hosts, accents folded and capitals; derived from its place, so that two runs plant the same.
 */
export class Canaries {
  readonly planted: Canary[] = [];

  /** With `planting` false every word is a harmless one of the same length: the forum where the canary never existed. */
  constructor(private readonly planting: boolean) {}

  word(state: string, field: Canary['field']): string {
    const digest = createHash('sha256').update(`${this.planting}/${state}/${field}`).digest('hex').slice(0, 14);
    const word = `${this.planting ? 'zq' : 'xv'}${digest}`;
    if (this.planting) this.planted.push({ state, field, word });
    return word;
  }

  text(state: string): string {
    const link = this.word(state, 'link');
    return `Un mot ${this.word(state, 'text')} et une adresse https://${link}.example/page pour finir.`;
  }

  /** The planted words that stand in this answer, whatever its encoding of letters. */
  static in(body: string, words: readonly Canary[]): Canary[] {
    const plain = body.toLowerCase();
    return words.filter((canary) => plain.includes(canary.word));
  }
}
