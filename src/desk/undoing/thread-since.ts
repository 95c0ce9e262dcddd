const HOLDS = `l.id > d.id and l.decision <> 'undo' and not exists (select 1 from desk.decision u where u.undoes = l.id)`;

/** Decisions about a thread of which the later one takes the place of the earlier one. */
const SAME = `case when d.decision in ('lock', 'unlock') then array['lock', 'unlock']
  when d.decision in ('pin', 'unpin') then array['pin', 'unpin']
  when d.decision = 'recategorize' then array['recategorize'] else '{}' end`;

/** On a row `d` of the log about a thread: whether what it did to the thread was done otherwise since. */
export const THREAD_SINCE = `(d.number is null and d.submission_id is null and exists (
  select 1 from desk.decision l where l.thread_id = d.thread_id and l.decision = any(${SAME}) and ${HOLDS}))`;
