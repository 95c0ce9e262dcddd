import { escapeLiteral } from 'pg';
import { ACTS } from '../src/administration/category-settings.js';
import { INVITED_ROLES } from '../src/administration/invited-role.js';
import { HOWS } from '../src/cases/step-facts.js';
import { STEP_KINDS } from '../src/deadlines/step-kind.js';
import { AUTHORITIES, CASE_STATUSES } from '../src/cases/case-facts.js';
import { PRECISIONS } from '../src/cases/point.js';
import { BINDS, COUNTINGS } from '../src/deadlines/rule.js';
import { FILE_KINDS, NATURES, ORIGINS } from '../src/documents/visible-document.js';
import { BULK_STATES } from '../src/desk/bulk/bulk.js';
import { VERDICTS } from '../src/desk/decisions/verdicts.js';
import { MAIL_KINDS, MEMBER_MAILS } from '../src/notices/keys.js';
import { DECISIONS } from '../src/publishing/decision.js';
import { WORD_LISTS } from '../src/screening/phase.js';
import { HANDS } from '../src/publishing/published.js';
import { REGISTRATION_STATES } from '../src/registrations/registration-states.js';
import { TELLING_WAYS } from '../src/registrations/telling/known.js';
import { WORKSHOP_ACTS } from '../src/publishing/workshops/workshop-act.js';
import { ADMISSIONS, COUNTS, DATE_STATES, PRICES, REASONS, REVEALS } from '../src/workshops/workshop-facts.js';
import { REMINDS } from '../src/workshops/registering.js';
import { KINDS } from '../src/submissions/kind.js';
import { STATUSES } from '../src/submissions/followed.js';
import { ARTICLE_POLICIES, AUDIENCES, AUTHOR_ROLES, GONE, THREAD_KINDS, THREADINGS } from '../src/threads/visible.js';
import { ATTACHERS, EDITS, HOLDS, OPENS, ORGANIZERS } from '../src/categories/policy-words.js';
import { EXACTNESSES } from '../src/towns/town-file.js';
import { DELAYS_OF } from '../src/transparency/statistics/public-month.js';
import { FILE_STATES } from '../src/uploads/file-state.js';
import { LANGUAGES, ROLES } from '../src/visitors/visitor.js';
import { kindChecks } from './kind-checks.js';

/**
 * Columns that take words of a list. Each list is written once, in the folder that owns it, and the check is made from
 * it.
 */
export const LISTS = {
  'site.language': LANGUAGES,
  'category.audience': AUDIENCES,
  'category.hold': HOLDS,
  'category.edits': EDITS,
  'category.organizers': ORGANIZERS,
  'member.role': ROLES,
  'category.opens': OPENS,
  'category.takes': THREAD_KINDS,
  'category.documents': ATTACHERS,
  'document.kind': FILE_KINDS,
  'document.origin': ORIGINS,
  'document.nature': NATURES,
  'desk.file.kind': FILE_KINDS,
  'desk.file.state': FILE_STATES,
  'thread.kind': THREAD_KINDS,
  'workshop.reveal': REVEALS,
  'workshop.price': PRICES,
  'workshop.count': COUNTS,
  'workshop.admission': ADMISSIONS,
  'workshop_date.state': DATE_STATES,
  'workshop_date.reason': REASONS,
  'private.workshop_act.act': WORKSHOP_ACTS,
  'desk.kept_date.state': DATE_STATES,
  'local_case.precision': PRECISIONS,
  'local_case.authority': AUTHORITIES,
  'local_case.status': CASE_STATUSES,
  'private.registration.state': REGISTRATION_STATES,
  'private.registration.remind': REMINDS,
  'private.registration.language': LANGUAGES,
  'private.registration_telling.channel': TELLING_WAYS,
  'private.case_reminder.language': LANGUAGES,
  'case_step.kind': STEP_KINDS,
  'case_step.how': HOWS,
  'case_step.status': CASE_STATUSES,
  'post.author_role': AUTHOR_ROLES,
  'post.gone': GONE,
  'host_site.threading': THREADINGS,
  'article.policy': ARTICLE_POLICIES,
  'moderated_month.delays_of': DELAYS_OF,
  'town.exactness': EXACTNESSES,
  'deadline_rule.binds': BINDS,
  'deadline_rule.counting': COUNTINGS,
  'private.account.language': LANGUAGES,
  'private.account.mails': MEMBER_MAILS,
  'private.invitation.role': INVITED_ROLES,
  'private.mail.kind': MAIL_KINDS,
  'desk.submission.kind': KINDS,
  'desk.submission.status': STATUSES,
  'desk.submission.author_role': AUTHOR_ROLES,
  'desk.submission_version.written_by': HANDS,
  'desk.revision.replaced_by': HANDS,
  'desk.decision.decision': DECISIONS,
  'desk.administration.act': ACTS,
  'desk.blocked_word.list': WORD_LISTS,
  'desk.bulk.state': BULK_STATES,
  'desk.bulk.decision': VERDICTS,
} as const;

export type ListedColumn = keyof typeof LISTS;

/** Columns that take several words of their list. */
const ARRAYS: ReadonlySet<ListedColumn> = new Set([
  'private.account.mails',
  'category.takes',
  'private.registration.remind',
]);

/** @returns the condition for the check of a column, in the migration that makes its table */
export function listed(column: ListedColumn): string {
  const [name, words] = [column.split('.').at(-1), LISTS[column]];
  if (ARRAYS.has(column)) return `${name} <@ '{${words.join(',')}}'::text[]`;
  return `${name} in (${words.map(escapeLiteral).join(', ')})`;
}

/**
 * The one line of a migration that follows a list which has grown: a kind, a decision, a state. The checks for the
 * rows of each kind are made again with the list of kinds.
 */
export async function allow(runner: { query(sql: string): Promise<unknown> }, column: ListedColumn): Promise<void> {
  const [name = '', table = ''] = column.split('.').toReversed();
  const checks = {
    [`${table}_${name}_check`]: listed(column),
    ...(column === 'desk.submission.kind' ? kindChecks() : {}),
  };
  const changes = Object.entries(checks).map(
    ([check, condition]) => `drop constraint ${check}, add constraint ${check} check (${condition})`,
  );
  await runner.query(`alter table ${column.slice(0, -name.length - 1)} ${changes.join(', ')}`);
}
