import type { Transaction } from '../database/transaction.js';
import { RevisionEntity } from '../threads/revision.entity.js';
import { namedFiles } from '../submissions/documents/named-files.js';
import type { SaidDocument } from '../submissions/documents/said-document.js';
import { putDocuments } from './documents/put-documents.js';
import type { Hand, Published } from './published.js';
import { type PostWords, putWords } from './put-words.js';
import { type Facts, jsonOf } from '../submissions/thread-facts/facts.js';
import { changeFacts } from './thread-facts.js';
import { ReplacedTextEntity } from './replaced-text.entity.js';
import { showProposals } from './show-proposals.js';

const AS_WORDS = `title, source, html, renderer_version as "rendererVersion", edited_at as "editedAt",
  edited_by_team as "editedByTeam", edited_reason as "editedReason", edited_for as "editedFor", question`;

/** Keeps the words that stand now, before others take their place. `title` is the thread's, with post 1. */
export async function keepRevision(
  tx: Transaction,
  post: Published & { title: string | null; facts?: Facts | null; nextFacts?: Facts | null },
  now: Date,
  hand: Hand,
): Promise<void> {
  const { thread, number, title, facts = null, nextFacts = null } = post;
  const [kept] = await tx.query<{ revision: number }>(
    `insert into desk.revision (thread_id, number, revision, title, source, html, replaced_at, replaced_by,
      renderer_version,
       edited_at, edited_by_team, edited_reason, edited_for, question, facts, next_facts,
       documents)
     select $1, $2, (select coalesce(max(revision), 0) + 1 from desk.revision where thread_id = $1
       and number = $2), $3, p.source,
       p.html, $4, $5, p.renderer_version, p.edited_at, p.edited_by_team, p.edited_reason, p.edited_for, p.question,
       $6::jsonb,
       $7::jsonb, coalesce((select d.documents from desk.post_documents d where d.thread_id = $1 and d.number = $2),
         '[]')
     from post p where p.thread_id = $1 and p.number = $2
     returning revision`,
    [thread, number, title, now, hand, jsonOf(facts), jsonOf(nextFacts)],
  );
  // The words that the team has removed may be in all earlier texts, too.
  if (hand === 'team') await tx.repository(RevisionEntity).delete({ threadId: thread, number });
  else await markShown(tx, post, kept?.revision ?? 0);
}

/** Only where the category lets readers see earlier texts; texts that were replaced before it did stay at the desk. */
async function markShown(tx: Transaction, { thread, number }: Published, revision: number): Promise<void> {
  await tx.query(
    `update desk.revision r set shown = c.history from thread t join category c on c.id = t.category_id
     where t.id = r.thread_id and r.thread_id = $1 and r.number = $2 and r.revision = $3`,
    [thread, number, revision],
  );
  await show(tx, { thread, number }, revision);
}

/** Lets readers read the texts from this revision on that may be shown, where the category still shows any. */
async function show(tx: Transaction, { thread, number }: Published, from: number): Promise<void> {
  await tx.query(
    `insert into public.revision (thread_id, number, revision, title, source, html, documents, question,
       replaced_at)
     select r.thread_id, r.number, r.revision, r.title, r.source, r.html, ${namedFiles('r.documents')}, r.question,
       r.replaced_at
     from desk.revision r join thread t on t.id = r.thread_id join category c on c.id = t.category_id and c.history
     where r.thread_id = $1 and r.number = $2 and r.revision >= $3 and r.shown on conflict do nothing`,
    [thread, number, from],
  );
}

/**
 * For posts that came to another category: where it lets readers see earlier texts, those that readers could see
 * before are shown again.
 */
export async function showAgain(tx: Transaction, thread: number, numbers: readonly number[] | null): Promise<void> {
  await tx.query(
    `insert into public.revision (thread_id, number, revision, title, source, html, documents, question,
       replaced_at)
     select r.thread_id, r.number, r.revision, r.title, r.source, r.html, ${namedFiles('r.documents')}, r.question,
       r.replaced_at
     from desk.revision r join post p on p.thread_id = r.thread_id and p.number = r.number and p.gone is null
     join category c on c.id = p.category_id and c.history
     where r.thread_id = $1 and ($2::int[] is null or r.number = any($2)) and r.shown and r.revision > coalesce((
       select max(l.revision) from desk.revision l where l.thread_id = r.thread_id and l.number = r.number
         and l.replaced_by = 'team'), 0)
     on conflict do nothing`,
    [thread, numbers],
  );
  await showProposals(tx, thread, numbers);
}

/**
 * The words that were replaced last become the post again and stop being a revision of it; earlier texts that the
 * team's edit had hidden from readers are shown again. Answers false when nothing was replaced, or the post is gone.
 */
export async function putRevisionBack(tx: Transaction, post: Published, change: number, now: Date): Promise<boolean> {
  const [former] = await tx.query<
    PostWords & { revision: number; by: Hand; facts: Facts | null; nextFacts: Facts | null; documents: SaidDocument[] }
  >(
    `select revision, replaced_by as by, documents, facts, next_facts as "nextFacts", ${AS_WORDS} from desk.revision
      where thread_id = $1 and number = $2
      order by revision desc limit 1`,
    [post.thread, post.number],
  );
  if (former === undefined || !(await putWords(tx, post, former, { change, at: now }))) return false;
  await putDocuments(tx, post, former.documents);
  // What readers see of it goes with it, and what it said of a case.
  await tx
    .repository(ReplacedTextEntity)
    .delete({ threadId: post.thread, number: post.number, revision: former.revision });
  await changeFacts(tx, post, { from: former.nextFacts, to: former.facts }, now);
  if (former.by === 'team') await showBeforeTeam(tx, post);
  await showProposals(tx, post.thread, [post.number]);
  return true;
}

/** The earlier texts that an edit by the team had hidden, back to the one by the team before it. */
async function showBeforeTeam(tx: Transaction, post: Published): Promise<void> {
  const [team] = await tx.query<{ last: number }>(
    `select coalesce(max(revision), 0) as last from desk.revision where thread_id = $1 and number = $2
      and replaced_by = 'team'`,
    [post.thread, post.number],
  );
  await show(tx, post, (team?.last ?? 0) + 1);
}
