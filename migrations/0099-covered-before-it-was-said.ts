import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents that the team had covered before their pages said so (migration 85), and of which the bytes of before are
 * forgotten: bytes that were not put back lie under another id. The log names the post and the place of the document in
 * its list, and the text that was replaced at that moment has the list of that moment, whatever order it has had since.
 * Where there is no such text nothing is said, rather than something of another document.
 */
export class CoveredBeforeItWasSaid1763800000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      with named as (
        select distinct on (l.id) l.id::uuid, d.decided_at, d.reason, d.remark
        from desk.decision d join desk.revision r on r.thread_id = d.thread_id and r.number = d.number
          and r.replaced_at = d.decided_at and r.replaced_by = 'team'
        cross join lateral (select r.documents->((d.detail->>'document')::int - 1)->>'id' as id) l
        where d.decision = 'team-edit' and d.detail->>'document' ~ '^[1-9][0-9]{0,3}$' and l.id is not null
          and not exists (select from desk.decision u where u.undoes = d.id)
        order by l.id, d.decided_at desc)
      update desk.file f set covered_at = n.decided_at, covered_reason = n.reason, covered_for = n.remark
      from named n
      where f.id = n.id and f.covered_at is null and f.former_of is null and f.kept_as <> f.id
        and f.published_at <= n.decided_at;
      update document o set covered_at = f.covered_at, covered_reason = f.covered_reason, covered_for = f.covered_for
      from desk.file f where f.id = o.id and f.covered_at is not null and o.covered_at is null;
    `);
  }

  async down(): Promise<void> {
    // What the log says was true before, too.
  }
}
