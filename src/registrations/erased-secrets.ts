import { kindsWith } from '../submissions/kind.js';
import { eraseWords, WAITING, wordsOf } from './erased-words.js';
import type { Queries, Transaction } from '../database/transaction.js';

/** The facts in `column` without the exact place; what everybody may read (a row `w` of workshop) stays. */
const without = (column: string): string => `${column}
  || case when ${column}->>'address' is distinct from w.address then '{"address":""}'::jsonb else '{}'::jsonb end
  || case when ${column}->>'online' is distinct from w.online then '{"online":""}'::jsonb else '{}'::jsonb end`;

/** Whether there is anything in it to be erased. */
const secretIn = (column: string): string => `(${column} is not null
  and ((${column}->>'address' <> '' and ${column}->>'address' is distinct from w.address)
    or (${column}->>'online' <> '' and ${column}->>'online' is distinct from w.online)))`;

/** The last moment that `facts` name in these lists. Moments without a zone are of the zone of the workshop. */
const lastOf = (facts: string, lists: readonly ('dates' | 'candidates')[]): string =>
  `(select max((each->>'end')::timestamp at time zone (${facts}->>'zone'))
    from jsonb_array_elements(${lists.map((list) => `(${facts}->'${list}')`).join(' || ')}) each)`;

/** Of a submission `h`: it waits, and what it announces is not over. The place that it names is for what is to come. */
const WAITS = (h: string, moment: string): string => `(${WAITING(h)}
  and coalesce(${lastOf(`${h}.facts`, ['dates', 'candidates'])} > ${moment}, false))`;

/** All columns of the desk that hold facts, and how those that belong to a thread `t` and are over are found. */
const HELD = [
  {
    table: 'desk.submission',
    columns: ['facts'],
    of: (moment: string) => `h.thread_id = t.id and not ${WAITS('h', moment)}`,
  },
  // Of what waits, too: an edit then names the place as something new, and puts it down when it is accepted.
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

/** The table and the condition of facts in which a workshop `t` without public rows may have its candidates. */
const ASKED = [
  ['desk.submission', 'h.thread_id = t.id and h.facts is not null'],
  ['desk.removed_post', 'h.thread_id = t.id and h.number = 1'],
] as const;

/**
 * Of a thread `t`: nothing of it ends after the moment, neither a date that stands or is kept for a return, nor one
 * that people are asked about, for it may become a date. Of a workshop that is gone for now the desk knows these.
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
 * In every version, whatever became of it, but for edits that wait; nothing while a date of it is still to come, or to
 * be found.
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

/** Workshops that were never published, or wait, are refused or withdrawn: nobody needs to know any more where. */
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
