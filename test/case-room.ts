import { Merges } from '../src/desk/moving/merges.js';
import { ModeratedThreads } from '../src/desk/moving/moderated-threads.js';
import { Moves } from '../src/desk/moving/moves.js';
import type { Decided } from '../src/publishing/log.js';
import type { Draft } from '../src/submissions/draft.js';
import type { TypedFacts } from '../src/submissions/thread-facts/facts.js';
import { standingFacts, typedFacts } from '../src/submissions/thread-facts/facts-reading.js';
import type { Visitor } from '../src/visitors/visitor.js';
import { DeskRoom, freshKey, minutesAfter, verdict } from './desk-room.js';

export interface Place {
  thread: number;
  number: number;
}

/** What was sent and accepted: where it stands, and the row of the log. */
interface Accepted extends Place {
  id: string;
  decision: string;
}

const SENT = { name: '', email: '', language: 'fr' as const };

/** One author and one moderator, and cases with their steps between them; each act is a minute later. */
export class CaseRoom {
  private minute = 0;
  private readonly threads = new ModeratedThreads(this.desk.db.writer);
  private readonly merges = new Merges(this.desk.db.writer, this.threads);
  private readonly moves = new Moves(this.desk.db.writer, this.threads);

  private constructor(
    readonly desk: DeskRoom,
    readonly author: Visitor,
    readonly moderator: Visitor,
  ) {}

  static async open(): Promise<CaseRoom> {
    const desk = await DeskRoom.open();
    await desk.category('dossiers');
    await desk.category('villes');
    await desk.rows(`update category set takes = '{thread,case}'`);
    return new CaseRoom(desk, await desk.member('Ada'), await desk.member('Nadia', 'moderator'));
  }

  now(): Date {
    return minutesAfter((this.minute += 1));
  }

  async sent(draft: Draft): Promise<string> {
    return (await this.desk.reception.submit(this.author, draft, this.now())).submission;
  }

  async accept(id: string): Promise<Accepted> {
    const { version } = await this.desk.row<{ version: number }>('select version from desk.submission where id = $1', [
      id,
    ]);
    const done = await this.desk.decisions.decide(this.moderator, id, verdict('accept', version), this.now());
    const place = await this.desk.row<Place>('select thread_id as thread, number from desk.submission where id = $1', [
      id,
    ]);
    return { id, decision: done.id, ...place };
  }

  sentCase(place: string, status = 'reported', more: Record<string, string> = {}): Promise<string> {
    const facts = lists({ country: 'BE', place, precision: 'town', status, ...more });
    const text = `Ce qui se passe à ${place}.`;
    return this.sent({ kind: 'case', category: 'dossiers', title: place, text, facts, key: freshKey(), ...SENT });
  }

  async opened(...said: Parameters<CaseRoom['sentCase']>): Promise<Accepted> {
    return this.accept(await this.sentCase(...said));
  }

  sentStep(thread: number, facts: Record<string, string>): Promise<string> {
    const typed: TypedFacts = { kind: ['count'], dated: ['2026-03'], ...lists(facts) };
    return this.sent({ kind: 'step', thread, text: 'Une étape.', facts: typed, key: freshKey(), ...SENT });
  }

  async step(thread: number, facts: Record<string, string>): Promise<Accepted> {
    return this.accept(await this.sentStep(thread, facts));
  }

  /** An edit with another text and what differs. */
  async sentEdit({ thread, number }: Place, facts: Record<string, string>): Promise<string> {
    const standing = await standingFacts(this.desk.db.writer, { thread, number });
    const { change } = await this.desk.row<{ change: number }>(
      'select change from post where thread_id = $1 and number = $2',
      [thread, number],
    );
    const typed = standing === null ? undefined : { ...typedFacts(standing, thread), ...lists(facts) };
    const more = { thread, number, version: change, facts: typed, key: freshKey(), ...SENT };
    return this.sent({ kind: 'edit', text: `Un autre texte ${this.minute}.`, ...more });
  }

  merge(thread: number, into: number): Promise<Decided> {
    return this.merges.merge(this.moderator, thread, into, this.now());
  }

  /** To a thread of its own in another category. */
  async split({ thread, number }: Place): Promise<{ id: string; at: Place }> {
    const to = { title: 'À part', category: 'villes' };
    return this.moves.move(this.moderator, { thread, numbers: [number], follow: false, to }, this.now());
  }

  takeDown({ thread, number }: Place): Promise<Decided> {
    return this.desk.removals.takeDown(this.moderator, thread, number, { reason: 'insult', remark: '' }, this.now());
  }

  restore({ thread, number }: Place): Promise<Decided> {
    return this.desk.removals.restore(this.moderator, thread, number, this.now());
  }

  undo(decision: string): Promise<Decided> {
    return this.desk.undo.undo(this.moderator, decision, this.now());
  }

  withdraw(id: string): Promise<void> {
    return this.desk.withdrawals.withdraw({ author: this.author, id }, this.now());
  }

  /** Where a post that stood here stands now. */
  async whereIs({ thread, number }: Place): Promise<Place> {
    const [moved] = await this.desk.rows<Place>(
      'select to_thread as thread, to_number as number from post_moved where thread_id = $1 and number = $2',
      [thread, number],
    );
    return moved ?? { thread, number };
  }

  /** « town place »; null where no case in a town stands. */
  async where(thread: number): Promise<string | null> {
    const [row] = await this.desk.rows<{ where: string }>(
      `select town_code || ' ' || place as where from local_case where thread_id = $1`,
      [thread],
    );
    return row?.where ?? null;
  }

  /** « place: status »; null where no case stands. */
  async says(thread: number): Promise<string | null> {
    const [row] = await this.desk.rows<{ said: string }>(
      `select place || ': ' || status as said from local_case where thread_id = $1`,
      [thread],
    );
    return row?.said ?? null;
  }
}

function lists(facts: Record<string, string>): TypedFacts {
  return Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, [value]]));
}
