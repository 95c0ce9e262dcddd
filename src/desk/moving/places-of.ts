/**
 * SQL: the thread and number of a post, and those that it had before it was moved: decisions about the old ones are
 * about the same post.
 */
export function placesOf(thread: string, number: string): string {
  return `(select ${thread}::int, ${number}::int union all
    select m.thread_id, m.number from post_moved m where m.to_thread = ${thread} and m.to_number = ${number})`;
}
