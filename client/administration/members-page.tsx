import type { Slice } from '../../src/threads/visible.js';
import type { Role } from '../../src/visitors/visitor.js';
import { recordAddress } from '../kit/address.js';
import { AdministrationNav } from './administration-nav.js';
import { CategoryLimits, type LimitingCategory } from './category-limits.js';
import { Leaf } from '../kit/author.js';
import { Choice, Field } from '../kit/field.js';
import { Layout } from '../kit/layout.js';
import { type MemberFilter, membersAddress } from './members-address.js';
import { Notice } from '../kit/notice.js';
import { OlderNav } from '../kit/pages-nav.js';
import type { Ui } from '../kit/ui.js';

export interface MemberLine {
  id: number;
  name: string;
  role: Role;
  joinedOn: Date;
  /** The last day on which they were seen in a session that still stands; null without any. */
  seenOn: Date | null;
  suspended: boolean;
  /** Categories that a moderator is limited to; null for all. */
  moderates: number[] | null;
}

export interface MembersPageProps {
  ui: Ui;
  members: Slice<MemberLine>;
  /** The categories to which a moderator can be limited; an empty list leaves that choice out. */
  categories: readonly LimitingCategory[];
  filter: MemberFilter;
  /** The member whom the page follows; null at the beginning. */
  before: number | null;
  saved: boolean;
}

const ROLES: Role[] = ['member', 'moderator', 'organizer', 'administrator'];

interface LineProps extends Pick<MembersPageProps, 'ui' | 'categories'> {
  member: MemberLine;
  /** The list as it is shown. */
  back: string;
}

function Line({ ui, member, categories, back }: LineProps) {
  const { account, roles } = ui.t;
  const limits = categories.filter(({ id }) => member.moderates?.includes(id) ?? false).map(({ name }) => name);
  return (
    <li class="member">
      <p class="member-name">
        <Leaf ui={ui} author={member} small />{' '}
        <a href={recordAddress(member)}>
          <b>{member.name}</b>
        </a>
      </p>
      <p class="ui meta">
        {member.role !== 'member' && (
          <>
            <b>{roles[member.role]}</b> {limits.length > 0 && <span>{limits.join(', ')}</span>}{' '}
          </>
        )}
        <span>{account.joined(ui.dates.short(member.joinedOn))}</span>{' '}
        {member.seenOn !== null && <span>{account.seen(ui.dates.short(member.seenOn))}</span>}{' '}
        {member.suspended && <b class="state refused">{account.suspended}</b>}
      </p>
      <details class="role-change">
        <summary class="q">
          {account.changeRole}
          <span class="vh">{account.changeRoleOf(member.name)}</span>
        </summary>
        <form class="role-form" method="post" action={`/members/${member.id}/role`}>
          <input type="hidden" name="back" value={back} />
          <Choice
            ui={ui}
            name="role"
            prefix={`m-${member.id}`}
            label={account.roleOf(member.name)}
            hidden
            value={member.role}
            choices={ROLES.map((role) => ({ value: role, words: roles[role] }))}
          />
          <CategoryLimits ui={ui} categories={categories} chosen={member.moderates ?? []} />
          <p class="acts">
            <button class="b do" type="submit">
              {account.save}
              <span class="vh">{account.changeRoleOf(member.name)}</span>
            </button>
          </p>
        </form>
      </details>
    </li>
  );
}

/** Part of a name, a role, an order. */
function Search({ ui, filter: { q, role, sort } }: Pick<MembersPageProps, 'ui' | 'filter'>) {
  const { account, roles } = ui.t;
  const orders = [
    { value: 'name', words: account.byName },
    { value: 'seen', words: account.bySeen },
  ];
  const all = [{ value: '', words: account.allRoles }, ...ROLES.map((each) => ({ value: each, words: roles[each] }))];
  return (
    <form class="people-search" method="get" action="/members" role="search">
      <Field ui={ui} name="q" label={account.searchName} value={q} />
      <Choice ui={ui} name="role" label={account.role} value={role ?? ''} choices={all} />
      <Choice ui={ui} name="sort" label={account.order} value={sort} choices={orders} />
      <button class="b" type="submit">
        {account.searchSend}
      </button>
    </form>
  );
}

export function MembersPage({ ui, members, categories, filter, before, saved }: MembersPageProps) {
  const { account } = ui.t;
  const { next } = members;
  return (
    <Layout ui={ui} title={account.membersTitle} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{account.membersTitle}</h1>
        <p class="lede">{account.membersLede}</p>
      </div>
      {saved && <Notice words={account.saved} />}
      <Search ui={ui} filter={filter} />
      {members.rows.length === 0 && <p class="hint">{account.nobody}</p>}
      <ul class="members">
        {members.rows.map((member) => (
          <Line ui={ui} member={member} categories={categories} back={membersAddress(filter, before)} />
        ))}
      </ul>
      <OlderNav
        ui={ui}
        words={{ older: account.moreMembers, newest: account.firstMembers }}
        newest={before === null ? null : membersAddress(filter, null)}
        older={next === null ? null : membersAddress(filter, next)}
      />
    </Layout>
  );
}
