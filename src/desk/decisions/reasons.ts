import type { Queries } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';

/** The most reasons that one refusal may have. */
export const MOST_REASONS = 5;

/**
 * Which of these codes the list has, in their order, each once. A reason that was switched off is no longer offered
 * but still accepted, because a moderator may have an older form open.
 */
export async function knownReasons(tx: Queries, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await tx.query<{ code: string }>(
    `select code from reason where code = any${unseenList('$1', 'text')}`,
    [codes],
  );
  return inOrder(codes, rows);
}

function inOrder(codes: readonly string[], rows: { code: string }[]): string[] {
  const known = new Set(rows.map(({ code }) => code));
  return [...new Set(codes)].filter((code) => known.has(code)).slice(0, MOST_REASONS);
}

/** What a refusal says: codes, and the words of their templates. */
export interface Refused {
  reasons: string[];
  words: string;
}

/**
 * The same, and what the author of a submission reads when the moderator has written nothing: the templates of the
 * reasons, in the language that the author reads the forum in. The blanks in them are filled only when somebody reads
 * them: the words of a decision stay in the log for ever, and a title or a guest's name must not.
 */
export async function refusedFor(tx: Queries, submission: string, codes: readonly string[]): Promise<Refused> {
  if (codes.length === 0) return { reasons: [], words: '' };
  const rows = await tx.query<{ code: string; body: string }>(
    `select r.code, case coalesce(a.language, site.language) when 'fr'
       then coalesce(nullif(r.body_fr, ''), r.body_en) else coalesce(nullif(r.body_en, ''), r.body_fr) end as body
     from desk.submission s cross join site join reason r on r.code = any${unseenList('$2', 'text')}
     left join private.account a on a.member_id = s.author_id where s.id = $1`,
    [submission, codes],
  );
  const reasons = inOrder(codes, rows);
  const words = reasons
    .flatMap((reason) => rows.filter(({ code, body }) => code === reason && body !== ''))
    .map(({ body }) => body)
    .join('\n\n');
  return { reasons, words };
}
