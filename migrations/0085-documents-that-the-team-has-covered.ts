import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When and why the team has covered parts of a document that stood, for everybody who reads it. It goes with the
 * bytes, as they do from one file to another: undone, it is not said any more.
 */
export class DocumentsThatTheTeamHasCovered1763800000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = `add column covered_at timestamptz, add column covered_reason text, add column covered_for text`;
    await runner.query(`
      alter table desk.file ${columns};
      alter table document ${columns};

      -- However a row of readers came to be, it says what its file says.
      create function desk.mark_covered() returns trigger language plpgsql as $$
      begin
        select f.covered_at, f.covered_reason, f.covered_for
          into new.covered_at, new.covered_reason, new.covered_for from desk.file f where f.id = new.id;
        return new;
      end $$;
      create trigger marked_when_covered before insert on document
        for each row execute function desk.mark_covered();

      -- Those whose former bytes are still kept: of the others nothing says any more which document it was.
      update desk.file f set covered_at = d.decided_at, covered_reason = d.reason, covered_for = d.remark
      from desk.file former join desk.decision d on d.decided_at = former.replaced_at and d.decision = 'team-edit'
      where former.former_of = f.id;
      update document o set covered_at = f.covered_at, covered_reason = f.covered_reason, covered_for = f.covered_for
      from desk.file f where f.id = o.id and f.covered_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const columns = 'drop column covered_at, drop column covered_reason, drop column covered_for';
    await runner.query(`
      drop trigger marked_when_covered on document;
      drop function desk.mark_covered();
      alter table document ${columns};
      alter table desk.file ${columns};
    `);
  }
}
