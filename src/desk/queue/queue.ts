import { Injectable } from '@nestjs/common';
import { unseenList } from '../../database/unseen-list.js';
import { Writer } from '../../database/writer.js';
import {
  type SubmissionCursor,
  readSubmissionCursor,
  writeSubmissionCursor,
} from '../../submissions/submission-cursor.js';
import type { Slice } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { aroundOf } from './around.js';
import type { DeskCard } from './card.js';
import { type AtDesk, type Wanted, waitingWhere } from './queue-filter.js';
import { CARD_COLUMNS, CARD_JOINS, cardFrom, type CardRow } from './card-row.js';

const PAGE = 50;
const EVERYTHING: Wanted = { filter: {}, now: new Date(0) };

function placedAfter(values: unknown[], { place, id }: SubmissionCursor): string {
  values.push(place, id);
  return `(s.written_at, s.id) > (timestamptz 'epoch' + $${values.length - 1}::bigint * interval '1 microsecond',
    $${values.length}::uuid)`;
}

/** The submissions that wait for a moderator: in their categories only, oldest first, even when corrected since. */
@Injectable()
export class Queue {
  constructor(private readonly writer: Writer) {}

  /** At most 50 cards after the cursor `from`. @throws NotFound when it is not a cursor. */
  async page(moderator: Visitor, from: string | undefined, wanted: Wanted = EVERYTHING): Promise<Slice<DeskCard>> {
    const { sql, values } = waitingWhere(moderator, wanted);
    const cursor = from === undefined ? null : readSubmissionCursor(from);
    const after = cursor === null ? '' : `and ${placedAfter(values, cursor)}`;
    return this.writer.together(async (asking) => {
      // The fifty are found in the index alone, whatever is filtered. Only they are opened, by a question that is the
      // same for every filter: to plan its many joins takes longer than to answer it.
      const found = await asking.query<{ id: string }>(
        `select s.id from desk.submission s where ${sql} ${after} order by s.written_at, s.id limit ${PAGE + 1}`,
        values,
      );
      const shown = await asking.query<CardRow>(
        `select ${CARD_COLUMNS} from ${CARD_JOINS} where s.id = any${unseenList('$1', 'uuid')}
         order by s.written_at, s.id`,
        [found.slice(0, PAGE).map(({ id }) => id)],
      );
      const around = await aroundOf(asking, shown);
      const last = found.length > PAGE ? shown.at(-1) : undefined;
      return {
        rows: shown.map((row) => cardFrom(row, around)),
        next: last === undefined ? null : writeSubmissionCursor(last),
      };
    });
  }

  /** The submission after the one that was just decided; the first when it was the last; null when nothing is left. */
  async next(moderator: Visitor, id: string, wanted: Wanted): Promise<string | null> {
    const { sql, values } = waitingWhere(moderator, wanted);
    values.push(id);
    const after = `(s.written_at, s.id) > (select d.written_at, d.id from desk.submission d
      where d.id = $${values.length})`;
    const first = (more: string): string =>
      `(select s.id from desk.submission s where ${sql} and s.id <> $${values.length}${more} order by s.written_at, s.id
        limit 1)`;
    const [row] = await this.writer.query<{ id: string }>(
      `${first(` and ${after}`)} union all ${first('')} limit 1`,
      values,
    );
    return row?.id ?? null;
  }

  /** How many wait at this desk for this moderator: the number in the masthead. */
  async waiting(moderator: AtDesk, now: Date): Promise<number> {
    const { sql, values } = waitingWhere(moderator, { filter: {}, now });
    const [row] = await this.writer.query<{ waiting: number }>(
      `select count(*)::int as waiting from desk.submission s where ${sql}`,
      values,
    );
    return row?.waiting ?? 0;
  }
}
