/**
 * A list that comes as JSON in $1, with its length in $2, as the rows of a query. PostgreSQL expects a hundred rows of
 * any such list, for which it may rather read whole tables, or compile. Behind a limit that is a question of its own it
 * expects ten, whatever comes: of a number that it sees, or of an array, it would expect fewer now and then, and make a
 * new plan each time for the sake of that.
 */
export function listed(columns: string): string {
  return `select * from json_to_recordset($1) as listed (${columns}) limit (select $2::int)`;
}
