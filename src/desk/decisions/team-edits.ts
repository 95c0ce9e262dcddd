import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { render, RENDERER_VERSION } from '../../markup/render.js';
import { checkedWords } from '../../submissions/checked.js';
import { documentsOfPost } from '../../submissions/documents/documents-of-post.js';
import { mustTakeQuestions } from '../../submissions/kinds/must-take-questions.js';
import { mustSay } from '../../submissions/must-say.js';
import type { Words } from '../../submissions/words.js';
import { TITLED } from '../../threads/article-row.js';
import type { ThreadKind } from '../../threads/visible.js';
import type { Language, Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import type { Published } from '../../publishing/published.js';
import { putWords } from '../../publishing/put-words.js';
import { changeFacts } from '../../publishing/thread-facts.js';
import { sameFacts, type TypedFacts } from '../../submissions/thread-facts/facts.js';
import { changedFacts, standingFacts } from '../../submissions/thread-facts/facts-reading.js';
import { knownReasons } from './reasons.js';
import { remarkOf } from './remark.js';
import { lockPost } from './remove-post.js';
import { keepRevision } from '../../publishing/revisions.js';
import { tellItsAuthor } from './team-edit-marks.js';
import { showProposals } from '../../publishing/show-proposals.js';

/** New words by the team for a published post, and the reason that everybody reads. */
export interface TeamEdit {
  /** Of the thread, with post 1. */
  title?: string | undefined;
  text: string;
  /** Of the thread, with post 1 of one that has any. */
  facts?: TypedFacts | undefined;
  /** Whether it is to ask something, in a thread that takes questions; left out, it stays what it is. */
  question?: boolean | undefined;
  /** A code of the list, or nothing. */
  reason: string;
  /** A remark that everybody reads. A reason or a remark is needed. */
  remark: string;
  /** The `change` of the post that was read. */
  version: number;
  language: Language;
}

/** Moderators change a published post: at once, with a public notice, and the earlier words are kept. */
@Injectable()
export class TeamEdits {
  constructor(private readonly writer: Writer) {}

  /**
   * @throws NotFound outside of the moderator's categories, Conflict when the post is gone or has changed since it was
   * read, Invalid without a reason, with the same words, or with words of a wrong length.
   */
  edit(moderator: Visitor, at: Published, edit: TeamEdit, now: Date): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const { member, category, change, gone, next } = await lockPost(tx, moderator, at.thread, at.number);
      if (gone !== null) throw new Conflict('already-gone');
      if (change !== edit.version) throw new Conflict('changed-since', { version: change });
      const standing = await wordsOf(tx, at);
      const words = checkedWords(standing.title === null ? null : (edit.title ?? standing.title), edit.text, 'edit');
      const before = standing.facts ?? null;
      const facts = await changedFacts(tx, before, edit.facts, { now, seed: `${at.thread} ${next}`, place: at });
      mustSay({ text: words.text, facts, documents: await documentsOfPost(tx, at) });
      const [reason = null] = await knownReasons(tx, [edit.reason]);
      const remark = remarkOf(edit.remark);
      if (reason === null && remark === null) throw new Invalid({ reason: 'reason-or-words' });
      const { question = standing.question } = edit;
      if (question && !standing.question) mustTakeQuestions({ kind: 'edit', ...standing, number: at.number });
      const same = sameFacts(facts, before) && question === standing.question;
      if (words.text === standing.text && words.title === standing.title && same)
        throw new Invalid({ text: 'nothing-changed' });
      await keepRevision(tx, { ...at, title: standing.title, facts: before, nextFacts: facts }, now, 'team');
      await putWords(
        tx,
        at,
        {
          title: words.title,
          source: words.text,
          html: render(words.text, edit.language),
          rendererVersion: RENDERER_VERSION,
          question,
          editedAt: now,
          editedByTeam: true,
          editedReason: reason,
          editedFor: remark,
        },
        { change: next, at: now },
      );
      await changeFacts(tx, at, { from: before, to: facts }, now);
      await showProposals(tx, at.thread, [at.number]);
      const reasons = reason === null ? [] : [reason];
      const done = await log(
        tx,
        member,
        { decision: 'team-edit', category, ...at, reasons, remark, detail: { change } },
        now,
      );
      await tx.tell({ news: 'PostChanged', category, ...at });
      await tellItsAuthor(tx, category, at);
      return done;
    });
  }
}

/** What stands, and the kind of its thread. */
interface Standing extends Words {
  question: boolean;
  threadKind: ThreadKind;
}

async function wordsOf(tx: Transaction, { thread, number }: Published): Promise<Standing> {
  const [standing] = await tx.query<Standing>(
    `select case when ${TITLED} then t.title end as title, p.source as text, p.question,
       t.kind as "threadKind"
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2`,
    [thread, number],
  );
  if (standing === undefined) throw new NotFound();
  return { ...standing, facts: await standingFacts(tx, { thread, number }) };
}
