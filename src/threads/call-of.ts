import type { Reader } from '../database/reader.js';
import type { Audience, VisibleCall } from './visible.js';

/** What a thread calls for; null where it calls for nothing, or the day is over. */
export async function callOf(
  reader: Reader,
  audiences: readonly Audience[],
  thread: number,
  now: Date,
): Promise<VisibleCall | null> {
  const [call] = await reader.query<VisibleCall>(
    `select k.url, k.words, k.until::text, (k.until + 1)::timestamp at time zone site.time_zone as ends
     from thread_call k cross join site join thread t on t.id = k.thread_id
     join category c on c.id = t.category_id and c.audience = any($2)
     where k.thread_id = $1 and (k.until + 1)::timestamp at time zone site.time_zone > $3`,
    [thread, audiences, now],
  );
  return call ?? null;
}
