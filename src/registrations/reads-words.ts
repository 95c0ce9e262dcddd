/**
 * SQL: whether the person of a registration `r` reads the words `o` of hosts. Where hosts admit each person, nobody
 * reads them before having been admitted: words may well name the place, and anybody may ask or say maybe.
 */
export const READS_WORDS = `o.published_at is not null and (r.state in ('seated', 'waiting') or r.state = 'maybe'
    and exists (select from workshop a where a.thread_id = r.thread_id and a.admission = 'open'))
  and (o.part_id is null or o.part_id = r.part_id) and (not o.to_line or r.state = 'waiting')`;
