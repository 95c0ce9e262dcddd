import type { House } from './house.js';

/** What one person is told, and where: their own notices and addresses, which nobody else must ever meet. */
export class Told {
  constructor(private readonly forum: House) {}

  /** As the jobs would, which nobody runs here. */
  async plant(): Promise<void> {
    const { world, canaries } = this.forum;
    const { owner } = world.db;
    await owner.query(
      `insert into private.notice (member_id, kind, decision_id, submission_id, thread_id, number, noticed_at)
       select author_id, 'refused', row_number() over (order by id), id, thread_id, number, $1 from desk.submission
       where author_name = 'Alma' and status in ('refused', 'returned') and kind <> 'appeal'`,
      [world.clock.now()],
    );
    const address = `${canaries.word('address of the author', 'email')}@example.org`;
    await owner.query(
      `update private.account set email = $1, email_confirmed_at = $2 where member_id = (select id from member
        where name = 'Alma')`,
      [address, world.clock.now()],
    );
    await owner.query(
      `insert into private.confirmation values ('\\x01', $1, '\\x02', $2, $2::timestamptz + interval '3 days')`,
      [`${canaries.word('asked guestAuthor', 'email')}@example.org`, world.clock.now()],
    );
    for (const [number, confirmed] of [null, world.clock.now()].entries())
      await owner.query(
        `insert into private.case_reminder (id, thread_id, email, email_confirmed_at, language, asked_at)
         select gen_random_uuid(), thread_id, $1, $2, 'fr', $3 from local_case order by thread_id limit 1`,
        [`${canaries.word(`follows a case ${number}`, 'email')}@example.org`, confirmed, world.clock.now()],
      );
    await owner.query('update desk.submission set email_confirmed_at = $1 where email is not null', [
      world.clock.now(),
    ]);
  }
}
