import { kindsCountedAs } from '../kinds.js';
import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { MAY_ASK } from '../../submissions/asks.js';
import { namedFiles } from '../../submissions/documents/named-files.js';
import { shownFacts } from '../../submissions/thread-facts/shown-facts.js';
import { filled } from '../../site/reason.js';
import type { Visitor } from '../../visitors/visitor.js';
import { aroundOf } from './around.js';
import type { DecisionRow, DeskRecord, VersionRow } from './card.js';
import { REASONS } from '../decisions/logged-reasons.js';
import { placesOf } from '../moving/places-of.js';
import { UNDONE } from '../undoing/undo-refusal.js';
import { CARD_COLUMNS, CARD_JOINS, cardFrom, type CardRow } from './card-row.js';

type RecordRow = CardRow &
  Pick<DeskRecord, 'status' | 'reasons' | 'remark' | 'decidedAt' | 'decidedBy'> & {
    gone: 'taken-down' | 'withdrawn' | null;
  };

/** A page of its own has room for a text that was changed all over. */
const MANY = 1000;

/** One submission in any state, with everything that was ever written in it and decided about it. */
@Injectable()
export class Records {
  constructor(private readonly writer: Writer) {}

  /** Null outside of the moderator's categories. */
  async one(moderator: Visitor, id: string): Promise<DeskRecord | null> {
    const [row] = await this.writer.query<RecordRow>(
      `select ${CARD_COLUMNS}, s.status, s.reasons, s.remark, s.decided_at as "decidedAt", d.name as "decidedBy",
        p.gone
       from ${CARD_JOINS} left join member d on d.id = s.decided_by
       left join post p on p.thread_id = s.thread_id and p.number = s.number
       where s.id = $1 and ($2::int[] is null or s.category_id = any($2))`,
      [id, moderator.desk],
    );
    if (row === undefined) return null;
    const [around, versions, decisions] = await Promise.all([
      aroundOf(this.writer, [row]),
      this.versions(row),
      this.decisions(row),
    ]);
    const { status, reasons, decidedAt, decidedBy } = row;
    const read = (remark: string | null): string | null =>
      remark && filled(remark, { author: row.authorName, thread: row.threadTitle || row.title || '' });
    return {
      ...cardFrom(row, around, MANY),
      status,
      reasons,
      remark: read(row.remark),
      decidedAt,
      decidedBy,
      versions,
      decisions: decisions.map((one) => ({ ...one, remark: read(one.remark) })),
      post: postOf(row),
    };
  }

  private async versions({ id, thread }: RecordRow): Promise<VersionRow[]> {
    const versions = await this.writer.query<VersionRow>(
      `select v.version, v.title, v.source as text, v.html, v.facts, case when ${MAY_ASK} then v.question end as asks,
         ${namedFiles('v.documents')} as documents,
         v.written_by as by, v.written_at as at,
         case when v.written_by = 'team' then m.name end as name
       from desk.submission_version v join desk.submission s on s.id = v.submission_id
       left join thread t on t.id = s.thread_id left join member m on m.id = v.member_id
       where v.submission_id = $1 order by v.version desc limit 100`,
      [id],
    );
    const said = versions.map(({ facts }) => ({ thread, facts }));
    const shown = await shownFacts(this.writer, said);
    return versions.map((version, at) => ({ ...version, facts: shown[at] ?? null }));
  }

  /** Those about the submission itself, and those about the post that it has become. */
  private decisions({ id, thread, number }: RecordRow): Promise<DecisionRow[]> {
    return this.writer.query<DecisionRow>(
      `select d.id::text, d.decided_at as at, coalesce(m.name, d.member_name) as by, d.decision, ${REASONS} as reasons,
        d.remark, d.version,
         d.undoes::text, ${UNDONE} as undone
       from desk.decision d left join member m on m.id = d.member_id
       left join desk.submission s on s.id = d.submission_id
       where d.submission_id = $1
         or ((d.submission_id is null or s.kind in ${kindsCountedAs('report')})
           and (d.thread_id, d.number) in ${placesOf('$2', '$3')} and d.decision in ('take-down', 'restore',
           'team-edit', 'undo'))
       order by d.id limit 200`,
      [id, thread, number],
    );
  }
}

function postOf({ status, thread, number, gone }: RecordRow): DeskRecord['post'] {
  if ((status !== 'published' && gone === null) || thread === null || number === null) return null;
  return { thread, number, gone };
}
