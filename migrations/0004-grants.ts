import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two logins, named after the database (`palabre` has `palabre_reader` and `palabre_writer`), exist before this
 * runs. The written list that a test compares with these grants is test/rules/grants.json.
 */
export class Grants1763800000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ name }] = await runner.query('select current_database() as name');
    const reader = `"${name}_reader"`;
    const writer = `"${name}_writer"`;
    await runner.query(`
      revoke temporary on database "${name}" from public;
      revoke execute on all functions in schema desk from public;
      grant usage on schema public to ${reader}, ${writer};
      grant select on site, category, member, thread, post to ${reader}, ${writer};

      grant usage on schema desk, private to ${writer};
      grant insert, update on category, member to ${writer};
      grant update on site to ${writer};
      grant insert, update on thread, post to ${writer};
      grant select, insert, update, delete on private.account, private.recovery_code, private.session,
        private.read_mark, private.setup_link to ${writer};
      grant select, insert on private.installation to ${writer};
      grant select, update on desk.counter to ${writer};
      grant select, insert, delete on desk.moderator_category, desk.removed_post to ${writer};
      grant select, insert, update on desk.submission to ${writer};
      grant select, insert, delete on desk.submission_version to ${writer};
      grant select, insert, delete on desk.revision to ${writer};
      grant select, insert on desk.decision to ${writer};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ name }] = await runner.query('select current_database() as name');
    await runner.query(`drop owned by "${name}_reader", "${name}_writer"`);
  }
}
