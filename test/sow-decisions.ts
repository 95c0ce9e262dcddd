import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Something that was decided, as often as `delays` has numbers: minutes from its sending to the decision. */
export interface Sown {
  category: number;
  /** In which all of it is said to have been. */
  thread: number;
  kind?: 'reply' | 'report' | 'appeal';
  decision: string;
  reason?: string;
  delays: readonly number[];
  at: Date;
}

/**
 * Months of moderation in rows of the log, where sending and deciding each of them would take minutes.
 * @returns the ids of the rows
 */
export async function sowDecisions(
  owner: pg.Client,
  { category, thread, kind = 'reply', decision, reason, delays, at }: Sown,
): Promise<string[]> {
  const ids = delays.map(() => randomUUID());
  const insert = (of: string, theirs: string[], about: string[] | null): Promise<unknown> =>
    owner.query(
      `insert into desk.submission (id, kind, status, category_id, thread_id, number, source, html, renderer_version,
        author_role, key_hash, token_hash,
       written_at, changed_at, decided_at, appeals)
     select s.id, $1, 'refused', $2, $3, 1, '', '', 1, 'guest', sha256(s.id::text::bytea),
       sha256(('token' || s.id)::bytea),
       $4::timestamptz - s.delay * interval '1 minute', $4, $4, s.about
     from unnest($5::uuid[], $6::int[], $7::uuid[]) s (id, delay, about)`,
      [of, category, thread, at, theirs, delays, about ?? theirs.map(() => null)],
    );
  const refused = kind === 'appeal' ? ids.map(() => randomUUID()) : null;
  if (refused !== null) await insert('reply', refused, null);
  await insert(kind, ids, refused);
  const { rows } = await owner.query<{ id: string }>(
    `insert into desk.decision (decided_at, member_name, decision, submission_id, category_id, thread_id, number,
      version, reason, reasons)
     select $1, 'Sage', $2, s.id, $3, $4, 1, 1, $5, $6 from unnest($7::uuid[]) s (id) returning id::text`,
    [at, decision, category, thread, reason ?? null, reason === undefined ? [] : [reason], ids],
  );
  return rows.map(({ id }) => id);
}
