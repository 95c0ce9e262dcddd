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
 * The same for several refusals, by the submissions' ids, and what the author of each reads when the moderator has
 * written nothing: the templates of the reasons, in the language that the author reads the forum in. The blanks in them
 * are filled only when somebody reads them: the words of a decision stay in the log for ever, and a title or a guest's
 * name must not.
 */
export async function refusedForAll(
  tx: Queries,
  refusals: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Refused>> {
  const all = [...new Set([...refusals.values()].flat())];
  const rows = all.length === 0 ? [] : await templates(tx, [...refusals.keys()], all);
  const bySubmission = Map.groupBy(rows, ({ submission }) => submission);
  return new Map(
    [...refusals].map(([id, codes]) => {
      const known = bySubmission.get(id) ?? [];
      const reasons = inOrder(codes, known);
      const bodies = new Map(known.map(({ code, body }) => [code, body]));
      const words = reasons.map((reason) => bodies.get(reason) ?? '').filter((body) => body !== '');
      return [id, { reasons, words: words.join('\n\n') }];
    }),
  );
}

/** The same for one. */
export async function refusedFor(tx: Queries, submission: string, codes: readonly string[]): Promise<Refused> {
  const refused = await refusedForAll(tx, new Map([[submission, codes]]));
  return refused.get(submission) ?? { reasons: [], words: '' };
}

function templates(
  tx: Queries,
  submissions: readonly string[],
  codes: readonly string[],
): Promise<{ submission: string; code: string; body: string }[]> {
  return tx.query(
    `select s.id as submission, r.code, case coalesce(a.language, site.language) when 'fr'
       then coalesce(nullif(r.body_fr, ''), r.body_en) else coalesce(nullif(r.body_en, ''), r.body_fr) end as body
     from desk.submission s cross join site join reason r on r.code = any${unseenList('$2', 'text')}
     left join private.account a on a.member_id = s.author_id where s.id = any${unseenList('$1', 'uuid')}`,
    [submissions, codes],
  );
}
