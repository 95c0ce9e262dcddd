import { filled } from '../site/reason.js';
import { TITLED } from '../threads/article-row.js';
import type { CommentedArticle, FollowedSubmission } from './followed.js';
import { kindsWith, propertiesOf } from './kind.js';
import type { SaidDocument } from './documents/said-document.js';
import { ASKS } from './asks.js';
import { THREAD_OF } from './thread-of.js';

/**
 * A submission with its category, the thread that it goes to or has become (if $1, the audiences of its author, may
 * see it) and the post that it is now. A published submission is shown with the present text of its post, whoever has
 * changed it since; a post that was taken down comes with what was said to its author then, not with what was said
 * when it was accepted.
 */
export const FOLLOWED = `select s.id, s.kind, s.status, s.version, s.number,
    coalesce(case when ${TITLED} and p.gone is null then t.title end, s.title) as title,
    coalesce(case when p.gone is null then p.source end, s.source) as source,
    coalesce(case when p.gone is null then p.html end, s.html) as html, s.facts, s.reply_to as "replyTo",
    ${ASKS} as asks,
    case when p.number is null or p.gone is not null then s.documents else coalesce((select d.documents
      from desk.post_documents d where d.thread_id = p.thread_id and d.number = p.number), '[]') end as said,
    coalesce(c.audience = any($1) and not s.proposes and (c.documents = 'everyone' or (c.documents = 'members'
      and s.author_id is not null)) and s.kind not in ${kindsWith('readByRegistered')}, false) as attaches,
    coalesce(m.name, s.author_name) as "authorName", s.author_role as "authorRole", s.written_at as "writtenAt",
    s.changed_at as "changedAt", s.decided_at as "decidedAt", s.reasons,
    case when p.gone is null then s.remark else r.remark end as remark, s.email is not null as email,
      s.email_confirmed_at is not null as "emailConfirmed",
    s.email is not null and exists (select from private.mail l where l.kind = 'confirmation' and l.sent and
      (l.submission_id = s.id or l.address_key in (select c.address_key from private.confirmation c
        where c.address = s.email))
    ) as "emailAsked", s.article,
    (select h.name from host_site h where h.slug = s.article->>'site') as "siteName",
    case when c.id is null then null when c.audience = any($1) then c.slug else '' end as "categorySlug",
    case when c.id is null then null when c.audience = any($1) then c.name else '' end as "categoryName",
      t.id as "thread", t.slug as "threadSlug", t.title as "threadTitle",
    (a.id is null or a.status <> 'waiting' and a.decided_at < coalesce(r.removed_at, s.decided_at)) as "asksAgain",
    a.status as "appealStatus", a.html as "appealHtml", a.written_at as "appealAt", a.decided_at as "appealDecidedAt",
      a.remark as "appealRemark",
    r.number is not null and s.kind in ${kindsWith('becomesPost')} as removed, p.change, p.gone,
      p.gone_reason as "goneReason",
    not s.proposes and (coalesce(s.author_id <> p.author_id and s.kind in ${kindsWith('changesPost')}, false)
      or s.author_id is not null and p.number is not null and p.author_id is null) as hosted, s.proposes,
    p.edited_at as "editedAt", p.edited_reason as "editedReason", p.edited_for as "editedWords",
    pt.removed_at is not null as "pageRemoved", pt.reason as "pageReason", pt.remark as "pageRemark",
      pf.member_id is not null as "pageStands",
    (extract(epoch from s.written_at) * 1000000)::bigint::text as "place"
  from desk.submission s
  left join category c on c.id = s.category_id
  left join member m on m.id = s.author_id
  left join thread t on t.id = ${THREAD_OF} and c.audience = any($1)
  left join post p on p.thread_id = t.id and p.number = s.number and s.status = 'published'
  left join desk.removed_post r on r.thread_id = p.thread_id and r.number = p.number
  left join desk.submission a on a.appeals = s.id
  left join desk.profile_text pt on pt.submission_id = s.id
  left join profile pf on pf.member_id = pt.member_id and pf.published_at = pt.published_at`;

type Plain = Pick<
  FollowedSubmission,
  | 'id'
  | 'kind'
  | 'status'
  | 'version'
  | 'number'
  | 'title'
  | 'html'
  | 'facts'
  | 'attaches'
  | 'replyTo'
  | 'asks'
  | 'writtenAt'
  | 'changedAt'
  | 'decidedAt'
  | 'reasons'
  | 'remark'
  | 'email'
  | 'emailConfirmed'
  | 'emailAsked'
  | 'hosted'
  | 'proposes'
>;

export interface FollowedRow extends Plain {
  article: CommentedArticle | null;
  siteName: string | null;
  said: SaidDocument[];
  source: string;
  authorName: string;
  authorRole: FollowedSubmission['author']['role'];
  categorySlug: string | null;
  categoryName: string | null;
  thread: number | null;
  threadSlug: string | null;
  threadTitle: string | null;
  /** No appeal, or one that was judged before the decision that holds now. */
  asksAgain: boolean;
  appealStatus: FollowedSubmission['status'] | null;
  appealHtml: string;
  appealAt: Date;
  appealDecidedAt: Date | null;
  appealRemark: string | null;
  /** Its text is at the desk, from where it can be restored. */
  removed: boolean;
  change: number | null;
  gone: 'taken-down' | 'withdrawn' | null;
  goneReason: string | null;
  editedAt: Date | null;
  editedReason: string | null;
  editedWords: string | null;
  /** Of the text of a member's page: whether it was taken down, why, and whether it stands. */
  pageRemoved: boolean | null;
  pageReason: string | null;
  pageRemark: string | null;
  pageStands: boolean;
  /** Microseconds since 1970, for the cursor. */
  place: string;
}

function publishedAs(row: FollowedRow): FollowedSubmission['published'] {
  if (
    row.thread === null ||
    row.threadSlug === null ||
    row.number === null ||
    row.change === null ||
    row.gone !== null
  )
    return null;
  return { thread: row.thread, number: row.number, slug: row.threadSlug, change: row.change };
}

function teamEditOf({
  gone,
  editedAt: at,
  editedReason: reason,
  editedWords: words,
}: FollowedRow): FollowedSubmission['teamEdit'] {
  return gone !== null || at === null || (reason === null && words === null) ? null : { at, reason, words };
}

function appealOf(row: FollowedRow): FollowedSubmission['appeal'] {
  const {
    appealStatus: status,
    appealHtml: html,
    appealAt: writtenAt,
    appealDecidedAt: decidedAt,
    appealRemark: remark,
  } = row;
  if (status === null || status === 'withdrawn') return null;
  return {
    status: status === 'published' ? 'granted' : status === 'refused' ? 'confirmed' : 'waiting',
    html,
    writtenAt,
    decidedAt,
    remark,
  };
}

export function followedFrom(row: FollowedRow): FollowedSubmission {
  const {
    id,
    kind,
    status,
    version,
    number,
    title,
    html,
    facts,
    attaches,
    replyTo,
    asks,
    writtenAt,
    changedAt,
    decidedAt,
    reasons,
    email,
    emailConfirmed,
    emailAsked,
    hosted,
    proposes,
    article,
  } = row;
  const remark = row.pageRemoved === true ? row.pageRemark : row.remark;
  return {
    id,
    kind,
    status,
    version,
    number,
    title,
    html,
    facts,
    documents: [],
    filesUntil: null,
    attaches,
    replyTo,
    asks,
    writtenAt,
    changedAt,
    decidedAt,
    reasons,
    email,
    emailConfirmed,
    emailAsked,
    hosted,
    readByRegistered: propertiesOf(kind).readByRegistered,
    proposes,
    article: article === null ? null : { ...article, siteName: row.siteName ?? article.site },
    remark:
      remark === null ? null : filled(remark, { author: row.authorName, thread: row.threadTitle || title || '' }),
    category: row.categorySlug === null ? null : { slug: row.categorySlug, name: row.categoryName ?? '' },
    thread: row.thread === null ? null : { id: row.thread, slug: row.threadSlug ?? '', title: row.threadTitle ?? '' },
    text: row.source,
    author: { name: row.authorName, role: row.authorRole },
    published: publishedAs(row),
    profile: propertiesOf(kind).standsOnPage ? { standing: row.pageStands } : null,
    teamEdit: teamEditOf(row),
    appeal: appealOf(row),
    mayAppeal: row.asksAgain && (status === 'refused' || status === 'spam' || row.removed),
    takenDown:
      row.gone === 'taken-down'
        ? { reason: row.goneReason }
        : row.pageRemoved === true
          ? { reason: row.pageReason }
          : null,
  };
}
