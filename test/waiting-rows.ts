import type pg from 'pg';

/**
 * So many replies of one guest that wait in a thread, put down by the owner of the tables: a test of many begins with
 * them.
 */
export async function sowWaiting(
  owner: pg.Client,
  { thread, count, name }: { thread: number; count: number; name: string },
): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into desk.submission (id, kind, category_id, thread_id, source, html, renderer_version, author_name,
      author_role, key_hash, token_hash,
       written_at, changed_at)
     select gen_random_uuid(), 'reply', t.category_id, t.id, 'Message ' || n, '<p>Message ' || n || '</p>', 1, $3,
       'guest',
       sha256(($3 || n)::bytea), sha256(('token' || $3 || n)::bytea),
         timestamptz '2026-11-20T12:00:00Z' + n * interval '1 minute', '2026-11-20T12:00:00Z'
     from thread t, generate_series(1, $2) n where t.id = $1 returning id`,
    [thread, count, name],
  );
  await owner.query(
    `insert into desk.submission_version (submission_id, version, source, html, written_by, written_at)
     select id, version, source, html, 'author', written_at from desk.submission where author_name = $1`,
    [name],
  );
  return rows.map(({ id }) => id);
}
