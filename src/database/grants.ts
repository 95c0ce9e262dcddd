import { escapeIdentifier } from 'pg';
import type { QueryRunner } from 'typeorm';
import { JOB_RIGHTS, letWork } from './job-tables.js';

/** The two logins' names; both are the owner's where a host forbids making logins. */
export interface Logins {
  reader: string;
  writer: string;
}

/**
 * What each login may do, given anew at each start and not by a migration: an administrator may give the forum other
 * logins later, and they need all of it then. test/rules/grants.json is the list that a test compares with this.
 */
const READER = [
  'grant select on site, category, member, thread, post, post_moved, revision, reason, moderated_day, profile to',
  'grant select on host_site, article, article_alias to',
  'grant select on moderated_month, moderated_figure to',
  'grant select on searched, indexed_elsewhere, lexicon to',
  'grant select on thread_call, proposal, thread_town, thread_during to',
  'grant select on post_tag, post_reference, post_mention to',
  `grant execute on function search_fold, search_words, search_forms, search_plain, search_facts,
    search_newest, search_reach, search_lately, search_indexed, search_indexes, search_standing,
    library_indexed to`,
  'grant select on department, town, former_town to',
  'grant select on deadline_rule, holiday, paper_letter to',
  'grant select on document, document_page to',
  'grant select on theme, workshop, workshop_date, workshop_part, workshop_candidate, part_seats, ' +
    'local_case, case_step to',
  'grant select on workshop_report to',
];

const WRITER = [
  ...READER,
  'grant usage on schema desk, private to',
  'grant insert, update on category, member, thread, post to',
  'grant update on site to',
  'grant insert, update on reason to',
  'grant insert, update on deadline_rule to',
  'grant update on paper_letter to',
  'grant insert, delete on holiday to',
  'grant insert on moderated_day, moderated_month, moderated_figure to',
  'grant select, update on desk.counted_until, desk.counted_month to',
  `grant select, insert, update, delete on private.account, private.recovery_code, private.session,
    private.read_mark, private.setup_link to`,
  'grant select, insert on private.installation to',
  'grant select, update on desk.counter to',
  'grant select, insert, delete on desk.moderator_category, desk.removed_post to',
  'grant select, insert, update on desk.submission to',
  'grant select, insert, delete on desk.submission_version to',
  'grant select, insert, delete on desk.revision to',
  'grant select, insert on desk.decision, desk.administration to',
  'grant select, insert, delete on desk.agreement, desk.blocked_word to',
  'grant insert, delete on revision to',
  'grant select, insert, update, delete on desk.claim to',
  'grant select, insert, update on desk.presence to',
  'grant select, insert, update, delete on desk.bulk, desk.bulk_item to',
  'grant select, insert, update, delete on desk.report to',
  'grant insert, update, delete on post_moved to',
  'grant select, insert, delete on desk.merged_title, desk.merged_article to',
  'grant insert, update, delete on profile, workshop, workshop_date, workshop_part, local_case, case_step to',
  'grant insert, update, delete on workshop_candidate, workshop_report to',
  'grant select, insert, update, delete on private.availability to',
  'grant insert, update on theme to',
  'grant select, insert, update, delete on private.workshop_secret to',
  'grant select, insert, update, delete on private.workshop_host to',
  'grant select, insert on private.workshop_act to',
  'grant insert, update, delete on part_seats to',
  'grant select, insert, update, delete on private.registration, private.registration_telling to',
  'grant select, insert, update, delete on private.workshop_alone, private.workshop_words to',
  'grant select, insert, update, delete on private.case_reminder to',
  'grant select, insert, update on private.date_tally to',
  'grant execute on function private.settle_seats, private.taken_seats, private.hold_date to',
  'grant select, insert, delete on desk.kept_date to',
  'grant insert on thread_during to',
  'grant insert, delete on thread_call, proposal, thread_town to',
  'grant select, insert on desk.kept_call to',
  'grant select, insert, update on desk.kept_town to',
  'grant select, insert, update, delete on desk.kept_step, desk.merged_case to',
  'grant select, insert, update, delete on desk.profile_text to',
  'grant select, insert, update on desk.note to',
  'grant update on desk.revision, desk.removed_post to',
  'grant insert, update on host_site, article to',
  'grant delete on article to',
  'grant insert, delete on article_alias to',
  'grant select, insert, update, delete on private.host_site_key to',
  `grant select, insert, update, delete on private.confirmation, private.mail, private.notice, private.desk_feed,
    private.calendar_address to`,
  'grant select, insert, delete on private.invitation to',
  'grant select, insert, delete on private.mail_refusal, desk.alert to',
  'grant select, insert, update, delete on desk.untold to',
  'grant select, insert on desk.spip_message to',
  'grant insert, update, delete on searched, indexed_elsewhere to',
  'grant insert, delete on post_tag, post_reference, post_mention to',
  'grant execute on function search_again, search_vector, address_text, desk.name_places to',
  'grant insert, delete on lexicon to',
  'grant select, insert, update on desk.walk to',
  'grant update on revision, desk.submission_version to',
  'grant select, insert, update, delete on desk.file, desk.file_page, desk.document, desk.post_documents to',
  'grant insert, delete on document, document_page to',
  'grant update (indexed_for) on document, document_page to',
  'grant execute on function desk.show_documents to',
  ...JOB_RIGHTS,
];

/**
 * As the owner, after the migrations. All at once and in one transaction: one by one, each of them waits for the disk,
 * and the start waits for all.
 */
export async function grant(owner: QueryRunner, { reader, writer }: Logins): Promise<void> {
  const [{ name, me }] = (await owner.query('select current_database() as name, current_user as me')) as [
    { name: string; me: string },
  ];
  const database = escapeIdentifier(name);
  const given = (
    [
      [reader, READER],
      [writer, WRITER],
    ] as const
  )
    .filter(([login]) => login !== me)
    .flatMap(([login, rights]) => {
      const to = escapeIdentifier(login);
      return [`grant connect on database ${database} to`, 'grant usage on schema public to', ...rights].map(
        (right) => `${right} ${to}`,
      );
    });
  await owner.startTransaction();
  await owner.query(
    [
      `revoke temporary on database ${database} from public`,
      `revoke execute on all functions in schema desk, private
      from public`,
      ...given,
    ].join(';\n'),
  );
  await letWork(owner, writer);
  await owner.commitTransaction();
}
