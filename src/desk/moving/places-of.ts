/** SQL: where a post stands, and wherever it stood before it was moved; what was decided about it there is about it. */
export function placesOf(thread: string, number: string): string {
  return `(select ${thread}::int, ${number}::int union all
    select m.thread_id, m.number from post_moved m where m.to_thread = ${thread} and m.to_number = ${number})`;
}
