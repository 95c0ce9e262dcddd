import type { Queries } from '../../database/transaction.js';
import { localOf } from '../../workshops/local-time.js';
import type { FactsDate, FactsPart, WorkshopFacts } from '../../workshops/workshop-facts.js';

type Row = Omit<WorkshopFacts, 'of' | 'dates' | 'candidates' | 'parts'> & {
  dates: { id: string; start: string; end: string }[];
  candidates: { id: string; start: string; end: string }[];
  parts: FactsPart[];
};

/**
 * What stands now, whoever has changed it since it was sent. The secret is read with it, so the reader's login cannot
 * ask this.
 */
export async function standingWorkshop(tx: Queries, thread: number): Promise<WorkshopFacts | null> {
  const [row] = await tx.query<Row>(
    `select w.town_code as town, coalesce(t.name || ' (' || t.department_code || ')', '') as "townName", w.place,
      coalesce(nullif(w.address, ''), s.address, '') as address,
       coalesce(nullif(w.online, ''), s.online, '') as online, w.reveal, w.access, w.bring, w.language, w.price,
       w.themes, w.zone, w.seats, w.count, w.admission,
       (select coalesce(json_agg(json_build_object('id', d.id, 'start', d.starts_at, 'end', d.ends_at)
         order by d.position), '[]') from workshop_date d where d.thread_id = w.thread_id) as dates,
       (select coalesce(json_agg(json_build_object('id', c.id, 'start', c.starts_at, 'end', c.ends_at)
         order by c.position), '[]') from workshop_candidate c where c.thread_id = w.thread_id) as candidates,
       (select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'time', p.time, 'text', p.text,
         'seats', p.seats) order by p.position), '[]') from workshop_part p where p.thread_id = w.thread_id) as parts
     from workshop w left join town t on t.code = w.town_code
     left join private.workshop_secret s on s.thread_id = w.thread_id where w.thread_id = $1`,
    [thread],
  );
  if (row === undefined) return null;
  const local = ({ id, start, end }: FactsDate): FactsDate => ({
    id,
    start: localOf(new Date(start), row.zone),
    end: localOf(new Date(end), row.zone),
  });
  return { of: 'workshop', ...row, dates: row.dates.map(local), candidates: row.candidates.map(local) };
}
