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
}

const MOSTLY_REFUSED = ['accept', 'accept', 'return', 'refuse', 'refuse', 'refuse', 'spam'] as const;

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
  /** How often somebody decided on a card whose text has another version by now, or on an appeal. */
  odd = 0;
  appealed = 0;
  private drawn: DrawnCard[] = [];
  private readonly wasPublic = new Set<string>();

  override async act(): Promise<void> {
    await super.act();
    for (const word of await this.visible()) this.wasPublic.add(word);
  }

  protected override acts(): [number, () => Promise<unknown>][] {
    return [
      [5, () => this.open()],
      [7, () => this.reply()],
      [3, () => this.edit()],
      [30, () => this.decide()],
      [6, () => this.undo()],
      [12, () => this.undo('refused')],
      [22, () => this.correct()],
      [1, () => this.withdraw()],
      [3, () => this.takeDown()],
      [3, () => this.restore()],
      [22, () => this.look()],
      [20, () => this.appeal()],
    ];
  }

  protected override async decide(): Promise<void> {
    const { card, moderator } = await this.chosen();
    const isAppeal = card.appeal !== null;
    const decision = this.one(isAppeal ? (['accept', 'accept', 'refuse'] as const) : MOSTLY_REFUSED);
    const typed: Partial<Verdict> = {
      ...(decision === 'accept' && this.dice() < 0.2 ? { reply: this.word() } : {}),
      ...(decision === 'refuse' ? { remark: 'Non.' } : {}),
    };
    const appeared = await this.appearing(() =>
      this.room.decisions.decide(moderator, card.id, verdict(decision, card.version, typed), this.now()),
    );
    const read = wordsIn(JSON.stringify([card, typed]));
    expect(appeared.filter((word) => !read.has(word))).toEqual([]);
  }

  /** Any of the last decisions, or a refusal against which an appeal waits. */
  protected override async undo(what: 'any' | 'refused' = 'any'): Promise<void> {
    await this.bringsBack(async () => {
      if (what === 'any') return super.undo();
      const { id } = await this.row<{ id: string }>(
        `select d.id::text from desk.decision d join desk.submission s on s.id = d.submission_id
         where d.decision in ('refuse', 'spam') and s.status in ('refused', 'spam')
           and exists (select from desk.submission a where a.appeals = s.id and a.status = 'waiting') order by d.id`,
      );
      await this.room.undo.undo(this.one(this.moderators), id, this.now());
      return undefined;
    });
  }

  protected override async restore(): Promise<void> {
    await this.bringsBack(() => super.restore());
  }

  /** Most often one that is not true any more: of an appeal, or of a text that has another version by now. */
  private async chosen(): Promise<DrawnCard> {
    if (this.drawn.length === 0) throw new NothingYet();
    const now = await this.room.rows<{ id: string; version: number }>('select id, version from desk.submission');
    const versions = new Map(now.map(({ id, version }) => [id, version]));
    const odd = this.drawn.filter(
      ({ card: { id, version, appeal } }) => appeal !== null || versions.get(id) !== version,
    );
    if (odd.length === 0 || this.dice() < 0.5) return this.one(this.drawn);
    this.odd += 1;
    return this.one(odd);
  }

  /** A moderator opens the queue; cards stay before them until there are many. */
  private async look(): Promise<void> {
    const moderator = this.one(this.moderators);
    const { rows } = await this.room.queue.page(moderator, undefined);
    this.drawn = [...this.drawn, ...rows.map((card) => ({ card, moderator }))].slice(-120);
  }

  private async appeal(): Promise<void> {
    const { id } = await this.row<{ id: string }>(
      `select s.id from desk.submission s where (s.status in ('refused', 'spam') and s.appeals is null
         or s.status = 'published' and exists (select from desk.removed_post r
           where r.thread_id = s.thread_id and r.number = s.number))
         and not exists (select from desk.submission a where a.appeals = s.id) order by s.id`,
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
    for (let each = 1; each <= 700; each += 1) await crowd.act();
    // Ids come from a secret of each database, so that the same seed takes other ways.
    expect(crowd.odd).toBeGreaterThan(20);
    expect(crowd.appealed).toBeGreaterThan(3);
  },
  60_000,
);
