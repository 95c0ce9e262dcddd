import { randomBytes, randomUUID } from 'node:crypto';
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

/** Months of moderation in rows of the log, where sending and deciding each of them would take minutes. */
export async function sowDecisions(owner: pg.Client, { category, thread, kind = 'reply', decision, reason, delays, at }: Sown): Promise<string[]> {
  const rows: string[] = [];
  for (const minutes of delays) {
    const id = randomUUID();
    const written = new Date(at.getTime() - minutes * 60_000);
    const insert = (of: string, about: string | null, theirs = id): Promise<unknown> => owner.query(
      `insert into desk.submission (id, kind, status, category_id, thread_id, number, source, html, renderer_version, author_role, key_hash, token_hash, written_at, changed_at, decided_at, appeals)
       values ($1, $2, 'refused', $3, $4, 1, '', '', 1, 'guest', $5, $6, $7, $8, $8, $9)`,
      [theirs, of, category, thread, randomBytes(8), randomBytes(8), written, at, about],
    );
    const refused = kind === 'appeal' ? randomUUID() : null;
    if (refused !== null) await insert('reply', null, refused);
    await insert(kind, refused);
    const { rows: [row] } = await owner.query<{ id: string }>(
      `insert into desk.decision (decided_at, member_name, decision, submission_id, category_id, thread_id, number, version, reason, reasons)
       values ($1, 'Sage', $2, $3, $4, $5, 1, 1, $6, $7) returning id::text`,
      [at, decision, id, category, thread, reason ?? null, reason === undefined ? [] : [reason]],
    );
    rows.push(row?.id ?? '');
  }
  return rows;
}
