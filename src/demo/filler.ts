import type { Chapter } from './chapter.js';
import { Deck } from './deck.js';
import type { Dice } from './dice.js';
import { fill } from './fill.js';
import type { Line } from './script.js';
import { algorithmPhrases } from './texts/algorithm-phrases.js';
import { cameraPhrases } from './texts/camera-phrases.js';
import { documentPhrases } from './texts/document-phrases.js';
import { memberPhrases } from './texts/member-phrases.js';
import { remarks, underQuotes } from './texts/remarks.js';
import { beginnings } from './texts/small-talk.js';
import { walkPhrases } from './texts/walk-phrases.js';
import { nextVoice } from './voices.js';

const PHRASES: Record<string, { facts: string; turns: string }> = {
  villes: cameraPhrases,
  'videosurveillance-algorithmique': algorithmPhrases,
  documents: documentPhrases,
  ateliers: walkPhrases,
  coordination: memberPhrases,
};

/** Replies put together from phrases, between those that are written out; no two of them are the same. */
export class Filler {
  private readonly decks: Map<string, { facts: Deck; turns: Deck }>;
  private readonly beginnings: Deck;
  private readonly remarks: Deck;
  private readonly underQuotes: Deck;
  private readonly said = new Set<string>();

  constructor(private readonly dice: Dice) {
    this.decks = new Map(
      Object.entries(PHRASES).map(([category, { facts, turns }]) => [
        category,
        { facts: new Deck(facts, dice), turns: new Deck(turns, dice) },
      ]),
    );
    this.beginnings = new Deck(beginnings, dice);
    this.remarks = new Deck(remarks, dice);
    this.underQuotes = new Deck(underQuotes, dice);
  }

  /** Whether there are phrases for this category at all: the team's threads are all written out. */
  speaksIn(category: string): boolean {
    return this.decks.has(category);
  }

  /** The next reply after the `soFar` ones of this chapter. */
  reply(chapter: Chapter, soFar: readonly Line[]): Line {
    const by = nextVoice(chapter.category, soFar.at(-1)?.by ?? chapter.by, chapter.daysAgo, this.dice);
    const number = this.dice.whole(1, soFar.length + 1);
    const words =
      this.dice.next() < 0.24 ? this.words(number === 1 ? chapter.text : (soFar[number - 2]?.text ?? '')) : null;
    if (words !== null)
      return {
        by,
        text: this.fresh(() => this.comment(chapter.category)),
        replyTo: number,
        quoted: { number, words },
      };
    const text = this.fresh(() =>
      this.dice.next() < 0.16 ? this.remark(chapter.category) : this.account(chapter.category),
    );
    return { by, text, replyTo: this.dice.next() < 0.3 && number > 1 ? number : null, quoted: null };
  }

  private deck(category: string): { facts: Deck; turns: Deck } {
    const deck = this.decks.get(category);
    if (deck === undefined) throw new Error(`no phrases for ${category}`);
    return deck;
  }

  private fresh(make: () => string): string {
    for (;;) {
      const text = make();
      if (this.said.has(text)) continue;
      this.said.add(text);
      return text;
    }
  }

  private account(category: string): string {
    const { facts, turns } = this.deck(category);
    const parts = [fill(facts.draw(), this.dice)];
    if (this.dice.next() < 0.5) parts.unshift(fill(this.beginnings.draw(), this.dice));
    if (this.dice.next() < 0.62) parts.push((this.dice.next() < 0.3 ? '\n\n' : '') + fill(turns.draw(), this.dice));
    return parts.join(' ').replace(/ +\n\n/g, '\n\n');
  }

  private remark(category: string): string {
    const remark = this.remarks.draw();
    return this.said.has(remark) ? `${remark} ${fill(this.deck(category).turns.draw(), this.dice)}` : remark;
  }

  private comment(category: string): string {
    const comment = fill(this.underQuotes.draw(), this.dice);
    return this.dice.next() < 0.55 ? `${comment} ${fill(this.deck(category).turns.draw(), this.dice)}` : comment;
  }

  /** A sentence worth quoting, without marks that would lose their meaning out of their place. */
  private words(text: string): string | null {
    const sentences = text
      .split(/(?<=[.?!])\s+|\n+/)
      .map((one) => one.trim())
      .filter((one) => /^[\p{Lu}«][^{}<>|[\]*_#]{24,150}[.?!]$/u.test(one))
      .filter((one) => one.includes('«') === one.includes('»'));
    return sentences.length === 0 ? null : this.dice.pick(sentences);
  }
}
