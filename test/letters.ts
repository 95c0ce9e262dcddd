import { randomBytes } from 'node:crypto';
import { stopToken } from '../src/notices/keys.js';
import { InstallationSecret } from '../src/submissions/installation-secret.js';
import { hashOf } from '../src/submissions/token-hash.js';
import type { World } from './world.js';

/**
 * What the jobs would have made: notices of a member, and the links of two letters to a guest. Answers the paths of
 * these.
 */
export async function plantLetters(
  { db, clock }: World,
  member: number,
): Promise<{ confirmation: string; stop: string }> {
  const now = clock.now();
  await db.owner.query(
    `insert into private.notice (member_id, kind, decision_id, submission_id, thread_id, number, noticed_at, seen_at)
     select $1, kind, place, case when kind <> 'answered' then (select id from desk.submission where author_id = $1
       limit 1) end, 1, 2, $2,
       case when place < 4 then $2::timestamptz end
     from unnest(array['published', 'returned', 'refused', 'taken-down', 'waits-again',
       'answered']) with ordinality as n (kind, place)`,
    [member, now],
  );
  const [token, address] = [randomBytes(24).toString('base64url'), 'quelqu.un@courriel.example'];
  await db.owner.query('insert into private.confirmation values ($1, $2, $3, $4, $5)', [
    randomBytes(32),
    address,
    hashOf(token),
    now,
    new Date(now.getTime() + 86_400_000),
  ]);
  const { rows } = await db.owner.query<{ id: string }>(
    `update desk.submission set email = $1 where author_id is null and kind in ('thread', 'reply') returning id`,
    [address],
  );
  const stop = stopToken(await new InstallationSecret(db.writer).get(), {
    of: 'submission',
    submission: rows[0]?.id ?? '',
  });
  return { confirmation: `/mail/${token}/confirmation`, stop: `/mail/${stop}/unsubscribe` };
}
