import type { QueryRunner } from 'typeorm';

/** Towns that are part of others by now, with today's code. */
const ENDED = '(select t.code, t.name, f.town_code from town t join former_town f on f.code = t.code)';

/**
 * For the migration that brings the towns of another year, after fillTowns has said which of them are part of others
 * now: all that refers to one of those goes to the town of today, and the row of the ended one is removed. A case keeps
 * the former name in its place. What waits at the desk is brought when it becomes public
 * (`src/submissions/thread-facts/todays-town`).
 */
export async function endTowns(runner: Pick<QueryRunner, 'query'>): Promise<void> {
  await runner.query(`
    update local_case l set town_code = e.town_code, place = case
        when l.place = e.name or right(l.place, length(e.name) + 2) = ', ' || e.name then l.place
        else concat_ws(', ', nullif(l.place, ''), e.name) end
      from ${ENDED} e where l.town_code = e.code;
    update workshop w set town_code = e.town_code from ${ENDED} e where w.town_code = e.code;
    update thread_town w set town_code = e.town_code from ${ENDED} e where w.town_code = e.code;
    update desk.kept_town k set town_code = e.town_code from ${ENDED} e where k.town_code = e.code;
    update former_town f set town_code = e.town_code from ${ENDED} e where f.town_code = e.code;
    delete from town t using former_town f where f.code = t.code;
  `);
}
