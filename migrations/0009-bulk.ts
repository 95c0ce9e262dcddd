import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many decisions at once: what was chosen, in which version it was read, and what became of each. */
export class Bulk1763800000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table desk.bulk (
        id           uuid primary key,
        member_id    int not null references member on delete cascade,
        state        text not null default 'drafted' check (state in ('drafted', 'deciding', 'decided', 'undoing', 'undone')),
        made_at      timestamptz not null,
        back         text not null,
        -- Chosen, but not at this desk, or not there at all.
        elsewhere    int not null default 0,
        decision     text check (decision in ('accept', 'return', 'refuse', 'spam')),
        reasons      text[] not null default '{}',
        remark       text not null default '',
        language     text,
        started_at   timestamptz,
        finished_at  timestamptz,
        undone_by    int references member,
        check (state = 'drafted' or decision is not null)
      );
      create index bulk_drafted on desk.bulk (made_at) where state = 'drafted';

      create table desk.bulk_item (
        bulk_id       uuid not null references desk.bulk on delete cascade,
        place         int not null,
        submission_id uuid not null references desk.submission on delete cascade,
        version       int not null,
        -- Null until it is this one's turn; then what was decided, or why nothing was.
        outcome       text,
        -- No foreign key: nothing may stand between the log and those who refuse that it is emptied.
        decision_id   bigint,
        -- The same for the undoing of the whole.
        undone        text,
        primary key (bulk_id, place),
        unique (bulk_id, submission_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk.bulk_item, desk.bulk');
  }
}
