import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound, type Problem } from '../errors/errors.js';
import { saidAtOnce } from '../errors/said-at-once.js';
import { render, RENDERER_VERSION } from '../markup/render.js';
import type { ThreadKind } from '../threads/visible.js';
import type { Attachers } from '../categories/policy-words.js';
import type { Language } from '../visitors/visitor.js';
import { checkedWords } from './checked.js';
import { drawTyped } from './draw-typed.js';
import { attach, attached } from './documents/attached.js';
import { documentsOfPost } from './documents/documents-of-post.js';
import { mustAttach } from './documents/may-attach.js';
import type { TypedDocument } from './documents/typed-document.js';
import type { Status } from './followed.js';
import { keepVersion } from './keep-version.js';
import { kindsWith, propertiesOf } from './kind.js';
import { SUBMISSION_KINDS } from './kinds.js';
import { mustTakeQuestions } from './kinds/must-take-questions.js';
import { mustSay } from './must-say.js';
import { type Owner, ownedBy } from './owner.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from './submission-row.js';
import { SubmissionEntity } from './submission.entity.js';
import { jsonOf, type TypedFacts } from './thread-facts/facts.js';
import { changedFacts, standingFacts } from './thread-facts/facts-reading.js';
import { textHash } from './text-hash.js';
import type { Words } from './words.js';

export interface Correction {
  title: string | null;
  text: string;
  /** Of a thread that has any, or an edit of its first post. */
  facts?: TypedFacts | undefined;
  /** Whether it asks something, where the thread takes questions; left out, it stays what it is. */
  question?: boolean | undefined;
  /** Left out, they stay. */
  documents?: readonly TypedDocument[] | undefined;
  /** Why files of the form did not come: then nothing is changed, and it is said with all else that is wrong. */
  refused?: Problem | null;
  /** The version that its author read. */
  version: number;
  language: Language;
}

type Found = Pick<
  SubmissionRow,
  | 'id'
  | 'kind'
  | 'number'
  | 'status'
  | 'version'
  | 'title'
  | 'facts'
  | 'thread'
  | 'documents'
  | 'proposes'
  | 'question'
> & { threadKind: ThreadKind | null; attachers: Attachers | null; isGuest: boolean };

/** Why a version that was read cannot be changed any more. */
export function lost(found: { status: Status; version: number }): Conflict {
  if (found.status === 'waiting' || found.status === 'returned')
    return new Conflict('corrected-since', { version: found.version });
  return new Conflict(found.status === 'withdrawn' ? 'withdrawn-since' : 'decided-since');
}

interface Corrected {
  words: Words & { question: boolean };
  /** Ids of files that come with it. */
  fresh: readonly string[];
}

async function checked(tx: Transaction, found: Found, correction: Correction, now: Date): Promise<Corrected> {
  const { question = found.question } = correction;
  if (question && !found.question) mustTakeQuestions(found);
  const titled = SUBMISSION_KINDS[found.kind].isTitled(found) && found.title !== null;
  const words = checkedWords(titled ? (correction.title ?? found.title) : null, correction.text, found.kind);
  words.facts = await changedFacts(tx, found.facts, correction.facts, {
    now,
    seed: `${found.id} ${correction.version}`,
    place: found.thread === null ? null : { thread: found.thread, number: found.number },
  });
  const sent = found.proposes ? undefined : correction.documents;
  const files = sent && (await attached(tx, sent, found.documents));
  mustAttach(found, { documents: found.attachers ?? 'nobody' }, files?.fresh ?? []);
  words.documents = files?.said ?? found.documents;
  if (SUBMISSION_KINDS[found.kind].text.least === 0) mustSay(words);
  return { words: { ...words, question }, fresh: files?.fresh ?? [] };
}

/**
 * The author changes a submission that waits or was returned: the same submission waits again, as its next version.
 */
@Injectable()
export class Corrections {
  constructor(private readonly writer: Writer) {}

  /**
   * @throws NotFound, Invalid with a code for each field, Conflict when it was decided or corrected since it was read.
   */
  async correct(owner: Owner, correction: Correction, now: Date): Promise<void> {
    await drawTyped(correction.text, correction.language);
    return this.writer.transaction(async (tx) => {
      const { where, values } = ownedBy(owner, 1);
      const [found] = await tx.query<Found>(
        `select s.id, s.kind, s.number, s.status, s.version, s.title,
          s.facts, s.thread_id as thread, s.documents, s.proposes, s.question,
          (select t.kind from thread t where t.id = s.thread_id) as "threadKind", s.author_id is null as "isGuest",
          (select c.documents from category c where c.id = s.category_id
            and s.kind not in ${kindsWith('readByRegistered')}) as attachers
         from desk.submission s where ${where}`,
        values,
      );
      if (found === undefined) throw new NotFound();
      const { words, fresh } = await saidAtOnce(correction.refused ?? null, () => checked(tx, found, correction, now));
      const row = await this.replace(tx, found, words, correction, now);
      await attach(tx, row.id, fresh);
      await keepVersion(tx, row, { by: 'author', member: row.authorId }, now);
      await tx.tell({ news: 'QueueChanged', category: row.category, submission: row.id });
    });
  }

  /** A corrected edit is compared with the text that is published now, so its base is set to that one. */
  private async replace(
    tx: Transaction,
    found: Found,
    words: Words & { question: boolean },
    { version, language }: Correction,
    now: Date,
  ): Promise<SubmissionRow> {
    const changes = propertiesOf(found.kind).changesPost && found.facts !== null;
    const place = { thread: found.thread ?? 0, number: found.number ?? 1 };
    const baseDocuments = propertiesOf(found.kind).changesPost ? await documentsOfPost(tx, place) : [];
    const base = changes ? await standingFacts(tx, place) : null;
    const [row] = await tx.query<SubmissionRow>(
      `update desk.submission s set status = 'waiting', version = version + 1, title = $3, source = $4, html = $5,
         renderer_version = $6, text_hash = $8, changed_at = $7, decided_at = null, decided_by = null, reason = null,
           reasons = '{}',
         remark = null,
         base_change = case when kind in ${kindsWith('changesPost')}
           then (select p.change from post p where p.thread_id = s.thread_id and p.number = s.number) end, facts = $9,
             base_facts = $10, documents = $11, base_documents = $12,
             question = $13
       where id = $1 and version = $2 and status in ('waiting', 'returned') returning ${SUBMISSION_COLUMNS}`,
      [
        found.id,
        version,
        words.title,
        words.text,
        render(words.text, language),
        RENDERER_VERSION,
        now,
        textHash(words.text),
        jsonOf(words.facts ?? null),
        jsonOf(base),
        JSON.stringify(found.proposes ? baseDocuments : (words.documents ?? [])),
        JSON.stringify(baseDocuments),
        words.question,
      ],
    );
    if (row !== undefined) return row;
    throw lost((await tx.repository(SubmissionEntity).findOneBy({ id: found.id })) ?? found);
  }
}
