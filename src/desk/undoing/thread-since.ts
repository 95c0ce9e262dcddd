/** Decisions that change a published post, or whether it is shown. */
export const ABOUT_POSTS = `('accept', 'edit-and-accept', 'publish', 'take-down', 'restore', 'team-edit')`;

/** On a row `l` of the log: whether it is later than `d`, and was not undone. */
export const HOLDS = `l.id > d.id and l.decision <> 'undo'
  and not exists (select 1 from desk.decision u where u.undoes = l.id)`;

/** Decisions about a thread of which the later one takes the place of the earlier one. */
const SAME = `case when d.decision in ('lock', 'unlock') then array['lock', 'unlock']
  when d.decision in ('pin', 'unpin') then array['pin', 'unpin']
  when d.decision in ('call', 'uncall') then array['call', 'uncall']
  when d.decision in ('tie', 'untie') then array['tie', 'untie']
  when d.decision in ('during', 'not-during') then array['during', 'not-during']
  when d.decision = 'recategorize' then array['recategorize'] else '{}' end`;

const MOVES = `('move', 'split', 'merge')`;
const TO = `(d.detail->>'to')::int`;

/**
 * On a row `d` of the log: whether a later decision has replaced what it did to a thread, or its posts were moved
 * since. A decision about a post is undone in the thread where it was made, so a later move has to be undone first.
 */
export const THREAD_SINCE = `(d.number is null and d.submission_id is null and exists (
    select 1 from desk.decision l where l.thread_id = d.thread_id and l.decision = any(${SAME}) and ${HOLDS}))
  or (d.decision in ${ABOUT_POSTS} and exists (select 1 from post_moved m where m.thread_id = d.thread_id
  and m.number = d.number))
  or (d.decision in ${MOVES} and (
    exists (select 1 from post_moved m where m.thread_id = ${TO} and d.detail->'become' @> to_jsonb(m.number))
    or exists (select 1 from desk.decision l where l.thread_id = ${TO} and l.decision in ${ABOUT_POSTS}
      and d.detail->'become' @> to_jsonb(l.number) and ${HOLDS})
    or exists (select 1 from desk.decision l where l.thread_id in (d.thread_id, ${TO}) and l.decision = 'recategorize'
    and ${HOLDS})))
  or (d.decision = 'recategorize' and exists (
    select 1 from desk.decision l where l.decision in ${MOVES} and d.thread_id in (l.thread_id, (l.detail->>'to')::int)
    and ${HOLDS}))`;
