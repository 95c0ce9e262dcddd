import type { Queries } from '../../database/transaction.js';
import { Conflict, NotFound, type Problem } from '../../errors/errors.js';
import type { Status } from '../../submissions/followed.js';

interface Present {
  status: Status;
  version: number;
  by: string | null;
  at: Date | null;
}

/**
 * What to tell the moderator who came second: who decided and when (`by`, and `at` in milliseconds since 1970), or
 * which version the author has made of it.
 */
export async function lostRace(tx: Queries, id: string, version: number): Promise<Problem> {
  const [present] = await tx.query<Present>(
    `select s.status, s.version, m.name as by, s.decided_at as at
     from desk.submission s left join member m on m.id = s.decided_by where s.id = $1`,
    [id],
  );
  if (present === undefined) return new NotFound();
  if (present.status === 'withdrawn') return new Conflict('withdrawn-since');
  if (present.status === 'waiting')
    return new Conflict('corrected-since', { version: present.version, read: version });
  return new Conflict('already-decided', {
    by: present.by ?? '',
    at: present.at?.getTime() ?? 0,
    status: present.status,
  });
}
