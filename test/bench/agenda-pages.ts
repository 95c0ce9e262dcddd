import type { Reader } from '../../src/database/reader.js';
import { type AgendaCursor, writeAgendaCursor } from '../../src/workshops/agenda-cursor.js';

/** Dates on one page. */
const PAGE = 50;

/** The last date of each page of those that come. */
export async function cursorsOf(reader: Reader): Promise<string[]> {
  const rows = await reader.query<AgendaCursor>(
    `select "startsAt", id from (select starts_at as "startsAt", id, row_number() over (order by starts_at, id) as place
       from workshop_date where ends_at > now()) d where place % ${PAGE} = 0 order by place limit 190`,
  );
  return rows.map(writeAgendaCursor);
}

/** Pages that there are: of all dates, and of two themes. */
export function pageOfAgenda(cursors: readonly string[]): (n: number) => string {
  return (n) => {
    const theme = ['', 'theme=cameras&', 'theme=mapping&'][Math.floor(n / cursors.length) % 3];
    return `/workshops?${theme}from=${cursors[n % cursors.length]}`;
  };
}
