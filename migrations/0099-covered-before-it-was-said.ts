import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents that the team had covered before their pages said so (migration 85), and of which the bytes of before are
 * forgotten: the log names the post and the place of the document in its list, and bytes that were not put back lie
 * under another id.
 */
export class CoveredBeforeItWasSaid1763800000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update desk.file f set covered_at = d.decided_at, covered_reason = d.reason, covered_for = d.remark
      from desk.post_documents p cross join jsonb_array_elements(p.documents) with ordinality e (said, nth)
      cross join lateral (select * from desk.decision d
        where d.thread_id = p.thread_id and d.number = p.number and d.decision = 'team-edit'
          and d.detail->>'document' = e.nth::text
          and not exists (select from desk.decision u where u.undoes = d.id)
        order by d.decided_at desc limit 1) d
      where f.id = (e.said->>'id')::uuid and f.covered_at is null and f.former_of is null and f.kept_as <> f.id
        and f.published_at <= d.decided_at;
      update document o set covered_at = f.covered_at, covered_reason = f.covered_reason, covered_for = f.covered_for
      from desk.file f where f.id = o.id and f.covered_at is not null and o.covered_at is null;
    `);
  }

  async down(): Promise<void> {
    // What the log says was true before, too.
  }
}
