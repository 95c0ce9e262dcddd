import { Injectable } from '@nestjs/common';
import type { JointActs } from '../database/joint-acts.js';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import type { SentDraft } from '../submissions/candidate.js';
import type { Draft, Submitted } from '../submissions/draft.js';
import type { Stored } from '../submissions/sent-before.js';
import { Submissions } from '../submissions/submissions.js';
import { Visitor } from '../visitors/visitor.js';
import { log } from '../publishing/log.js';
import { PUBLISHING_KINDS } from '../publishing/kinds.js';
import { publish } from '../publishing/publish.js';
import type { Published } from '../publishing/published.js';
import type { BroughtComment, QuietPublication } from './quiet-publication.js';
import { jointReplies, sharedThread } from './joint-replies.js';
import { releaseReply } from './release-reply.js';
import { settle, type Settlement } from '../publishing/settle.js';

interface Released {
  sent: Stored;
  draft: Draft;
  /** Whether the transaction is there for it and for nothing else. */
  alone: boolean;
}

/** Where every contribution comes in: stored, and published at once where nothing holds it. */
@Injectable()
export class Reception {
  private readonly together: JointActs<SentDraft, Stored | Submitted>;

  constructor(
    private readonly writer: Writer,
    private readonly submissions: Submissions,
  ) {
    this.together = jointReplies(writer, submissions, (sent) => this.submitAlone(sent));
  }

  /** After this is answered the submission is on disk. @throws what Submissions.submit throws, and then nothing is. */
  async submit(visitor: Visitor, draft: Draft, now: Date): Promise<Submitted> {
    const thread = sharedThread(visitor, draft);
    if (thread === null) return this.submitAlone({ visitor, draft, now });
    const sent = await this.together.do(thread, { visitor, draft, now });
    return 'row' in sent ? submitted(sent, standing(sent)) : sent;
  }

  /** The same inside a transaction of the caller's; `alone` where nothing else is done in it. */
  async submitIn(tx: Transaction, visitor: Visitor, draft: Draft, now: Date, alone = false): Promise<Submitted> {
    const sent = await this.submissions.submit(tx, visitor, draft, now, alone);
    const released = sent.fresh && sent.row.heldFor.length === 0;
    const published = released ? await this.release(tx, visitor, { sent, draft, alone }, now) : standing(sent);
    return submitted(sent, published);
  }

  /**
   * Stores the answer that a moderator gives together with a decision, and publishes it even if screening would hold
   * it.
   */
  async publishIn(tx: Transaction, moderator: Visitor, draft: Draft, now: Date): Promise<Published> {
    const sent = await this.submissions.submit(tx, moderator, draft, now);
    const at = await this.release(tx, moderator, { sent, draft, alone: false }, now);
    if (at === null) throw new Error('what is answered stands in a thread');
    return at;
  }

  /**
   * A comment from another system, with its dates: not screened, since it was decided there. Nobody is told and
   * nothing is written to the log; the import tells at its end that the site has changed. The same key stores it once.
   *
   * @throws Invalid for a text or a name that has not the right length, Forbidden 'article-unsigned' for an article
   * that nobody has made known.
   */
  async bringIn(tx: Transaction, brought: BroughtComment, { at }: QuietPublication): Promise<Submitted> {
    const { writtenAt, anchor, ...words } = brought;
    const draft: Draft = { ...words, kind: 'comment' };
    const sent = await this.submissions.bring(tx, Visitor.guest(), draft, { writtenAt, held: at === null });
    if (at === null || !sent.fresh) return submitted(sent, standing(sent));
    const { id, version } = sent.row;
    const row = await settle(tx, { id, version, status: 'published', scope: null, by: null }, at);
    if (row === null) throw new Error(`submission ${id} was settled by somebody before it was stored`);
    const published = await publish(tx, row, at, { hand: 'author', quiet: true, anchor });
    return submitted(sent, published);
  }

  private submitAlone({ visitor, draft, now }: SentDraft): Promise<Submitted> {
    return this.writer.transaction((tx) => this.submitIn(tx, visitor, draft, now, true));
  }

  private async release(
    tx: Transaction,
    visitor: Visitor,
    { sent, draft, alone }: Released,
    now: Date,
  ): Promise<Published | null> {
    const { id, version, kind } = sent.row;
    const settlement: Settlement = { id, version, status: 'published', scope: null, by: null };
    // The kind that is stored: a reply to the section of an article is a comment.
    if (PUBLISHING_KINDS[kind]?.standsBehind === true && (draft.documents ?? []).length === 0)
      return releaseReply(tx, visitor, { settlement, alone }, now);
    const row = await settle(tx, settlement, now);
    if (row === null) throw new Error(`submission ${id} was settled by somebody before it was stored`);
    const at = await publish(tx, row, now, { hand: 'author' });
    await log(
      tx,
      visitor.member,
      {
        decision: 'publish',
        category: row.category,
        submission: id,
        ...at,
        version,
        detail: PUBLISHING_KINDS[row.kind]?.detail?.(row),
      },
      now,
    );
    return at;
  }
}

function submitted({ token, code, row }: Stored, published: Published | null): Submitted {
  return { token, code, submission: row.id, published };
}

/** Where the submission is public already, when this sending only repeats an earlier one. */
function standing({ row }: Stored): Published | null {
  if (row.status !== 'published' || row.thread === null || row.number === null) return null;
  return { thread: row.thread, number: row.number };
}
