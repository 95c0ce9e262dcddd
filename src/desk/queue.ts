import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { readPlace, writePlace } from '../submissions/place-cursor.js';
import type { Slice } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import { aroundOf } from './around.js';
import type { DeskCard } from './card.js';
import { CARD_COLUMNS, CARD_JOINS, cardFrom, type CardRow } from './card-row.js';

const PAGE = 50;

/** What waits at a moderator's desk: their categories only, oldest first, whatever was corrected since. */
@Injectable()
export class Queue {
  constructor(private readonly writer: Writer) {}

  /** At most 50 cards after the cursor `from`. @throws NotFound when it is not a cursor. */
  async page(moderator: Visitor, from: string | undefined): Promise<Slice<DeskCard>> {
    const cursor = from === undefined ? null : readPlace(from);
    const rows = await this.writer.query<CardRow>(
      `select ${CARD_COLUMNS} from ${CARD_JOINS}
       where s.status = 'waiting' and ($1::int[] is null or s.category_id = any($1))
       and ($2::bigint is null or (s.written_at, s.id) > (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
       order by s.written_at, s.id limit ${PAGE + 1}`,
      [moderator.desk, cursor?.place ?? null, cursor?.id ?? null],
    );
    const shown = rows.slice(0, PAGE);
    const around = await aroundOf(this.writer, shown);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return { rows: shown.map((row) => cardFrom(row, around)), next: last === undefined ? null : writePlace(last) };
  }

  /** How many wait at this desk: the number in the masthead. */
  async waiting(moderator: Pick<Visitor, 'desk'>): Promise<number> {
    const [row] = await this.writer.query<{ waiting: number }>(
      `select count(*)::int as waiting from desk.submission where status = 'waiting' and ($1::int[] is null or category_id = any($1))`,
      [moderator.desk],
    );
    return row?.waiting ?? 0;
  }
}
