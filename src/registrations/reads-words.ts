/** Of a registration `r` and words `o` of hosts: whether its person reads them. */
export const READS_WORDS = `o.published_at is not null and r.state not in ('cancelled', 'declined')
  and (o.part_id is null or o.part_id = r.part_id) and (not o.to_line or r.state = 'waiting')`;
