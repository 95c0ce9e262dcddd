import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL: whether these facts are of a step that belongs to a request by its number alone. */
function numbered(facts: string): string {
  return `${facts}->>'of' = 'step' and jsonb_typeof(${facts}->'request') = 'number'`;
}

/** SQL: the same facts with their request in a thread. */
function addressed(facts: string, thread: string): string {
  return `case when ${numbered(facts)} then jsonb_set(${facts}, '{request}',
    jsonb_build_object('thread', ${thread}, 'number', ${facts}->'request')) else ${facts} end`;
}

/** SQL: whether a move or merge out of a thread was made at that time or later, and holds. */
const LEFT = (thread: string, at: string): string => `exists (select from desk.decision d
  where d.thread_id = ${thread} and d.decision in ('merge', 'move', 'split') and d.decided_at >= ${at}
    and not exists (select from desk.decision u where u.undoes = d.id))`;

/**
 * SQL: the thread in which a post stood at a time that stands at this place now: the first one that it has left since.
 */
function threadThen(thread: string, number: string, at: string): string {
  return `coalesce((select d.thread_id from desk.decision d join post_moved m on m.thread_id = d.thread_id
      and d.detail->'numbers' @> to_jsonb(m.number)
    where m.to_thread = ${thread} and m.to_number = ${number} and d.decision in ('merge', 'move', 'split')
      and d.decided_at >= ${at} and not exists (select from desk.decision u where u.undoes = d.id)
    order by d.decided_at limit 1), ${thread})`;
}

/** SQL: of a submission `s`, whose words were written then: what waits goes along with the posts that it answers. */
function threadWritten(at: string): string {
  return `coalesce((select f.thread from unnest(s.moved_from) with ordinality f (thread, nth)
    where ${LEFT('f.thread', at)} order by f.nth limit 1), ${threadThen('s.thread_id', 's.number', at)})`;
}

/**
 * A step says to which request it belongs by an address that stays. A number alone meant another post, or none, once
 * the case was merged into another one.
 */
export class RequestsByTheirAddress1763800000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const written = threadWritten('v.written_at');
    await runner.query(`
      update desk.submission s set facts = ${addressed('s.facts', written)},
          base_facts = ${addressed('s.base_facts', written)}
        from desk.submission_version v where v.submission_id = s.id and v.version = s.version
          and (${numbered('s.facts')} or ${numbered('s.base_facts')});
      update desk.submission_version v set facts = ${addressed('v.facts', written)}
        from desk.submission s where s.id = v.submission_id and ${numbered('v.facts')};
      update desk.revision r set facts = ${addressed('r.facts', threadThen('r.thread_id', 'r.number', 'r.replaced_at'))},
          next_facts = ${addressed('r.next_facts', threadThen('r.thread_id', 'r.number', 'r.replaced_at'))}
        where ${numbered('r.facts')} or ${numbered('r.next_facts')};
      update desk.removed_post r set facts = ${addressed('r.facts', threadThen('r.thread_id', 'r.number', 'r.removed_at'))}
        where ${numbered('r.facts')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const number = (facts: string): string => `${facts} = case when jsonb_typeof(${facts}->'request') = 'object'
      then jsonb_set(${facts}, '{request}', ${facts}->'request'->'number') else ${facts} end`;
    await runner.query(`
      update desk.submission set ${number('facts')}, ${number('base_facts')} where kind in ('step', 'edit');
      update desk.submission_version set ${number('facts')};
      update desk.revision set ${number('facts')}, ${number('next_facts')};
      update desk.removed_post set ${number('facts')};
    `);
  }
}
