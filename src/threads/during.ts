/** On a thread `t`: the date during which known members are not held in it, as JSON; null without one. */
export const DURING = `(select json_build_object('startsAt', d.starts_at, 'endsAt', d.ends_at)
  from (select w.date_id from thread_during w where w.thread_id = t.id order by w.id desc limit 1) w
  join workshop_date d on d.id = w.date_id and d.thread_id = t.id and d.state <> 'cancelled')`;

export interface RawDuring {
  startsAt: string;
  endsAt: string;
}

export function duringFrom(raw: RawDuring | null): { startsAt: Date; endsAt: Date } | null {
  return raw === null ? null : { startsAt: new Date(raw.startsAt), endsAt: new Date(raw.endsAt) };
}
