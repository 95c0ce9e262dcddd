/**
 * SQL: the list in a parameter, for what follows `any` or stands in `unnest()`. The planner can't look into it: where
 * it can, PostgreSQL plans a named question anew for each list, as if the next one were of another kind, and with
 * several joins that takes longer than finding the rows.
 */
export function unseenList(parameter: string, type: 'int' | 'text' | 'uuid'): string {
  return `((select ${parameter}::${type}[])::${type}[])`;
}
