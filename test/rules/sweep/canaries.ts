import { createHash } from 'node:crypto';

/** A text among the facts of a thread. */
type Fact =
  | 'place'
  | 'address'
  | 'online'
  | 'access'
  | 'bring'
  | 'language'
  | 'partTitle'
  | 'partTime'
  | 'partText'
  | 'authorityName'
  | 'software';

/** A text about a file, or in it. */
type OfFile = 'documentTitle' | 'documentText' | 'documentFrom' | 'words';

/** Where an unpublished word stands: the state of what holds it, and the field that it is in. */
export interface Canary {
  state: string;
  field: 'title' | 'text' | 'link' | 'name' | 'email' | 'reason' | 'remark' | Fact | OfFile;
  word: string;
}

/** How every planted word begins, and how many letters it has at most. */
const PLANTED = 'zq';
const LETTERS = 16;

/**
 * Words that nobody would write, one for each state and field. Lower-case letters and digits only, so that a word
 * survives slugs, hosts, accents folded and capitals; derived from its place, so that two runs plant the same.
 */
export class Canaries {
  readonly planted: Canary[] = [];

  /**
   * With `planting` false every word is a harmless one of the same length: the forum where the canary never existed.
   */
  constructor(private readonly planting: boolean) {}

  word(state: string, field: Canary['field']): string {
    const digest = createHash('sha256').update(`${this.planting}/${state}/${field}`).digest('hex').slice(0, 14);
    const word = `${this.planting ? 'zq' : 'xv'}${digest}`;
    if (this.planting) this.planted.push({ state, field, word });
    return word;
  }

  /** Fields that are sent in the forum with canaries alone: what has no room for a word. */
  only(fields: Record<string, string>): Record<string, string> {
    return this.planting ? fields : {};
  }

  text(state: string): string {
    const link = this.word(state, 'link');
    const word = this.word(state, 'text');
    return `Un mot ${word}, une adresse https://${link}.example/page et, @Mira, [ceci](/thread/1/posts/1) : #${link} #peltre.`;
  }

  /** The planted words that stand in this answer, whatever its encoding of letters. */
  static in(body: string, words: readonly Canary[]): Canary[] {
    return Canaries.of(Canaries.begun(body), words);
  }

  /**
   * What stands wherever a planted word could begin, in small letters. Nearly all answers have none, and to look for
   * each of hundreds of words in thousands of pages took longer than to ask.
   */
  static begun(body: string): string[] {
    if (!/zq/i.test(body)) return [];
    const plain = body.toLowerCase();
    const found = new Set<string>();
    for (let at = plain.indexOf(PLANTED); at !== -1; at = plain.indexOf(PLANTED, at + 1))
      found.add(plain.slice(at, at + LETTERS));
    return [...found];
  }

  /** Those of these words that something begun is. */
  static of(begun: readonly string[], words: readonly Canary[]): Canary[] {
    if (begun.length === 0) return [];
    const whole = new Set(begun);
    return words.filter(
      ({ word }) => whole.has(word) || (word.length < LETTERS && begun.some((one) => one.startsWith(word))),
    );
  }
}
