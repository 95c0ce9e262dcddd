import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More kinds of cards in the one queue, and more that a moderator may do: each in the log, each undone by a later row. */
export class DeskGrows1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.submission
        drop constraint submission_kind_check,
        add constraint submission_kind_check check (kind in ('thread', 'reply', 'edit', 'profile', 'report', 'appeal')),
        drop constraint submission_check1,
        add constraint submission_has_its_thread check (kind in ('thread', 'profile', 'appeal') or thread_id is not null),
        drop constraint submission_check2,
        add constraint submission_has_its_post check (kind not in ('edit', 'report') or number is not null),
        add column appeals uuid references desk.submission,
        add constraint appeal_has_its_refusal check ((kind = 'appeal') = (appeals is not null));

      alter table desk.decision
        drop constraint decision_decision_check,
        add constraint decision_decision_check check (decision in
          ('accept', 'edit-and-accept', 'return', 'refuse', 'spam', 'take-down', 'restore', 'withdraw', 'publish',
           'undo', 'agree', 'keep', 'lock', 'unlock', 'pin', 'unpin', 'move', 'split', 'merge', 'recategorize',
           'team-edit', 'suspend', 'reinstate')),
        add column undoes bigint references desk.decision,
        add column batch uuid,
        add column detail jsonb;
      create unique index decision_undone_once on desk.decision (undoes) where undoes is not null;
      create index decision_by_batch on desk.decision (batch, id) where batch is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
