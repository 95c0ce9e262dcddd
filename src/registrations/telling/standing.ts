import type { Queries } from '../../database/transaction.js';
import type { WorkshopFacts } from '../../workshops/workshop-facts.js';
import { READS_WORDS } from '../reads-words.js';
import { revealedFrom } from '../reveal.js';
import type { Standing } from './known.js';

const MILLISECONDS = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::bigint`;

/** SQL, to be used with FROM_STANDING: how things are with a registration `r`, as the JSON of a `Known`. */
export const STANDS = `jsonb_build_object('state', r.state,
  'date', case when w.thread_id is null then 'gone' when d.id is null then 'dropped' else d.state end,
  'starts', ${MILLISECONDS('d.starts_at')}, 'ends', ${MILLISECONDS('d.ends_at')},
  'place', md5(row(w.town_code, w.place, w.address, w.online, w.is_online)::text),
  'secret', md5(row(x.address, x.online)::text),
  'words', (select ${MILLISECONDS('max(o.published_at)')} from private.workshop_words o
    where o.thread_id = r.thread_id and ${READS_WORDS}))`;

export const WITH_DATE = `left join workshop w on w.thread_id = r.thread_id
  left join workshop_date d on d.id = r.date_id left join private.workshop_secret x on x.thread_id = r.thread_id`;

interface Row extends Pick<Standing, 'zone' | 'remind'> {
  stands: Pick<Standing, 'state' | 'date' | 'starts' | 'ends' | 'place' | 'secret' | 'words'>;
  reveal: WorkshopFacts['reveal'] | null;
}

/** Null for a registration that was erased. */
export async function standingOf(from: Queries, registration: string): Promise<Standing | null> {
  const [row] = await from.query<Row>(
    `select ${STANDS} as stands, r.remind, w.zone, w.reveal from private.registration r ${WITH_DATE} where r.id = $1`,
    [registration],
  );
  if (row === undefined) return null;
  const { stands, remind, zone, reveal } = row;
  const revealed =
    reveal === null || zone === null || stands.starts === null
      ? null
      : revealedFrom(reveal, new Date(stands.starts), zone);
  return { ...stands, remind, zone, revealedFrom: revealed?.getTime() ?? null };
}
