import type { Transaction } from '../../database/transaction.js';
import { settleCase } from '../../publishing/cases/settle-case.js';
import { takesSteps } from '../../publishing/cases/step-rows.js';
import { showAgain } from '../../publishing/revisions.js';
import { bringSubmissions } from './bring-submissions.js';
import { type MovedRow, type Route, rowsOf } from './moved-rows.js';

/**
 * SQL: HTML of a post whose footnotes were named after one number (`p12-note-1`) with those of another. Twice, because
 * a tag has two of these names at most, and one expression finds the last of them. Only tags are looked at.
 */
function renamedNotes(html: string, from: string, to: string): string {
  const once = (text: string): string =>
    `regexp_replace(${text}, '(<(?:a|p)\\M[^<>]* (?:id|href)="#?)p' || ${from} || '-((?:note|ref)-\\d+")', ` +
    `'\\1p' || ${to} || '-\\2', 'g')`;
  return once(once(html));
}

const HTML = renamedNotes('s.html', 'w.number', 'w.becomes');

/** One array for each column of `w`, as unnest() takes them. */
function columns(rows: readonly MovedRow[]): unknown[] {
  return (['number', 'becomes', 'repliesTo', 'root', 'changes', 'change', 'replyTo'] as const).map((name) =>
    rows.map((row) => row[name]),
  );
}

const W = `unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
  w (number, becomes, replies_to, root, changes, change, reply_to)`;

/**
 * Moves posts with everything that belongs to them (texts that were taken down, earlier texts, submissions about
 * them). Their old numbers stay and lead to the new place. Moving back works the same way. The caller has locked both
 * threads and the submissions, and updates counts and lists itself.
 *
 * @throws Conflict when one of them has moved since.
 */
export async function transfer(tx: Transaction, route: Route): Promise<void> {
  const { rows, changesBefore } = await rowsOf(tx, route);
  const values = [route.from, route.to, ...columns(rows)];
  await tx.query(
    `update post d set author_id = s.author_id, author_name = s.author_name, author_role = s.author_role,
      source = s.source, html = ${HTML},
       excerpt = s.excerpt, renderer_version = s.renderer_version,
         reply_to = case when s.gone is null then w.replies_to end, root = w.root,
       anchor = s.anchor, written_at = s.written_at, published_at = s.published_at, edited_at = s.edited_at,
       edited_by_team = s.edited_by_team, edited_reason = s.edited_reason, edited_for = s.edited_for, gone = s.gone,
       gone_reason = s.gone_reason, question = s.question, change = w.changes
     from ${W} join post s on s.thread_id = $1 and s.number = w.number where d.thread_id = $2
       and d.number = w.becomes`,
    values,
  );
  await bringHistory(tx, values);
  await bringSteps(tx, values);
  await leaveNumbers(tx, values, changesBefore);
  await bringSubmissions(tx, route, rows);
  await showAgain(
    tx,
    route.to,
    rows.map(({ becomes }) => becomes),
  );
}

/**
 * Moves earlier texts (the readers' copies follow by their foreign key) and the texts under tombstones. A title stays
 * with its thread.
 */
async function bringHistory(tx: Transaction, values: readonly unknown[]): Promise<void> {
  await tx.query(
    `update desk.revision s set thread_id = $2, number = w.becomes, html = ${HTML} from ${W} where s.thread_id = $1
      and s.number = w.number`,
    [...values],
  );
  await tx.query(
    `delete from public.revision r using thread t join category c on c.id = t.category_id and not c.history
     where t.id = $1 and r.thread_id = $1 and r.number = any($2)`,
    [values[1], values[3]],
  );
  // Readers' rows of them follow by a trigger.
  await tx.query(
    `update desk.post_documents s set thread_id = $2, number = w.becomes from ${W} where s.thread_id = $1
      and s.number = w.number`,
    [...values],
  );
  await tx.query(
    `update desk.removed_post s set thread_id = $2, number = w.becomes, html = ${HTML}, reply_to = w.replies_to,
      title = null
     from ${W} where s.thread_id = $1 and s.number = w.number`,
    [...values],
  );
}

/**
 * Moves what steps of cases say, and what waits of those that were moved to a thread which is no case; the request that
 * a step belongs to may have moved as well. Before their old places lose everything.
 */
async function bringSteps(tx: Transaction, values: readonly unknown[]): Promise<void> {
  const [from, to] = [Number(values[0]), Number(values[1])];
  if (await takesSteps(tx, to)) {
    await tx.query(
      `update case_step s set thread_id = $2, number = w.becomes from ${W} where s.thread_id = $1
        and s.number = w.number`,
      [...values],
    );
    await tx.query(
      `with kept as (
         delete from desk.kept_step k using ${W} where k.thread_id = $1 and k.number = w.number
         returning k.facts || jsonb_build_object('thread_id', $2::int, 'number', w.becomes) as facts
       )
       insert into case_step select (jsonb_populate_record(null::case_step, facts)).* from kept`,
      [...values],
    );
  } else {
    await tx.query(
      `with gone as (
         delete from case_step s using ${W} where s.thread_id = $1 and s.number = w.number
         returning to_jsonb(s) - 'thread_id' - 'number' as facts, w.becomes
       )
       insert into desk.kept_step (thread_id, number, facts) select $2::int, becomes, facts from gone`,
      [...values],
    );
    await tx.query(
      `update desk.kept_step k set thread_id = $2, number = w.becomes from ${W} where k.thread_id = $1
        and k.number = w.number`,
      [...values],
    );
  }
  await tx.query(
    `update case_step s set request_thread = $2, request_number = w.becomes from ${W} where s.request_thread = $1
      and s.request_number = w.number`,
    [...values],
  );
  await tx.query(
    `update desk.kept_step k set facts = k.facts || jsonb_build_object('request_thread', $2::int, 'request_number',
       w.becomes)
     from ${W} where (k.facts->>'request_thread')::int = $1 and (k.facts->>'request_number')::int = w.number`,
    [...values],
  );
  await settleCase(tx, from);
  await settleCase(tx, to);
}

/** Every old number of a post leads directly to its present place, never through a chain. */
async function leaveNumbers(tx: Transaction, values: readonly unknown[], changesBefore: number): Promise<void> {
  await tx.query(
    `update post s set author_id = null, author_name = '', author_role = 'guest', source = '', html = '', excerpt = '',
      reply_to = null, question = false,
       edited_at = null, edited_by_team = false, edited_reason = null, edited_for = null, gone = 'moved',
         gone_reason = null,
       change = $2::int + w.place
     from unnest($3::int[]) with ordinality w (number, place) where s.thread_id = $1 and s.number = w.number`,
    [values[0], changesBefore, values[2]],
  );
  await tx.query('delete from post_moved where thread_id = $1 and number = any($2)', [values[1], values[3]]);
  await tx.query(
    `update post_moved m set to_thread = $2, to_number = w.becomes from ${W} where m.to_thread = $1
      and m.to_number = w.number`,
    [...values],
  );
  await tx.query(
    `insert into post_moved (thread_id, number, to_thread, to_number, reply_to) select $1::int, w.number, $2::int,
      w.becomes, w.reply_to from ${W}`,
    [...values],
  );
}
