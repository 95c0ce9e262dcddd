import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import type { Draft, Received } from '../submissions/draft.js';
import { type Sent, Submissions } from '../submissions/submissions.js';
import { Visitor } from '../visitors/visitor.js';
import { log } from './log.js';
import { ownerOf } from './people/profiles.js';
import { publish } from './publish.js';
import type { Published } from './published.js';
import type { BroughtComment, QuietPublication } from './quiet-publication.js';
import { settle } from './settle.js';

/** Where every contribution comes in: stored, and published in the same breath when nothing holds it. */
@Injectable()
export class Reception {
  constructor(private readonly writer: Writer, private readonly submissions: Submissions) {}

  /** After this is answered the submission is on disk. @throws what Submissions.submit throws, and then nothing is. */
  receive(visitor: Visitor, draft: Draft, now: Date): Promise<Received> {
    return this.writer.transaction((tx) => this.receiveIn(tx, visitor, draft, now));
  }

  /** The same inside a transaction of the caller's. */
  async receiveIn(tx: Transaction, visitor: Visitor, draft: Draft, now: Date): Promise<Received> {
    const sent = await this.submissions.submit(tx, visitor, draft, now);
    const released = sent.fresh && sent.row.heldFor.length === 0;
    const published = released ? await this.release(tx, visitor, sent, now) : standing(sent);
    return { token: sent.token, code: sent.code, submission: sent.row.id, published };
  }

  /** What somebody who decides says in the same breath: stored like all else, and published whatever would hold it. */
  async publishIn(tx: Transaction, moderator: Visitor, draft: Draft, now: Date): Promise<Published> {
    const at = await this.release(tx, moderator, await this.submissions.submit(tx, moderator, draft, now), now);
    if (at === null) throw new Error('what is answered stands in a thread');
    return at;
  }

  /**
   * A comment from another system, with its dates: not screened, since it was decided there. Nobody is told and nothing is
   * written to the log; whoever brought them says in the end that the site has changed. Twice is once, by its key.
   *
   * @throws Invalid for a text or a name that has not the right length, Forbidden 'article-unsigned' for an article that
   * nobody has made known.
   */
  async bringIn(tx: Transaction, brought: BroughtComment, { at }: QuietPublication): Promise<Received> {
    const { writtenAt, anchor, ...words } = brought;
    const draft: Draft = { ...words, kind: 'comment' };
    const sent = await this.submissions.bring(tx, Visitor.guest(), draft, { writtenAt, held: at === null });
    if (at === null || !sent.fresh) return { token: sent.token, code: sent.code, submission: sent.row.id, published: standing(sent) };
    const { id, version } = sent.row;
    const row = await settle(tx, { id, version, status: 'published', scope: null, by: null }, at);
    if (row === null) throw new Error(`submission ${id} was settled by somebody before it was stored`);
    const published = await publish(tx, row, at, { hand: 'author', quiet: true, anchor });
    return { token: sent.token, code: sent.code, submission: id, published };
  }

  private async release(tx: Transaction, visitor: Visitor, { row: { id, version } }: Sent, now: Date): Promise<Published | null> {
    const row = await settle(tx, { id, version, status: 'published', scope: null, by: null }, now);
    if (row === null) throw new Error(`submission ${id} was settled by somebody before it was stored`);
    const at = await publish(tx, row, now, { hand: 'author' });
    await log(tx, visitor.member, { decision: 'publish', category: row.category, submission: id, ...at, version, ...(row.kind === 'profile' ? { detail: { member: ownerOf(row) } } : {}) }, now);
    return at;
  }
}

/** What the same sending was answered before. */
function standing({ row }: Sent): Published | null {
  if (row.status !== 'published' || row.thread === null || row.number === null) return null;
  return { thread: row.thread, number: row.number };
}
