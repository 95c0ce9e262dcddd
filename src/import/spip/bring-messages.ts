import type { Queries, Transaction } from '../../database/transaction.js';
import type { Language } from '../../visitors/visitor.js';
import { bringMessage, type Section } from './bring-message.js';
import { articlesInTurn, type DraftRow, inTurn } from './draft-row.js';
import type { Move } from './move.js';
import { takenNames } from './names.js';

/** Few enough that a moderator who decides about a comment of the same article meanwhile waits less than a second. */
const AT_ONCE = 50;

/**
 * Brings the messages, one section after the other: a transaction that went through several would take their locks in
 * another order than moderators do, who accept something there at the same time. `done` hears how many more are done.
 */
export async function bringMessages(move: Move, done: (count: number) => void): Promise<void> {
  for (const article of articlesInTurn(move.staging)) {
    const section = { identifier: String(article), language: languageOf(move, article) };
    for (const drafts of inTurn(move.staging, article, AT_ONCE)) {
      if (move.dry) await pretend(move, drafts);
      else await move.writer.transaction((tx) => bringSome(move, tx, section, drafts));
      done(drafts.length);
    }
  }
}

/** The language whose typography is used; the articles of a site in one language may not name theirs. */
function languageOf({ staging, prefix, language }: Move, article: number): Language {
  const said =
    staging.one<{ language: string }>('select language from article where prefix = ? and id = ?', prefix, article)
      ?.language ?? '';
  return said.startsWith('en') ? 'en' : said.startsWith('fr') ? 'fr' : language;
}

async function bringSome(move: Move, tx: Transaction, section: Section, drafts: DraftRow[]): Promise<void> {
  // What a power cut takes is brought by the next run. Of two imports at once the second must see what the first has
  // brought, and may wait for it longer than a page would.
  await tx.query(
    `select set_config('synchronous_commit', 'off', true), set_config('lock_timeout', '1min', true),
      set_config('statement_timeout', '1min', true)`,
  );
  await tx.query(`select pg_advisory_xact_lock(hashtext('spip'), $1)`, [move.site.id]);
  const before = await brought(tx, move, drafts);
  const taken = await takenNames(
    tx,
    drafts.map(({ name }) => name),
  );
  for (const draft of drafts) {
    const above =
      move.staging.one<{ number: number | null }>('select number from place where id = ?', draft.parent)?.number ??
      null;
    const known = before.get(draft.id);
    if (known !== undefined) move.report.messages.before += 1;
    const number =
      known === undefined
        ? await bringMessage(move, tx, { ...section, draft, replyTo: above, taken: taken.has(draft.name) })
        : known;
    move.staging.add('place', { id: draft.id, number: number ?? above });
  }
}

/** Those that an earlier run has brought, with their numbers; null for what is not published. */
async function brought(
  from: Queries,
  { site }: Move,
  drafts: readonly DraftRow[],
): Promise<Map<number, number | null>> {
  const rows = await from.query<{ id: number; number: number | null }>(
    `select m.message as id, case when s.status = 'published' then s.number end as number
     from desk.spip_message m join desk.submission s on s.id = m.submission_id where m.site_id = $1
       and m.message = any($2)`,
    [site.id, drafts.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, number }) => [Number(id), number]));
}

async function pretend(move: Move, drafts: DraftRow[]): Promise<void> {
  const { messages } = move.report;
  const before = await brought(move.writer, move, drafts);
  const taken = await takenNames(
    move.writer,
    drafts.map(({ name }) => name),
  );
  for (const { id, name, waits } of drafts) {
    if (before.has(id)) messages.before += 1;
    else if (waits === 1) messages.waiting += 1;
    else messages.published += 1;
    if (!before.has(id) && taken.has(name)) move.report.notice('name-taken', id);
  }
}
