import type { CaseFacts } from '../../cases/case-facts.js';
import type { Queries } from '../../database/transaction.js';

type Row = Omit<CaseFacts, 'of' | 'point'> & { latitude: number | null; longitude: number | null };

/** What stands now, whoever has changed it since it was sent. */
export async function standingCase(tx: Queries, thread: number): Promise<CaseFacts | null> {
  const [row] = await tx.query<Row>(
    `select l.town_code as town, coalesce(t.name || ' (' || t.department_code || ')', '') as "townName", l.country,
       l.place, l.latitude, l.longitude, l.precision, l.authority, l.authority_name as "authorityName", l.themes,
       l.status
     from local_case l left join town t on t.code = l.town_code where l.thread_id = $1`,
    [thread],
  );
  if (row === undefined) return null;
  const { latitude, longitude, ...said } = row;
  return {
    of: 'case',
    ...said,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}
