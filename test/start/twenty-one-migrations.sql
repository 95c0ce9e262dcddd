-- A forum of before the first release, whose schema 21 migrations had made one after the other (0001 to 0022 without 0004).
-- Written on 29 November 2026 by the last version that had these migrations: what each of them said, without comments, and
-- then the rows. It is the witness that such a data folder is carried over, so it never changes.

-- The list of migrations, as TypeORM keeps it.
create table "migration" ("id" serial not null, "timestamp" bigint not null, "name" character varying not null, constraint "PK_3043fc6b8af7c99b8b98830094f" primary key ("id"));
insert into migration (timestamp, name) values
(1763800000001, 'Published1763800000001'),
(1763800000002, 'People1763800000002'),
(1763800000003, 'Desk1763800000003'),
(1763800000005, 'DeskGrows1763800000005'),
(1763800000006, 'Policies1763800000006'),
(1763800000007, 'UndoAndReasons1763800000007'),
(1763800000008, 'QueueAndClaims1763800000008'),
(1763800000009, 'Bulk1763800000009'),
(1763800000010, 'AfterPublication1763800000010'),
(1763800000011, 'MailAndNotices1763800000011'),
(1763800000012, 'Openness1763800000012'),
(1763800000013, 'Articles1763800000013'),
(1763800000014, 'People1763800000014'),
(1763800000015, 'Moving1763800000015'),
(1763800000016, 'Spip1763800000016'),
(1763800000017, 'SiteAdministration1763800000017'),
(1763800000018, 'FollowCodes1763800000018'),
(1763800000019, 'AlertsAboutPeople1763800000019'),
(1763800000020, 'Untold1763800000020'),
(1763800000021, 'MergedArticles1763800000021'),
(1763800000022, 'OneProfileWaits1763800000022');

-- Published1763800000001
create table site (
  one            boolean primary key default true check (one),
  name           text not null default 'Palabre',
  description    text not null default '',
  language       text not null default 'fr' check (language in ('fr', 'en')),
  time_zone      text not null default 'Europe/Paris',
  set_up_at      timestamptz,
  demonstration  boolean not null default false
);
insert into site default values;
create table category (
  id             int generated always as identity primary key,
  slug           text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name           text not null,
  description    text not null default '',
  position       int not null default 0,
  audience       text not null default 'everyone' check (audience in ('everyone', 'members', 'staff')),
  guests_write   boolean not null default true,
  hold           text not null default 'all' check (hold in ('all', 'newcomers', 'nobody')),
  closed         boolean not null default false,
  thread_count   int not null default 0,
  post_count     int not null default 0
);
create table member (
  id             int generated always as identity primary key,
  name           text not null,
  name_key       text not null unique,
  role           text not null default 'member' check (role in ('member', 'moderator', 'organizer', 'administrator')),
  joined_on      date not null
);
create table thread (
  id             int primary key,
  category_id    int not null references category,
  title          text not null,
  slug           text not null,
  post_count     int not null,
  last_number    int not null,
  changes        int not null default 0,
  published_at   timestamptz not null,
  last_post_at   timestamptz not null,
  retired        boolean not null default false,
  unique (id, category_id)
);
create index thread_by_category on thread (category_id, last_post_at desc, id desc);
create index thread_by_last_post on thread (last_post_at desc, id desc);
create table post (
  thread_id        int not null,
  category_id      int not null,
  number           int not null check (number > 0),
  author_id        int references member,
  author_name      text not null default '',
  author_role      text not null check (author_role in ('guest', 'member', 'moderator', 'organizer', 'administrator')),
  source           text not null,
  html             text not null,
  excerpt          text not null,
  renderer_version int not null,
  reply_to         int,
  written_at       timestamptz not null,
  published_at     timestamptz not null,
  edited_at        timestamptz,
  edited_by_team   boolean not null default false,
  gone             text check (gone in ('taken-down', 'withdrawn')),
  gone_reason      text,
  change           int not null default 0,
  primary key (thread_id, number),
  foreign key (thread_id, category_id) references thread (id, category_id) on update cascade
);
create index post_changed on post (thread_id, change) where change > 0;
create index post_standing on post (thread_id, number desc) where gone is null;
create index post_by_author on post (author_id, category_id, published_at desc, thread_id desc, number desc)
  where gone is null and author_id is not null;
revoke all on schema public from public;
revoke all on all tables in schema public from public;
-- People1763800000002
create schema private;
create table private.installation (
  one            boolean primary key default true check (one),
  secret         bytea not null check (length(secret) = 32)
);
create table private.setup_link (
  one            boolean primary key default true check (one),
  token_hash     bytea not null,
  expires_at     timestamptz not null
);
create table private.account (
  member_id      int primary key references member on delete cascade,
  password_hash  text not null,
  email          text,
  language       text check (language in ('fr', 'en')),
  suspended_at   timestamptz,
  accepted_count int not null default 0
);
create table private.recovery_code (
  member_id      int not null references private.account on delete cascade,
  code_hash      bytea not null,
  primary key (member_id, code_hash)
);
create table private.session (
  token_hash     bytea primary key,
  member_id      int not null references private.account on delete cascade,
  created_at     timestamptz not null,
  seen_on        date not null,
  expires_at     timestamptz not null
);
create index session_by_member on private.session (member_id);
create index session_by_expiry on private.session (expires_at);
create table private.read_mark (
  member_id      int not null references private.account on delete cascade,
  thread_id      int not null references thread on delete cascade,
  number         int not null,
  primary key (member_id, thread_id)
);
-- Desk1763800000003
create schema desk;
create table desk.counter (name text primary key, last int not null);
insert into desk.counter values ('thread', 0);
create table desk.moderator_category (
  member_id      int not null references member on delete cascade,
  category_id    int not null references category on delete cascade,
  primary key (member_id, category_id)
);
create table desk.submission (
  id               uuid primary key,
  kind             text not null check (kind in ('thread', 'reply', 'edit')),
  status           text not null default 'waiting'
                   check (status in ('waiting', 'returned', 'refused', 'spam', 'withdrawn', 'published')),
  version          int not null default 1,
  category_id      int not null references category,
  thread_id        int references thread,
  number           int,
  title            text,
  source           text not null,
  html             text not null,
  renderer_version int not null,
  reply_to         int,
  base_change      int,
  author_id        int references member,
  author_name      text not null default '',
  author_role      text not null check (author_role in ('guest', 'member', 'moderator', 'organizer', 'administrator')),
  email            text,
  key_hash         bytea not null,
  token_hash       bytea not null unique,
  held_for         text[] not null default '{}',
  written_at       timestamptz not null,
  changed_at       timestamptz not null,
  decided_at       timestamptz,
  decided_by       int references member,
  reason           text,
  remark           text,
  check (kind <> 'thread' or title is not null),
  check (kind = 'thread' or thread_id is not null),
  check (kind <> 'edit' or number is not null)
);
create unique index submission_by_key on desk.submission (coalesce(author_id, 0), key_hash);
create index submission_waiting on desk.submission (written_at, id) where status = 'waiting';
create index submission_waiting_by_category on desk.submission (category_id, written_at, id) where status = 'waiting';
create index submission_by_author on desk.submission (author_id, written_at desc, id) where author_id is not null;
create index submission_refused_by_author on desk.submission (author_id) where status = 'refused';
create index submission_by_post on desk.submission (thread_id, number);
create table desk.submission_version (
  submission_id  uuid not null references desk.submission on delete cascade,
  version        int not null,
  title          text,
  source         text not null,
  html           text not null,
  written_by     text not null check (written_by in ('author', 'team')),
  member_id      int references member,
  written_at     timestamptz not null,
  primary key (submission_id, version)
);
create table desk.revision (
  thread_id      int not null,
  number         int not null,
  revision       int not null,
  title          text,
  source         text not null,
  html           text not null,
  replaced_at    timestamptz not null,
  replaced_by    text not null check (replaced_by in ('author', 'team')),
  primary key (thread_id, number, revision),
  foreign key (thread_id, number) references post
);
create table desk.removed_post (
  thread_id      int not null,
  number         int not null,
  title          text,
  author_id      int references member,
  author_name    text not null,
  author_role    text not null,
  source         text not null,
  html           text not null,
  excerpt        text not null,
  reply_to       int,
  removed_at     timestamptz not null,
  removed_by     int references member,
  reason         text,
  remark         text,
  primary key (thread_id, number),
  foreign key (thread_id, number) references post
);
create table desk.decision (
  id             bigint generated always as identity primary key,
  decided_at     timestamptz not null,
  member_id      int references member,
  member_name    text not null,
  decision       text not null check (decision in
                 ('accept', 'edit-and-accept', 'return', 'refuse', 'spam', 'take-down', 'restore', 'withdraw', 'publish')),
  submission_id  uuid,
  category_id    int not null,
  thread_id      int,
  number         int,
  version        int,
  reason         text,
  remark         text
);
create index decision_by_submission on desk.decision (submission_id, id) where submission_id is not null;
create index decision_by_post on desk.decision (thread_id, number, id);
create index decision_by_category on desk.decision (category_id, id desc);
create function desk.refuse_change() returns trigger language plpgsql as $$
  begin raise exception 'the log of decisions is append-only' using errcode = 'restrict_violation'; end $$;
create trigger decision_is_append_only before update or delete on desk.decision
  for each row execute function desk.refuse_change();
create trigger decision_is_never_emptied before truncate on desk.decision
  for each statement execute function desk.refuse_change();
-- DeskGrows1763800000005
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
-- Policies1763800000006
alter table category
  drop constraint category_hold_check,
  add constraint category_hold_check check (hold in ('all', 'guests', 'newcomers', 'nobody')),
  add column accepted_until int not null default 3 check (accepted_until between 1 and 1000),
  add column agreement int not null default 1 check (agreement in (1, 2)),
  add column closes_after int check (closes_after between 1 and 3650),
  add column edits text not null default 'as-posts' check (edits in ('as-posts', 'held', 'at-once')),
  add column history boolean not null default false;
alter table desk.submission add column text_hash bytea;
create index submission_by_text on desk.submission (text_hash, written_at) where text_hash is not null;
create table desk.agreement (
  submission_id  uuid not null references desk.submission on delete cascade,
  version        int not null,
  member_id      int not null references member on delete cascade,
  agreed_at      timestamptz not null,
  primary key (submission_id, version, member_id)
);
create table desk.blocked_word (
  list           text not null check (list in ('hold', 'refuse')),
  word           text not null,
  primary key (list, word)
);
create table desk.administration (
  id             bigint generated always as identity primary key,
  done_at        timestamptz not null,
  member_id      int references member,
  member_name    text not null,
  act            text not null check (act in ('category-created', 'category-changed', 'category-moved', 'words-changed')),
  category_id    int references category,
  detail         jsonb not null default '{}'
);
create index administration_by_category on desk.administration (category_id, id desc);
create trigger administration_is_append_only before update or delete on desk.administration
  for each row execute function desk.refuse_change();
create trigger administration_is_never_emptied before truncate on desk.administration
  for each statement execute function desk.refuse_change();
create table revision (
  thread_id      int not null,
  number         int not null,
  revision       int not null,
  title          text,
  source         text not null,
  html           text not null,
  replaced_at    timestamptz not null,
  primary key (thread_id, number, revision),
  foreign key (thread_id, number, revision) references desk.revision on update cascade on delete cascade
);
create function desk.drop_revisions_of_post() returns trigger language plpgsql as $$
  begin delete from public.revision where thread_id = new.thread_id and number = new.number; return null; end $$;
create trigger gone_without_revisions after update of gone on post
  for each row when (new.gone is not null) execute function desk.drop_revisions_of_post();
create function desk.drop_revisions_of_thread() returns trigger language plpgsql as $$
  begin
    delete from public.revision where thread_id = new.id
      and not (select history from public.category where id = new.category_id);
    return null;
  end $$;
create trigger moved_without_revisions after update of category_id on thread
  for each row when (new.category_id is distinct from old.category_id) execute function desk.drop_revisions_of_thread();
create function desk.drop_revisions_of_category() returns trigger language plpgsql as $$
  begin
    delete from public.revision r using public.thread t where t.id = r.thread_id and t.category_id = new.id;
    return null;
  end $$;
create trigger hidden_without_revisions after update of history on category
  for each row when (not new.history) execute function desk.drop_revisions_of_category();
revoke all on revision from public;
-- UndoAndReasons1763800000007
alter table desk.revision
  add column renderer_version int,
  add column edited_at timestamptz,
  add column edited_by_team boolean not null default false;
alter table desk.decision add column reasons text[] not null default '{}';
create index decision_by_kind on desk.decision (decision, id desc);
create index decision_by_member on desk.decision (member_id, id desc);
create index decision_by_moment on desk.decision (decided_at);
alter table desk.submission add column reasons text[] not null default '{}';
update desk.submission set reasons = array[reason] where reason is not null;
create table reason (
  code       text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
  position   int not null,
  fr         text not null check (fr <> ''),
  en         text not null check (en <> ''),
  about_fr   text not null default '',
  about_en   text not null default '',
  body_fr    text not null default '',
  body_en    text not null default '',
  active     boolean not null default true
);
alter table desk.administration
  drop constraint administration_act_check,
  add constraint administration_act_check check (act in
    ('category-created', 'category-changed', 'category-moved', 'words-changed', 'reasons-changed'));
create table moderated_day (
  day          date not null,
  category_id  int not null references category,
  decision     text not null,
  reason       text not null default '',
  count        int not null check (count > 0),
  primary key (day, category_id, decision, reason)
);
create table desk.counted_until (one boolean primary key default true check (one), day date);
insert into desk.counted_until values (true, null);
revoke all on reason, moderated_day from public;
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('off-topic', 1, 'hors sujet', 'off topic', 'Le message parle d’autre chose que le sujet. Il trouvera souvent sa place dans un autre sujet.', 'The post is about something other than the thread. It will often find its place in another one.', 'Votre message parle d’autre chose que « {thread} ». Il trouvera sans doute sa place dans un autre sujet, ou dans un nouveau.', 'Your post is about something other than “{thread}”. It will probably find its place in another thread, or in a new one.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('personal-data', 2, 'données personnelles d’une personne', 'personal data of somebody', 'Un nom, une adresse, un numéro, une photo ou une plaque permet de retrouver une personne qui ne l’a pas choisi.', 'A name, an address, a number, a photograph or a number plate lets others find a person who did not choose it.', 'Votre message permet de retrouver une personne qui ne l’a pas choisi. Sans ce détail, nous le publierons volontiers.', 'Your post lets others find a person who did not choose it. Without that detail we will gladly publish it.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('insult', 3, 'propos injurieux ou discriminatoires', 'insulting or discriminating words', 'Le message attaque une personne ou un groupe de personnes au lieu de répondre à ce qui est dit.', 'The post attacks a person or a group of people instead of answering what is said.', 'Votre message attaque des personnes au lieu de répondre à ce qui est dit. La charte du forum est à l’adresse {rules}.', 'Your post attacks people instead of answering what is said. The rules of the forum are at {rules}.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('unsourced', 4, 'affirmation grave sans source', 'a serious claim without a source', 'Le message accuse ou affirme un fait grave sans document ni témoignage qui l’établisse.', 'The post accuses or states something serious without a document or a testimony that shows it.', 'Votre message affirme un fait grave. Ajoutez d’où vous le tenez, par un lien ou un document, et envoyez-le de nouveau.', 'Your post states something serious. Add where you have it from, by a link or a document, and send it again.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('advertising', 5, 'publicité', 'advertising', 'Le message est là pour vendre ou pour faire connaître un produit.', 'The post is there to sell something or to make a product known.', 'Ce forum ne publie pas de publicité.', 'This forum publishes no advertising.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('duplicate', 6, 'doublon', 'duplicate', 'Le même message, ou presque, a déjà été publié.', 'The same post, or nearly so, has been published already.', 'Le même message, ou presque, a déjà été publié.', 'The same post, or nearly so, has been published already.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('illegal-call', 7, 'appel à une action illégale', 'a call to break the law', 'Le message invite à une action que la loi punit.', 'The post invites others to do what the law punishes.', 'Votre message invite à une action que la loi punit : le publier mettrait en danger le forum et celles et ceux qui y écrivent.', 'Your post invites others to do what the law punishes: to publish it would endanger the forum and those who write here.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('unreadable', 8, 'illisible ou incomplet, à reformuler', 'unreadable or incomplete, to be put otherwise', 'Le message ne se comprend pas, ou il s’arrête en chemin.', 'The post can’t be understood, or stops halfway.', 'Nous n’avons pas compris votre message, ou il s’arrête en chemin. Reformulez-le et envoyez-le de nouveau.', 'We have not understood your post, or it stops halfway. Put it otherwise and send it again.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('answered', 9, 'déjà répondu', 'answered already', 'La réponse se trouve déjà sur le forum.', 'The answer stands on the forum already.', 'La réponse à votre question se trouve déjà sur le forum.', 'The answer to your question stands on the forum already.');
insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ('other', 10, 'autre', 'other', 'Aucun des motifs ci-dessus ; la personne qui décide l’explique en quelques mots.', 'None of the reasons above; whoever decides explains it in a few words.', '', '');
-- QueueAndClaims1763800000008
alter table desk.submission
  add column with_links boolean not null generated always as (html ~ '<a [^<>]*href="[^"#/]') stored,
  add column search tsvector generated always as
    (case when status = 'waiting' then to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(replace(replace(lower(regexp_replace(
  normalize(coalesce(title, '') || ' ' || source, NFKD), '[\u0300-\u036f]', '', 'g') collate "und-x-icu"), 'œ', 'oe'), 'æ', 'ae'),
  '[^[:alnum:]]+' collate "und-x-icu", ' ', 'g')) end) stored;
drop index desk.submission_waiting, desk.submission_waiting_by_category, desk.submission_refused_by_author;
create index submission_waiting on desk.submission (written_at, id)
  include (category_id, kind, with_links, author_id, author_name) where status = 'waiting';
create index submission_waiting_by_category on desk.submission (category_id, written_at, id)
  include (kind, with_links, author_id, author_name) where status = 'waiting';
create index submission_searched on desk.submission using gin (search) where status = 'waiting';
create index submission_by_outcome on desk.submission (author_id, status) where author_id is not null;
create table desk.claim (
  submission_id  uuid primary key references desk.submission on delete cascade,
  member_id      int not null references member on delete cascade,
  claimed_at     timestamptz not null,
  until          timestamptz not null
);
create index claim_by_end on desk.claim (until);
create unlogged table desk.presence (
  member_id      int primary key references member on delete cascade,
  seen_at        timestamptz not null
);
-- Bulk1763800000009
create table desk.bulk (
  id           uuid primary key,
  member_id    int not null references member on delete cascade,
  state        text not null default 'drafted' check (state in ('drafted', 'deciding', 'decided', 'undoing', 'undone')),
  made_at      timestamptz not null,
  back         text not null,
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
  outcome       text,
  decision_id   bigint,
  undone        text,
  primary key (bulk_id, place),
  unique (bulk_id, submission_id)
);
-- AfterPublication1763800000010
create table desk.report (
  key_hash       bytea primary key,
  submission_id  uuid not null references desk.submission on delete cascade,
  reason         text not null,
  remark         text,
  member_id      int references member,
  reported_at    timestamptz not null
);
create index report_by_submission on desk.report (submission_id, reported_at);
create unique index report_once_by_member on desk.report (submission_id, member_id) where member_id is not null;
create unique index submission_report_of_post on desk.submission (thread_id, number)
  where kind = 'report' and status = 'waiting';
create unique index submission_appealed_once on desk.submission (appeals) where appeals is not null;
alter table thread
  add column locked boolean not null default false,
  add column pinned_at timestamptz,
  add column moved_to int references thread;
create index thread_pinned on thread (category_id, pinned_at desc, id desc) where pinned_at is not null;
alter table post
  drop constraint post_gone_check,
  add constraint post_gone_check check (gone in ('taken-down', 'withdrawn', 'moved')),
  add column edited_for text;
create table post_moved (
  thread_id      int not null,
  number         int not null,
  to_thread      int not null,
  to_number      int not null,
  reply_to       int,
  primary key (thread_id, number),
  foreign key (thread_id, number) references post,
  foreign key (to_thread, to_number) references post (thread_id, number)
);
create index post_moved_here on post_moved (to_thread, to_number);
revoke all on post_moved from public;
alter table desk.decision alter column category_id drop not null,
  add constraint decision_has_its_category check (category_id is not null or decision in ('suspend', 'reinstate', 'undo'));
alter table private.account
  add column suspended_until timestamptz,
  add column suspended_for text;
alter table desk.revision add column edited_for text;
-- MailAndNotices1763800000011
alter table desk.submission
  add column email_confirmed_at timestamptz,
  add column mail_token_hash bytea;
create unique index submission_by_mail_token on desk.submission (mail_token_hash) where mail_token_hash is not null;
create index submission_unconfirmed on desk.submission (email) where email is not null and email_confirmed_at is null;
alter table private.account
  add column email_confirmed_at timestamptz,
  add column mails text[] not null default '{decided,answered,alert}' check (mails <@ '{decided,answered,alert}'::text[]);
create table private.confirmation (
  address_key    bytea primary key,
  address        text not null,
  token_hash     bytea not null unique,
  asked_at       timestamptz not null,
  expires_at     timestamptz not null
);
create index confirmation_by_expiry on private.confirmation (expires_at);
create table private.mail_refusal (address_key bytea primary key, refused_at timestamptz not null);
create table private.mail (
  id             uuid primary key,
  kind           text not null check (kind in ('confirmation', 'decided', 'answered', 'alert')),
  address_key    bytea not null,
  member_id      int references private.account on delete cascade,
  submission_id  uuid references desk.submission on delete cascade,
  decision_id    bigint,
  made_at        timestamptz not null,
  closed_at      timestamptz,
  sent           boolean not null default false
);
create unique index mail_once on private.mail (decision_id, kind, coalesce(member_id, 0), coalesce(submission_id, '00000000-0000-0000-0000-000000000000'))
  where decision_id is not null;
create index mail_by_address on private.mail (address_key, made_at);
create index mail_by_date on private.mail (made_at);
create table private.notice (
  id             bigint generated always as identity primary key,
  member_id      int not null references private.account on delete cascade,
  kind           text not null,
  decision_id    bigint not null,
  submission_id  uuid references desk.submission on delete cascade,
  thread_id      int references thread,
  number         int,
  noticed_at     timestamptz not null,
  seen_at        timestamptz,
  unique (member_id, decision_id, kind)
);
create index notice_by_member on private.notice (member_id, id desc);
create index notice_unseen on private.notice (member_id) where seen_at is null;
create unique index notice_answered_once on private.notice (member_id, thread_id, number) where kind = 'answered';
create table desk.alert (category_id int primary key references category on delete cascade, begun_at timestamptz not null);
create table private.desk_feed (
  member_id      int primary key references private.account on delete cascade,
  token_hash     bytea not null unique,
  made_at        timestamptz not null
);
-- Openness1763800000012
create table moderated_month (
  month           date not null check (extract(day from month) = 1),
  category_id     int references category,
  median_minutes  int check (median_minutes >= 0),
  ninth_minutes   int check (ninth_minutes >= median_minutes),
  delays_of       text check (delays_of in ('decided', 'published')),
  check (num_nulls(median_minutes, ninth_minutes, delays_of) in (0, 3)),
  unique nulls not distinct (month, category_id)
);
create table moderated_figure (
  month           date not null,
  category_id     int references category,
  figure          text not null,
  reason          text not null default '',
  count           int check (count >= 5),
  unique nulls not distinct (month, category_id, figure, reason)
);
create table desk.counted_month (one boolean primary key default true check (one), month date);
insert into desk.counted_month values (true, null);
revoke all on moderated_month, moderated_figure from public;
-- Articles1763800000013
create table host_site (
  id             int generated always as identity primary key,
  slug           text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name           text not null,
  category_id    int not null unique references category,
  origins        text[] not null default '{}',
  threading      text not null default 'one-level' check (threading in ('one-level', 'flat')),
  closes_after   int check (closes_after between 1 and 3650),
  first_held     boolean not null default true,
  licence        text not null default ''
);
create table private.host_site_key (
  site_id        int primary key references host_site on delete cascade,
  key            text not null check (length(key) >= 32)
);
create table article (
  id             int generated always as identity primary key,
  site_id        int not null references host_site,
  identifier     text not null,
  title          text not null,
  url            text not null,
  thread_id      int unique references thread,
  policy         text check (policy in ('before', 'after', 'members', 'closed')),
  dated_at       timestamptz,
  removed        boolean not null default false,
  unique (site_id, identifier)
);
create table article_alias (
  site_id        int not null references host_site,
  identifier     text not null,
  article_id     int not null references article on delete cascade,
  primary key (site_id, identifier)
);
create index article_alias_of on article_alias (article_id);
alter table thread add column of_article boolean not null default false;
alter table post add column root int, add column anchor text;
create index post_in_branches on post (thread_id, (coalesce(root, number)), number);
create unique index post_by_anchor on post (thread_id, anchor) where anchor is not null;
alter table desk.submission
  add column article jsonb,
  drop constraint submission_kind_check,
  add constraint submission_kind_check check (kind in ('thread', 'reply', 'comment', 'edit', 'profile', 'report', 'appeal')),
  drop constraint submission_has_its_thread,
  add constraint submission_has_its_thread check (kind in ('thread', 'comment', 'profile', 'appeal') or thread_id is not null),
  add constraint submission_has_its_article check ((kind = 'comment') = (article is not null));
revoke all on host_site, article, article_alias from public;
-- People1763800000014
alter table post add column edited_reason text;
alter table desk.revision
  add column edited_reason text,
  add column shown boolean not null default false;
update desk.revision r set shown = true from public.revision p
  where p.thread_id = r.thread_id and p.number = r.number and p.revision = r.revision;
alter table desk.removed_post add column edited_reason text, add column edited_for text;
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
create table desk.profile_text (
  submission_id    uuid primary key references desk.submission,
  member_id        int not null references member on delete cascade,
  published_at     timestamptz not null,
  former           uuid references desk.submission,
  removed_at       timestamptz,
  removed_by       int references member,
  reason           text,
  remark           text
);
create index profile_text_by_member on desk.profile_text (member_id, published_at);
create table desk.note (
  id               bigint generated always as identity primary key,
  member_id        int not null references member on delete cascade,
  author_id        int references member on delete set null,
  words            text not null check (words <> ''),
  written_at       timestamptz not null,
  struck_at        timestamptz
);
create index note_by_member on desk.note (member_id, id);
-- Moving1763800000015
alter table desk.submission add column moved_from int[] not null default '{}';
create table desk.merged_title (thread_id int primary key references thread, title text not null);
-- Spip1763800000016
create table desk.spip_message (
  site_id        int not null references host_site,
  message        bigint not null,
  submission_id  uuid not null references desk.submission,
  primary key (site_id, message)
);
-- SiteAdministration1763800000017
alter table desk.administration
  drop constraint administration_act_check,
  add constraint administration_act_check check (act in
    ('category-created', 'category-changed', 'category-moved', 'words-changed', 'reasons-changed',
     'site-created', 'site-changed', 'site-key-renewed', 'articles-added', 'article-changed', 'article-merged'));
create index article_by_site on article (site_id, id desc);
-- FollowCodes1763800000018
alter table desk.submission add column code_hash bytea, add column code_box bytea;
create unique index submission_by_code on desk.submission (code_hash) where code_hash is not null;
-- AlertsAboutPeople1763800000019
alter table desk.alert drop constraint alert_category_id_fkey;
-- Untold1763800000020
create table desk.untold (decision_id bigint primary key, due_at timestamptz not null);
create index untold_by_moment on desk.untold (due_at);
-- MergedArticles1763800000021
create table desk.merged_article (
  thread_id   int primary key references thread,
  id          int not null,
  site_id     int not null references host_site,
  identifier  text not null,
  title       text not null,
  url         text not null,
  policy      text,
  dated_at    timestamptz,
  removed     boolean not null,
  aliases     text[] not null
);
-- OneProfileWaits1763800000022
update desk.submission s set status = 'withdrawn', source = '', html = '', text_hash = null, author_name = ''
  where kind = 'profile' and status in ('waiting', 'returned') and exists (
    select 1 from desk.submission o where o.author_id = s.author_id and o.kind = 'profile' and o.status in ('waiting', 'returned')
      and (o.written_at, o.id) > (s.written_at, s.id));
delete from desk.submission_version v using desk.submission s
  where s.id = v.submission_id and s.kind = 'profile' and s.status = 'withdrawn';
create unique index submission_profile_once on desk.submission (author_id)
  where kind = 'profile' and status in ('waiting', 'returned');


-- At least one row in every table.
update site set name = 'Le Petit Val', description = 'Surveillance et libertés', set_up_at = '2026-10-01T08:00:00Z';
insert into category (slug, name, description, position, audience, guests_write, hold, closed, thread_count, post_count, accepted_until, agreement, closes_after, edits, history) values
('villes', 'Villes', 'Ce qui se passe chez vous', 1, 'everyone', true, 'all', false, 1, 3, 3, 1, 365, 'as-posts', true),
('equipe', 'Équipe', '', 2, 'staff', false, 'newcomers', false, 0, 0, 5, 2, null, 'held', false),
('articles', 'Articles', '', 3, 'everyone', true, 'guests', false, 1, 1, 3, 1, null, 'at-once', false);
insert into member (name, name_key, role, joined_on) values
('Ambre', 'ambre', 'administrator', '2026-10-01'), ('Modeste', 'modeste', 'moderator', '2026-10-02'),
('Camille', 'camille', 'member', '2026-10-03'), ('Orso', 'orso', 'organizer', '2026-10-04');
insert into thread (id, category_id, title, slug, post_count, last_number, changes, published_at, last_post_at, retired, locked, pinned_at, moved_to, of_article) values
(1, 1, 'Des caméras place de l’Église', 'des-cameras-place-de-l-eglise', 3, 5, 4, '2026-10-05T09:00:00Z', '2026-10-07T12:00:00Z', false, false, '2026-10-06T10:00:00Z', null, false),
(2, 3, 'Le maire répond', 'le-maire-repond', 1, 1, 0, '2026-10-08T09:00:00Z', '2026-10-08T09:00:00Z', false, true, null, null, true),
(3, 1, '', 'reunis', 0, 1, 1, '2026-10-05T10:00:00Z', '2026-10-05T10:00:00Z', true, false, null, 1, false);
insert into post (thread_id, category_id, number, author_id, author_name, author_role, source, html, excerpt, renderer_version, reply_to,
written_at, published_at, edited_at, edited_by_team, gone, gone_reason, change, edited_for, root, anchor, edited_reason) values
(1, 1, 1, 3, '', 'member', 'Six mâts **neufs**.', '<p>Six mâts <strong>neufs</strong>.</p>', 'Six mâts neufs.', 1, null, '2026-10-05T08:30:00Z', '2026-10-05T09:00:00Z', '2026-10-06T09:00:00Z', true, null, null, 1, 'Une faute', null, null, 'other'),
(1, 1, 2, null, 'Une passante', 'guest', 'Sept !', '<p>Sept !</p>', 'Sept !', 1, 1, '2026-10-06T08:00:00Z', '2026-10-06T08:10:00Z', null, false, null, null, 0, null, null, null, null),
(1, 1, 3, null, '', 'guest', '', '', '', 1, null, '2026-10-06T09:00:00Z', '2026-10-06T09:10:00Z', null, false, 'taken-down', 'insult', 2, null, null, null, null),
(1, 1, 4, null, '', 'member', '', '', '', 1, null, '2026-10-06T10:00:00Z', '2026-10-06T10:10:00Z', null, false, 'withdrawn', null, 3, null, null, null, null),
(1, 1, 5, 4, '', 'organizer', 'Réunion jeudi', '<p>Réunion jeudi</p>', 'Réunion jeudi', 1, null, '2026-10-07T11:00:00Z', '2026-10-07T12:00:00Z', null, false, null, null, 0, null, null, null, null),
(2, 3, 1, null, 'Lectrice', 'guest', 'Merci', '<p>Merci</p>', 'Merci', 1, null, '2026-10-08T08:00:00Z', '2026-10-08T09:00:00Z', null, false, null, null, 0, null, 1, 'forum12', null),
(3, 1, 1, null, '', 'organizer', '', '', '', 1, null, '2026-10-05T09:30:00Z', '2026-10-05T10:00:00Z', null, false, 'moved', null, 1, null, null, null, null);
insert into post_moved (thread_id, number, to_thread, to_number, reply_to) values (3, 1, 1, 5, null);
update reason set fr = 'hors du sujet', active = false where code = 'off-topic';
insert into profile (member_id, source, html, renderer_version, published_at) values (3, 'Géographe', '<p>Géographe</p>', 1, '2026-10-09T09:00:00Z');
insert into moderated_day (day, category_id, decision, reason, count) values ('2026-10-06', 1, 'accept', '', 4), ('2026-10-06', 1, 'refuse', 'insult', 1);
insert into moderated_month (month, category_id, median_minutes, ninth_minutes, delays_of) values ('2026-10-01', null, 12, 90, 'decided'), ('2026-10-01', 1, null, null, null);
insert into moderated_figure (month, category_id, figure, reason, count) values ('2026-10-01', null, 'accepted', '', 12), ('2026-10-01', 1, 'refused', 'insult', null);
insert into host_site (slug, name, category_id, origins, threading, closes_after, first_held, licence) values
('petit-val', 'Le Petit Val, journal local', 3, '{https://journal.example}', 'one-level', 90, true, 'CC BY-SA 4.0');
insert into article (site_id, identifier, title, url, thread_id, policy, dated_at, removed) values
(1, '331', 'Le maire répond', 'https://journal.example/331', 2, 'after', '2026-10-07T06:00:00Z', false), (1, '332', 'Le budget', 'https://journal.example/332', null, null, null, true);
insert into article_alias (site_id, identifier, article_id) values (1, 'le-maire-repond', 1);
insert into private.installation (secret) values (decode(repeat('5e', 32), 'hex'));
insert into private.setup_link (token_hash, expires_at) values ('\x0102', '2026-10-01T09:00:00Z');
insert into private.account (member_id, password_hash, email, language, suspended_at, accepted_count, suspended_until, suspended_for, email_confirmed_at, mails) values
(1, 'no hash', 'ambre@example.org', 'fr', null, 0, null, null, '2026-10-01T08:30:00Z', '{decided,answered,alert}'), (2, 'no hash', null, null, null, 0, null, null, null, '{alert}'),
(3, 'no hash', null, 'en', '2026-10-20T08:00:00Z', 2, '2027-10-20T08:00:00Z', 'insult', null, '{}'), (4, 'no hash', null, null, null, 1, null, null, null, '{decided}');
insert into private.recovery_code (member_id, code_hash) values (3, '\x0a'), (3, '\x0b');
insert into private.session (token_hash, member_id, created_at, seen_on, expires_at) values ('\x0c', 1, '2026-10-01T08:00:00Z', '2026-10-20', '2027-01-01T08:00:00Z');
insert into private.read_mark (member_id, thread_id, number) values (3, 1, 2);
insert into private.host_site_key (site_id, key) values (1, repeat('clef', 10));
insert into private.confirmation (address_key, address, token_hash, asked_at, expires_at) values ('\x0d', 'lectrice@example.org', '\x0e', '2026-10-08T08:00:00Z', '2026-10-11T08:00:00Z');
insert into private.mail_refusal (address_key, refused_at) values ('\x0f', '2026-10-08T08:00:00Z');
insert into private.desk_feed (member_id, token_hash, made_at) values (2, '\x10', '2026-10-08T08:00:00Z');
update desk.counter set last = 3 where name = 'thread';
insert into desk.moderator_category (member_id, category_id) values (2, 1), (2, 3);
insert into desk.submission (id, kind, status, version, category_id, thread_id, number, title, source, html, renderer_version, reply_to, base_change, author_id, author_name, author_role, email,
key_hash, token_hash, held_for, written_at, changed_at, decided_at, decided_by, reason, remark, appeals, text_hash, reasons, email_confirmed_at, mail_token_hash, article, moved_from, code_hash, code_box) values
('00000000-0000-4000-8000-000000000001', 'thread', 'published', 2, 1, 1, 1, 'Des caméras place de l’Église', 'Six mâts **neufs**.', '<p>Six mâts <strong>neufs</strong>.</p>', 1, null, null, 3, '', 'member', null,
'\x01', '\x21', '{}', '2026-10-05T08:30:00Z', '2026-10-05T08:40:00Z', '2026-10-05T09:00:00Z', 2, null, null, null, '\x31', '{}', null, null, null, '{}', null, null),
('00000000-0000-4000-8000-000000000002', 'reply', 'waiting', 1, 1, 1, null, null, 'Et la CNIL ? https://cnil.example', '<p>Et la CNIL ? <a href="https://cnil.example">cnil.example</a></p>', 1, 2, null, null, 'Une passante', 'guest', 'passante@example.org',
'\x02', '\x22', '{link}', '2026-10-20T08:00:00Z', '2026-10-20T08:00:00Z', null, null, null, null, null, '\x32', '{}', '2026-10-20T08:05:00Z', '\x42', null, '{3}', '\x52', '\x62'),
('00000000-0000-4000-8000-000000000003', 'comment', 'returned', 1, 3, 2, null, null, 'Merci, mais…', '<p>Merci, mais…</p>', 1, null, null, null, 'Lectrice', 'guest', null,
'\x03', '\x23', '{}', '2026-10-09T08:00:00Z', '2026-10-09T08:00:00Z', '2026-10-09T09:00:00Z', 2, null, 'Dites-en plus', null, '\x33', '{}', null, null, '{"site": "petit-val", "identifier": "331"}', '{}', null, null),
('00000000-0000-4000-8000-000000000004', 'edit', 'spam', 1, 1, 1, 1, null, 'Achetez', '<p>Achetez</p>', 1, null, 1, 3, '', 'member', null,
'\x04', '\x24', '{}', '2026-10-10T08:00:00Z', '2026-10-10T08:00:00Z', '2026-10-10T09:00:00Z', 1, null, null, null, null, '{}', null, null, null, '{}', null, null),
('00000000-0000-4000-8000-000000000005', 'profile', 'published', 1, null, null, null, null, 'Géographe', '<p>Géographe</p>', 1, null, null, 3, '', 'member', null,
'\x05', '\x25', '{}', '2026-10-09T08:00:00Z', '2026-10-09T08:00:00Z', '2026-10-09T09:00:00Z', 1, null, null, null, null, '{}', null, null, null, '{}', null, null),
('00000000-0000-4000-8000-000000000006', 'report', 'waiting', 1, 1, 1, 2, null, '', '', 1, null, null, null, '', 'guest', null,
'\x06', '\x26', '{}', '2026-10-21T08:00:00Z', '2026-10-21T08:00:00Z', null, null, null, null, null, null, '{}', null, null, null, '{}', null, null),
('00000000-0000-4000-8000-000000000007', 'reply', 'refused', 1, 1, 1, null, null, 'Imbéciles', '<p>Imbéciles</p>', 1, null, null, 4, '', 'organizer', null,
'\x07', '\x27', '{word}', '2026-10-11T08:00:00Z', '2026-10-11T08:00:00Z', '2026-10-11T09:00:00Z', 2, 'insult', 'Non', null, null, '{insult,other}', null, null, null, '{}', null, null),
('00000000-0000-4000-8000-000000000008', 'appeal', 'waiting', 1, 1, null, null, null, 'C’était une citation', '<p>C’était une citation</p>', 1, null, null, 4, '', 'organizer', null,
'\x08', '\x28', '{}', '2026-10-12T08:00:00Z', '2026-10-12T08:00:00Z', null, null, null, null, '00000000-0000-4000-8000-000000000007', null, '{}', null, null, null, '{}', null, null),
('00000000-0000-4000-8000-000000000009', 'reply', 'withdrawn', 2, 1, 1, 4, null, '', '', 1, null, null, null, '', 'member', null,
'\x09', '\x29', '{}', '2026-10-06T10:00:00Z', '2026-10-06T10:00:00Z', '2026-10-06T10:10:00Z', 2, null, null, null, null, '{}', null, null, null, '{}', null, null);
insert into desk.submission_version (submission_id, version, title, source, html, written_by, member_id, written_at) values
('00000000-0000-4000-8000-000000000001', 1, 'Des caméras', 'Six mâts.', '<p>Six mâts.</p>', 'author', null, '2026-10-05T08:30:00Z'),
('00000000-0000-4000-8000-000000000001', 2, 'Des caméras place de l’Église', 'Six mâts **neufs**.', '<p>Six mâts <strong>neufs</strong>.</p>', 'team', 2, '2026-10-05T08:40:00Z'),
('00000000-0000-4000-8000-000000000002', 1, null, 'Et la CNIL ? https://cnil.example', '<p>Et la CNIL ? <a href="https://cnil.example">cnil.example</a></p>', 'author', null, '2026-10-20T08:00:00Z');
insert into desk.revision (thread_id, number, revision, title, source, html, replaced_at, replaced_by, renderer_version, edited_at, edited_by_team, edited_for, edited_reason, shown) values
(1, 1, 1, 'Des caméras place de l’Église', 'Six mats.', '<p>Six mats.</p>', '2026-10-06T09:00:00Z', 'team', 1, null, false, null, null, true);
insert into revision (thread_id, number, revision, title, source, html, replaced_at) values (1, 1, 1, 'Des caméras place de l’Église', 'Six mats.', '<p>Six mats.</p>', '2026-10-06T09:00:00Z');
insert into desk.removed_post (thread_id, number, title, author_id, author_name, author_role, source, html, excerpt, reply_to, removed_at, removed_by, reason, remark, edited_reason, edited_for) values
(1, 3, null, null, 'Anonyme', 'guest', 'Tous pourris', '<p>Tous pourris</p>', 'Tous pourris', null, '2026-10-07T08:00:00Z', 2, 'insult', 'Vu ensemble', null, null);
insert into desk.decision (decided_at, member_id, member_name, decision, submission_id, category_id, thread_id, number, version, reason, remark, undoes, batch, detail, reasons) values
('2026-10-05T09:00:00Z', 2, 'Modeste', 'edit-and-accept', '00000000-0000-4000-8000-000000000001', 1, 1, 1, 2, null, null, null, null, null, '{}'),
('2026-10-07T08:00:00Z', 2, 'Modeste', 'take-down', null, 1, 1, 3, null, 'insult', 'Vu ensemble', null, null, null, '{insult}'),
('2026-10-11T09:00:00Z', 2, 'Modeste', 'refuse', '00000000-0000-4000-8000-000000000007', 1, 1, null, 1, 'insult', 'Non', null, '00000000-0000-4000-8000-00000000000b', null, '{insult,other}'),
('2026-10-20T08:00:00Z', 1, 'Ambre', 'suspend', null, null, null, null, null, null, null, null, null, '{"member": 3}', '{}'),
('2026-10-20T08:01:00Z', 1, 'Ambre', 'undo', null, null, null, null, null, null, null, 4, null, '{"member": 3}', '{}'),
('2026-10-05T10:30:00Z', 1, 'Ambre', 'merge', null, 1, 3, null, null, null, null, null, null, '{"into": 1, "numbers": [1]}', '{}');
insert into desk.agreement (submission_id, version, member_id, agreed_at) values ('00000000-0000-4000-8000-000000000002', 1, 2, '2026-10-20T09:00:00Z');
insert into desk.blocked_word (list, word) values ('hold', 'casino'), ('refuse', 'viagra');
insert into desk.administration (done_at, member_id, member_name, act, category_id, detail) values
('2026-10-01T08:10:00Z', 1, 'Ambre', 'category-created', 1, '{}'), ('2026-10-02T08:10:00Z', 1, 'Ambre', 'site-created', 3, '{"site": 1}'), ('2026-10-03T08:10:00Z', 1, 'Ambre', 'words-changed', null, '{"changed": ["hold"]}');
update desk.counted_until set day = '2026-10-20';
update desk.counted_month set month = '2026-10-01';
insert into desk.claim (submission_id, member_id, claimed_at, until) values ('00000000-0000-4000-8000-000000000002', 2, '2026-10-20T09:00:00Z', '2026-10-20T09:10:00Z');
insert into desk.presence (member_id, seen_at) values (2, '2026-10-20T09:00:00Z');
insert into desk.bulk (id, member_id, state, made_at, back, elsewhere, decision, reasons, remark, language, started_at, finished_at, undone_by) values
('00000000-0000-4000-8000-00000000000b', 2, 'decided', '2026-10-11T08:59:00Z', '/desk', 1, 'refuse', '{insult,other}', 'Non', 'fr', '2026-10-11T09:00:00Z', '2026-10-11T09:00:01Z', null);
insert into desk.bulk_item (bulk_id, place, submission_id, version, outcome, decision_id, undone) values ('00000000-0000-4000-8000-00000000000b', 1, '00000000-0000-4000-8000-000000000007', 1, 'decided', 3, null);
insert into desk.report (key_hash, submission_id, reason, remark, member_id, reported_at) values
('\x71', '00000000-0000-4000-8000-000000000006', 'unsourced', 'Sept ou six ?', 4, '2026-10-21T08:00:00Z'), ('\x72', '00000000-0000-4000-8000-000000000006', 'other', null, null, '2026-10-21T08:30:00Z');
insert into desk.merged_title (thread_id, title) values (3, 'Réunis');
insert into desk.merged_article (thread_id, id, site_id, identifier, title, url, policy, dated_at, removed, aliases) values
(3, 9, 1, '330', 'Le maire a dit', 'https://journal.example/330', 'closed', '2026-10-05T06:00:00Z', false, '{le-maire-a-dit}');
insert into desk.profile_text (submission_id, member_id, published_at, former, removed_at, removed_by, reason, remark) values
('00000000-0000-4000-8000-000000000005', 3, '2026-10-09T09:00:00Z', null, null, null, null, null);
insert into desk.note (member_id, author_id, words, written_at, struck_at) values (3, 2, 'Patience', '2026-10-12T08:00:00Z', null), (3, null, 'Ancienne note', '2026-10-10T08:00:00Z', '2026-10-13T08:00:00Z');
insert into desk.spip_message (site_id, message, submission_id) values (1, 12, '00000000-0000-4000-8000-000000000003');
insert into private.mail (id, kind, address_key, member_id, submission_id, decision_id, made_at, closed_at, sent) values
('00000000-0000-4000-8000-0000000000c1', 'alert', '\x0d', 1, null, null, '2026-10-20T08:00:00Z', null, false),
('00000000-0000-4000-8000-0000000000c2', 'decided', '\x0f', null, '00000000-0000-4000-8000-000000000007', 3, '2026-10-11T09:00:00Z', '2026-10-11T09:01:00Z', true);
insert into private.notice (member_id, kind, decision_id, submission_id, thread_id, number, noticed_at, seen_at) values
(3, 'decided', 1, '00000000-0000-4000-8000-000000000001', 1, 1, '2026-10-05T09:00:00Z', '2026-10-05T10:00:00Z'), (3, 'answered', 1, null, 1, 2, '2026-10-06T08:10:00Z', null);
insert into desk.alert (category_id, begun_at) values (1, '2026-10-21T12:00:00Z'), (0, '2026-10-21T12:00:00Z');
insert into desk.untold (decision_id, due_at) values (6, '2026-10-21T12:05:00Z');
