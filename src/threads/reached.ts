/** The thread that whoever asks for thread $1 is led to by now: itself, or the one that it was merged into, and that one. */
export const REACHED = `(with recursive way as (
    select id, moved_to from thread where id = $1 union all select t.id, t.moved_to from way join thread t on t.id = way.moved_to)
  select id from way where moved_to is null)`;
