import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the team does with somebody's words, with their account, and with what they say of themselves. */
export class People1763800000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why the team has edited a post: a code of the list, and words that everybody reads ("edited_for", there already).
      alter table post add column edited_reason text;
      alter table desk.revision
        add column edited_reason text,
        -- Whether readers could read it before the team's words took that away: an undo gives them back no more than that.
        add column shown boolean not null default false;
      update desk.revision r set shown = true from public.revision p
        where p.thread_id = r.thread_id and p.number = r.number and p.revision = r.revision;
      alter table desk.removed_post add column edited_reason text, add column edited_for text;

      -- Suspensions and texts of members' pages belong to no category; whatever stands in a thread belongs to one.
      alter table desk.decision
        drop constraint decision_has_its_category,
        add constraint decision_has_its_category check (category_id is not null or thread_id is null);
      create index decision_about_member on desk.decision (((detail->>'member')::int), id) where category_id is null and detail ? 'member';
      alter table desk.submission
        alter column category_id drop not null,
        add constraint submission_has_its_category check (category_id is not null or kind in ('profile', 'appeal')),
        add constraint profile_has_its_author check (kind <> 'profile' or author_id is not null);

      create table profile (
        member_id        int primary key references member on delete cascade,
        source           text not null,
        html             text not null,
        renderer_version int not null,
        published_at     timestamptz not null
      );
      revoke all on profile from public;

      -- Every text that was published on a member's page. The last one that was not removed is the one that stands.
      create table desk.profile_text (
        submission_id    uuid primary key references desk.submission,
        member_id        int not null references member on delete cascade,
        published_at     timestamptz not null,
        -- What stood there before, and comes back with an undo.
        former           uuid references desk.submission,
        removed_at       timestamptz,
        removed_by       int references member,
        reason           text,
        remark           text
      );
      create index profile_text_by_member on desk.profile_text (member_id, published_at);

      -- What moderators note about a member, for one another.
      create table desk.note (
        id               bigint generated always as identity primary key,
        member_id        int not null references member on delete cascade,
        author_id        int references member on delete set null,
        words            text not null check (words <> ''),
        written_at       timestamptz not null,
        struck_at        timestamptz
      );
      create index note_by_member on desk.note (member_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
