import type { Queries } from '../database/transaction.js';

/** At most so many for one refusal: more say nothing. */
export const MOST_REASONS = 5;

/**
 * Which of these codes the list has, in their order, each once. One that was switched off is no longer offered but still
 * taken: somebody had it on their screen.
 */
export async function knownReasons(tx: Queries, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await tx.query<{ code: string }>('select code from reason where code = any($1)', [codes]);
  const known = new Set(rows.map(({ code }) => code));
  return [...new Set(codes)].filter((code) => known.has(code)).slice(0, MOST_REASONS);
}

/**
 * What the author of a submission reads when the moderator has written nothing: the templates of the reasons, in the
 * language that the author reads the forum in. Their blanks stay blanks until somebody reads them: what is said with a
 * decision stands in the log for ever, and a title or a guest's name must not.
 */
export async function wordsOfReasons(tx: Queries, submission: string, reasons: readonly string[]): Promise<string> {
  const rows = await tx.query<{ code: string; body: string }>(
    `select r.code, case coalesce(a.language, site.language) when 'fr' then r.body_fr else r.body_en end as body
     from desk.submission s cross join site join reason r on r.code = any($2)
     left join private.account a on a.member_id = s.author_id where s.id = $1`,
    [submission, reasons],
  );
  return reasons.flatMap((reason) => rows.filter(({ code, body }) => code === reason && body !== '')).map(({ body }) => body).join('\n\n');
}
