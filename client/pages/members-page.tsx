import type { Slice } from '../../src/threads/visible.js';
import type { Role } from '../../src/visitors/visitor.js';
import { recordAddress } from '../parts/address.js';
import { AdministrationNav } from '../parts/administration-nav.js';
import { Leaf } from '../parts/author.js';
import { Choice } from '../parts/field.js';
import { Layout } from '../parts/layout.js';
import { Notice } from '../parts/notice.js';
import { OlderNav } from '../parts/pages-nav.js';
import type { Ui } from '../ui.js';

export interface MemberLine {
  id: number;
  name: string;
  role: Role;
  joinedOn: Date;
  suspended: boolean;
  /** Categories that a moderator is limited to; null for all. */
  moderates: number[] | null;
}

export interface MembersPageProps {
  ui: Ui;
  members: Slice<MemberLine>;
  /** The categories to which a moderator can be limited; an empty list leaves that choice out. */
  categories: { id: number; name: string }[];
  before: string | null;
  saved: boolean;
}

const ROLES: Role[] = ['member', 'moderator', 'organizer', 'administrator'];

function Line({ ui, member, categories }: { ui: Ui; member: MemberLine; categories: MembersPageProps['categories'] }) {
  const { account, roles } = ui.t;
  return (
    <li class="member">
      <p class="member-name"><Leaf ui={ui} author={member} small /> <a href={recordAddress(member)}><b>{member.name}</b></a></p>
      <p class="ui meta">
        <span>{ui.t.account.joined(ui.dates.short(member.joinedOn))}</span> {member.suspended && <b class="state refused">{account.suspended}</b>}
      </p>
      <form class="role-form" method="post" action={`/members/${member.id}/role`}>
        <Choice
          ui={ui} name="role" prefix={`m-${member.id}`} label={account.roleOf(member.name)} hidden value={member.role}
          choices={ROLES.map((role) => ({ value: role, words: roles[role] }))}
        />
        <button class="b" type="submit">{account.changeRole}<span class="vh">{account.changeRoleOf(member.name)}</span></button>
        {categories.length > 0 && member.role === 'moderator' && (
          <fieldset class="limits">
            <legend>{account.limits}</legend>
            {categories.map((category) => (
              <label class="pick"><input type="checkbox" name="categories" value={category.id} checked={member.moderates?.includes(category.id) ?? false} />{' '}{category.name}</label>
            ))}
          </fieldset>
        )}
      </form>
    </li>
  );
}

export function MembersPage({ ui, members, categories, before, saved }: MembersPageProps) {
  const { account } = ui.t;
  return (
    <Layout ui={ui} title={account.membersTitle} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title"><h1>{account.membersTitle}</h1><p class="lede">{account.membersLede}</p></div>
      {saved && <Notice words={account.saved} />}
      <ul class="members">{members.rows.map((member) => <Line ui={ui} member={member} categories={categories} />)}</ul>
      <OlderNav
        ui={ui} newest={before === null ? null : '/members'}
        older={members.next === null ? null : `/members?before=${encodeURIComponent(members.next)}`}
      />
    </Layout>
  );
}
