import type { Report } from '../report.js';
import type { Staging } from './staging.js';

/** The most steps by which a chain of skipped messages is followed upwards. */
const FARTHEST = 1000;

interface Orphan {
  id: number;
  article: number;
  parent: number;
}

/**
 * Sets the order in which the messages are sent: by date, but never before the message that they answer, which must
 * have its number first. Dates alone are not enough, because wrong clocks and administrators have changed many of
 * them.
 */
export function takeTurns(staging: Staging, prefix: string, report: Report): void {
  for (const orphan of orphans(staging)) adopt(staging, prefix, orphan, report);
  staging.run(`insert into turn (id, at, depth)
    with recursive t (id, at, depth) as (
      select id, at, 0 from draft where parent = 0
      union all
      select d.id, max(d.at, t.at), t.depth + 1 from t join draft d on d.parent = t.id
    ) select id, at, depth from t`);
  for (const { id } of staging.all<{ id: number }>(
    'select id from draft where id not in (select id from turn) order by id',
  )) {
    report.notice('loop', id);
    staging.run('update draft set parent = 0 where id = ?', id);
    staging.run('insert into turn (id, at, depth) select id, at, 0 from draft where id = ?', id);
  }
}

/** Messages that answer one that is skipped or one in another section. */
function orphans(staging: Staging): Orphan[] {
  return staging.all<Orphan>(
    `select d.id, d.article, d.parent from draft d left join draft p on p.id = d.parent and p.article = d.article
      where d.parent <> 0 and p.id is null`,
  );
}

/** Makes it an answer to the nearest message above it that is imported. */
function adopt(staging: Staging, prefix: string, { id, article, parent }: Orphan, report: Report): void {
  let above = parent;
  let found = 0;
  for (let steps = 0; above !== 0 && found === 0 && steps < FARTHEST; steps += 1) {
    const row = staging.one<{ parent: number; kept: number }>(
      `select m.parent, exists (select 1 from draft d where d.id = m.id and d.article = ?) as kept from message m
        where m.prefix = ? and m.id = ?`,
      article,
      prefix,
      above,
    );
    if (steps === 0) report.notice(row === undefined ? 'parent-missing' : 'parent-not-public', id);
    if (row?.kept === 1 && above !== id) found = above;
    above = row?.parent ?? 0;
  }
  staging.run('update draft set parent = ? where id = ?', found, id);
}
