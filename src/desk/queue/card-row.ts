import { links } from '../../markup/links.js';
import { DESK_KINDS } from '../kinds.js';
import type { HeldFile } from '../../submissions/documents/held-file.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { typedFacts } from '../../submissions/thread-facts/facts-reading.js';
import { kindsWith } from '../../submissions/kind.js';
import { MAY_ASK } from '../../submissions/asks.js';
import { THREAD_OF } from '../../submissions/thread-of.js';
import type { Claim, DeskCard } from './card.js';
import type { ReportedPost } from '../reports/reported-post.js';
import { knownChanges } from './word-changes.js';

/** What a card shows of the submission itself, of its category, thread and author. */
export const CARD_COLUMNS = `s.id, s.kind, s.version, s.number, s.reply_to as "replyTo", 
  s.question and s.kind in ${kindsWith('becomesPost')} as question,
  case when s.kind in ${kindsWith('changesPost')} then (select s.question from post q where q.thread_id = s.thread_id
    and q.number = s.number and q.gone is null and q.question <> s.question) end as asks,
  case when ${MAY_ASK} then s.question end as sort, s.article, s.title, s.html,
  s.source as text, s.facts, s.base_facts as "baseFacts", s.documents as said,
  s.held_for as "heldFor", s.written_at as "writtenAt", s.changed_at as "changedAt", s.author_id as "authorId",
  case when s.status = 'withdrawn' then '' else coalesce(m.name, s.author_name) end as "authorName",
    s.author_role as "authorRole",
  coalesce(a.accepted_count, 0) as accepted, c.id as "categoryId", c.slug as "categorySlug", c.name as "categoryName",
  coalesce(c.agreement, 1) as needed,
  case when c.agreement > 1 then array(select g.name from desk.agreement a2 join member g on g.id = a2.member_id
    where a2.submission_id = s.id and a2.version = s.version order by a2.agreed_at, g.id) else '{}' end as agreed,
  case when c.agreement > 1 then array(select a3.member_id from desk.agreement a3 where a3.submission_id = s.id
    and a3.version = s.version) else '{}' end as "agreedMembers",
  cl.member_id as "claimMember", cm.name as "claimName", cl.claimed_at as "claimSince", cl.until as "claimUntil",
  t.id as "thread", t.slug as "threadSlug", t.title as "threadTitle",
  (extract(epoch from s.written_at) * 1000000)::bigint::text as "place"`;

export const CARD_JOINS = `desk.submission s
  left join category c on c.id = s.category_id
  left join thread t on t.id = ${THREAD_OF}
  left join member m on m.id = s.author_id
  left join private.account a on a.member_id = s.author_id
  left join desk.claim cl on cl.submission_id = s.id and s.status = 'waiting'
  left join member cm on cm.id = cl.member_id`;

type Plain = Pick<
  DeskCard,
  | 'id'
  | 'kind'
  | 'version'
  | 'number'
  | 'replyTo'
  | 'question'
  | 'asks'
  | 'sort'
  | 'article'
  | 'title'
  | 'html'
  | 'text'
  | 'facts'
  | 'baseFacts'
  | 'heldFor'
  | 'writtenAt'
  | 'changedAt'
>;

export interface CardRow extends Plain {
  said: SaidDocument[];
  authorId: number | null;
  authorName: string;
  authorRole: DeskCard['author']['role'];
  accepted: number;
  /** Null where it has no category. */
  categoryId: number | null;
  categorySlug: string | null;
  categoryName: string | null;
  /** How many moderators must agree here, and who has. */
  needed: number;
  agreed: string[];
  agreedMembers: number[];
  thread: number | null;
  threadSlug: string | null;
  threadTitle: string | null;
  claimMember: number | null;
  claimName: string | null;
  claimSince: Date | null;
  claimUntil: Date | null;
  /** Microseconds since 1970, for the cursor. */
  place: string;
}

/** What the queries for a whole page found about each of its cards. */
export interface Around {
  refused: Map<number, number>;
  before: Map<string, DeskCard['before']>;
  published: Map<string, NonNullable<DeskCard['published']>>;
  reported: Map<string, ReportedPost>;
  appealed: Map<string, NonNullable<DeskCard['appeal']>>;
  documents: Map<string, HeldFile[]>;
  registered: Map<string, NonNullable<DeskCard['registered']>>;
  facts: Map<string, Pick<DeskCard, 'facts' | 'baseFacts'>>;
}

/** As many changed words as a card of the queue can show. */
const FEW = 100;

function claimOf({ claimMember, claimName, claimSince, claimUntil }: CardRow): Claim | null {
  if (claimMember === null || claimSince === null || claimUntil === null) return null;
  return { member: claimMember, name: claimName ?? '', since: claimSince, until: claimUntil };
}

/** `most`: how many changed words of an edit are looked for. */
export function cardFrom(row: CardRow, around: Around, most = FEW): DeskCard {
  const { id, kind, version, number, replyTo, question, asks, sort, article, title, heldFor, writtenAt } = row;
  const { facts, baseFacts } = around.facts.get(id) ?? { facts: null, baseFacts: null };
  const reported = around.reported.get(id) ?? null;
  const { html, text } = reported ?? row;
  const refused = row.authorId === null ? 0 : (around.refused.get(row.authorId) ?? 0);
  const published = around.published.get(id) ?? null;
  const { countsAs, answerable, agreed } = DESK_KINDS[kind];
  return {
    id,
    kind,
    countsAs,
    answerable,
    version,
    number,
    question,
    asks,
    sort,
    replyTo,
    article,
    title,
    html,
    text,
    facts,
    baseFacts,
    typedFacts: facts === null ? null : typedFacts(facts, row.thread),
    documents: around.documents.get(id) ?? [],
    heldFor,
    writtenAt,
    changedAt: row.changedAt,
    author: { name: row.authorName, role: row.authorRole, published: row.accepted, refused, ...reported?.author },
    category:
      row.categoryId === null
        ? null
        : { id: row.categoryId, slug: row.categorySlug ?? '', name: row.categoryName ?? '' },
    thread: row.thread === null ? null : { id: row.thread, slug: row.threadSlug ?? '', title: row.threadTitle ?? '' },
    agreement:
      row.needed > 1 && agreed ? { needed: row.needed, agreed: row.agreed, members: row.agreedMembers } : null,
    registered: around.registered.get(id) ?? null,
    before: around.before.get(id) ?? [],
    links: links(html),
    published,
    changes: published === null ? [] : knownChanges(published.text, text, most),
    report: reported?.report ?? null,
    appeal: around.appealed.get(id) ?? null,
    claim: claimOf(row),
  };
}
