import { afterEach, expect, it } from '@jest/globals';
import { Appeals } from '../../src/desk/appeals/appeals.js';
import type { Verdict } from '../../src/desk/decisions/verdict.js';
import type { DeskCard } from '../../src/desk/queue/card.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { Crowd, NothingYet } from '../crowd.js';
import { DeskRoom, verdict } from '../desk-room.js';

interface DrawnCard {
  card: DeskCard;
  moderator: Visitor;
  /** After how many acts of the crowd. */
  at: number;
}

/** Words of the crowd, each of which is in one text alone. */
function wordsIn(text: string): Set<string> {
  return new Set(text.match(/w\d{5}x/g) ?? []);
}

/**
 * A crowd whose moderators decide on cards that they have had before them for a while. Whatever becomes public by a
 * decision stood on the card by which it was taken, or its moderator has typed it; and what an undoing or a restoration
 * brings was public before.
 */
class HastyCrowd extends Crowd {
  /** How often words became public by a card that had been drawn some acts before. */
  late = 0;
  appealed = 0;
  private done = 0;
  private drawn: DrawnCard[] = [];
  private readonly wasPublic = new Set<string>();

  override async act(): Promise<void> {
    this.done += 1;
    await super.act();
    for (const word of await this.visible()) this.wasPublic.add(word);
  }

  protected override acts(): [number, () => Promise<unknown>][] {
    return [...super.acts(), [25, () => this.look()], [14, () => this.appeal()]];
  }

  protected override async decide(): Promise<void> {
    const { card, moderator, at } = this.one(this.drawn.length === 0 ? this.none() : this.drawn);
    const decision = this.one(['accept', 'accept', 'accept', 'return', 'refuse', 'refuse', 'spam'] as const);
    const typed: Partial<Verdict> = {
      ...(decision === 'accept' && this.dice() < 0.2 ? { reply: this.word() } : {}),
      ...(decision === 'refuse' ? { remark: 'Non.' } : {}),
    };
    const appeared = await this.appearing(() =>
      this.room.decisions.decide(moderator, card.id, verdict(decision, card.version, typed), this.now()),
    );
    const read = wordsIn(JSON.stringify([card, typed]));
    expect(appeared.filter((word) => !read.has(word))).toEqual([]);
    if (appeared.length > 0 && this.done > at + 3) this.late += 1;
  }

  protected override async undo(): Promise<void> {
    await this.bringsBack(() => super.undo());
  }

  protected override async restore(): Promise<void> {
    await this.bringsBack(() => super.restore());
  }

  private none(): never {
    throw new NothingYet();
  }

  /** A moderator opens the queue; cards stay before them until there are many. */
  private async look(): Promise<void> {
    const moderator = this.one(this.moderators);
    const { rows } = await this.room.queue.page(moderator, undefined);
    this.drawn = [...this.drawn, ...rows.map((card) => ({ card, moderator, at: this.done }))].slice(-120);
  }

  private async appeal(): Promise<void> {
    const { id } = await this.row<{ id: string }>(
      `select s.id from desk.submission s where s.status in ('refused', 'spam') and s.appeals is null
         or s.status = 'published' and exists (select from desk.removed_post r
           where r.thread_id = s.thread_id and r.number = s.number) order by s.id`,
    );
    const words = { text: this.word(), language: 'fr' as const };
    await new Appeals(this.room.db.writer).appeal({ token: this.tokens.get(id) ?? '' }, words, this.now());
    this.appealed += 1;
  }

  private async bringsBack(work: () => Promise<unknown>): Promise<void> {
    const appeared = await this.appearing(work);
    expect(appeared.filter((word) => !this.wasPublic.has(word))).toEqual([]);
  }

  /** What everybody can read after it, and could not before. */
  private async appearing(work: () => Promise<unknown>): Promise<string[]> {
    const before = await this.visible();
    await work();
    return [...(await this.visible())].filter((word) => !before.has(word));
  }

  private async visible(): Promise<Set<string>> {
    const rows = await this.room.rows<{ said: string }>(
      `select p.source || p.html || case when p.number = 1 then t.title else '' end as said
       from post p join thread t on t.id = p.thread_id where p.gone is null`,
    );
    return wordsIn(rows.map(({ said }) => said).join(' '));
  }
}

let room: DeskRoom;
afterEach(() => room.close());

it.each([1, 2, 3])(
  'nothing appears by a decision that was not on the card by which it was taken, however old that card is (seed %i)',
  async (seed) => {
    room = await DeskRoom.open();
    const crowd = await HastyCrowd.of(room, seed);
    for (let each = 1; each <= 450; each += 1) await crowd.act();
    // Ids come from a secret of each database, so that the same seed takes other ways.
    expect(crowd.late).toBeGreaterThan(3);
    expect(crowd.appealed).toBeGreaterThan(3);
  },
  60_000,
);
