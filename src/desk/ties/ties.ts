import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { type Decided, log } from '../../publishing/log.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockThread } from '../moving/lock-thread.js';
import { putTie, standingTie } from '../../publishing/ties/put-tie.js';

/** Which town a thread is about, where that is no fact of it: it then stands on the page of that town. */
@Injectable()
export class Ties {
  constructor(private readonly writer: Writer) {}

  /**
   * `town`: a code of today; null for none. @returns null where it is so already: a form that is sent twice does
   * nothing twice. @throws NotFound outside of the moderator's categories, Conflict when the thread was merged since.
   */
  set(moderator: Visitor, thread: number, town: string | null, now: Date): Promise<Decided | null> {
    return this.writer.transaction(async (tx) => {
      const locked = await lockThread(tx, moderator, thread);
      const before = await standingTie(tx, thread);
      if ((before?.town ?? null) === town) return null;
      const tie = await putTie(tx, locked, town);
      const detail = { tie, ...(before !== null && { before: before.id }) };
      const decision = town === null ? 'untie' : 'tie';
      return await log(tx, locked.member, { decision, category: locked.category, thread, detail }, now);
    });
  }

  /** The code of the town that it is tied to. */
  async of(thread: number): Promise<string | null> {
    return (await standingTie(this.writer, thread))?.town ?? null;
  }
}
