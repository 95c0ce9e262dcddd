import { kindsWith } from '../submissions/kind.js';
import { eraseWords, WAITING, wordsOf } from './erased-words.js';
import type { Queries, Transaction } from '../database/transaction.js';

/**
 * SQL: the facts in `column` without the exact place. What everybody may read of the place (a row `w` of workshop)
 * stays.
 */
const without = (column: string): string => `${column}
  || case when ${column}->>'address' is distinct from w.address then '{"address":""}'::jsonb else '{}'::jsonb end
  || case when ${column}->>'online' is distinct from w.online then '{"online":""}'::jsonb else '{}'::jsonb end`;

/** SQL: whether the facts in `column` have an exact place that is to be erased. */
const secretIn = (column: string): string => `(${column} is not null
  and ((${column}->>'address' <> '' and ${column}->>'address' is distinct from w.address)
    or (${column}->>'online' <> '' and ${column}->>'online' is distinct from w.online)))`;

/** SQL: the end of the last date in these lists of `facts`. Times there are on the clock of the workshop's own zone. */
const lastOf = (facts: string, lists: readonly ('dates' | 'candidates')[]): string =>
  `(select max((each->>'end')::timestamp at time zone (${facts}->>'zone'))
    from jsonb_array_elements(${lists.map((list) => `(${facts}->'${list}')`).join(' || ')}) each)`;

/** SQL: whether a submission `h` waits and announces something that is not over. Its exact place is still needed. */
const WAITS = (h: string, moment: string): string => `(${WAITING(h)}
  and coalesce(${lastOf(`${h}.facts`, ['dates', 'candidates'])} > ${moment}, false))`;

/** All columns of the desk in which facts are, and how to find the rows that belong to a thread `t` that is over. */
const HELD = [
  {
    table: 'desk.submission',
    columns: ['facts'],
    of: (moment: string) => `h.thread_id = t.id and not ${WAITS('h', moment)}`,
  },
  // The facts that an edit was based on lose their place even while it waits: the edit then gives the place as
  // something new, and still puts it there when it is accepted.
  { table: 'desk.submission', columns: ['base_facts'], of: () => 'h.thread_id = t.id' },
  {
    table: 'desk.submission_version',
    columns: ['facts'],
    of: (moment: string) => `h.submission_id in (select s.id from desk.submission s
      where s.thread_id = t.id and s.facts is not null and not ${WAITS('s', moment)})`,
  },
  { table: 'desk.revision', columns: ['facts', 'next_facts'], of: () => 'h.thread_id = t.id and h.number = 1' },
  { table: 'desk.removed_post', columns: ['facts'], of: () => 'h.thread_id = t.id and h.number = 1' },
] as const;

/** Where the facts of a workshop `t` that has no public rows are: they may have dates that people are asked about. */
const ASKED = [
  ['desk.submission', 'h.thread_id = t.id and h.facts is not null'],
  ['desk.removed_post', 'h.thread_id = t.id and h.number = 1'],
] as const;

/**
 * SQL: whether everything of a thread `t` ends before the moment: its dates, those that are kept until the workshop
 * comes back, and those that people are asked about, since one of these may become a date. While the workshop is gone,
 * the desk alone knows the last ones.
 */
const OVER = (moment: string): string => `not exists (select from workshop_date d
    where d.thread_id = t.id and d.ends_at > ${moment})
  and not exists (select from desk.kept_date k where k.thread_id = t.id and k.ends_at > ${moment})
  and not exists (select from workshop_candidate c where c.thread_id = t.id and c.ends_at > ${moment})
  and (exists (select from workshop v where v.thread_id = t.id) or not (${ASKED.map(
    ([table, of]) =>
      `exists (select from ${table} h where ${of} and ${lastOf('h.facts', ['candidates'])} > ${moment})`,
  ).join(' or ')}))`;

/** Workshops that are over and of which the desk still knows the exact place, or what hosts wrote. */
export async function threadsWithSecrets(db: Queries, before: Date): Promise<number[]> {
  const held = HELD.map(
    ({ table, columns, of }) =>
      `exists (select from ${table} h where ${of('$1')}
        and (${columns.map((name) => secretIn(`h.${name}`)).join(' or ')}))`,
  );
  const rows = await db.query<{ id: number }>(
    `select t.id from thread t left join workshop w on w.thread_id = t.id
     where t.kind in ${kindsWith('hasSecret')} and ${OVER('$1')} and (exists (select from private.workshop_secret p
       where p.thread_id = t.id and (p.address <> '' or p.online <> ''))
       or exists (${wordsOf('t.id')}) or ${held.join(' or ')})
     order by t.id limit 1000`,
    [before],
  );
  return rows.map(({ id }) => id);
}

/**
 * Erases the exact place from every version, whatever has become of it, except from edits that wait. Does nothing while
 * a date of the workshop is still to come or to be found.
 */
export async function eraseSecret(tx: Transaction, thread: number, before: Date, now: Date): Promise<void> {
  const [over] = await tx.query(`select from thread t where t.id = $1 and ${OVER('$2')} for key share`, [
    thread,
    before,
  ]);
  if (over === undefined) return;
  await eraseWords(tx, thread, now);
  await tx.query(`update private.workshop_secret set address = '', online = '' where thread_id = $1`, [thread]);
  for (const { table, columns, of } of HELD) {
    const set = columns.map(
      (name) => `${name} = case when ${secretIn(`h.${name}`)} then ${without(`h.${name}`)}
      else h.${name} end`,
    );
    await tx.query(
      `update ${table} h set ${set.join(', ')} from (select $2::timestamptz as moment) b,
         thread t left join workshop w on w.thread_id = t.id
       where t.id = $1 and ${of('b.moment')} and (${columns.map((name) => secretIn(`h.${name}`)).join(' or ')})`,
      [thread, before],
    );
  }
}

/**
 * Erases the exact place of workshops that were never published, whether they wait, were refused or withdrawn, once
 * their dates are over: nobody needs to know it any more.
 */
export async function eraseOldDrafts(db: Queries, before: Date): Promise<void> {
  const last = lastOf('s.facts', ['dates', 'candidates']);
  const old = `select s.id from desk.submission s where s.facts is not null and s.thread_id is null and ${last} <= $1`;
  const empty = `facts || '{"address":"","online":""}'::jsonb`;
  const known = `(facts->>'address' <> '' or facts->>'online' <> '')`;
  await db.query(`update desk.submission_version set facts = ${empty} where submission_id in (${old}) and ${known}`, [
    before,
  ]);
  await db.query(`update desk.submission set facts = ${empty} where id in (${old}) and ${known}`, [before]);
}
