import type { AuthorRole } from '../../src/threads/visible.js';
import { isolated } from './isolated.js';
import type { Ui } from './ui.js';
import { userAddress } from './address.js';

export interface Author {
  name: string;
  role: AuthorRole;
}

/** As it stands in a line of ours. */
export function nameOf(ui: Ui, author: { name: string }): string {
  return author.name === '' ? ui.t.anonymous : isolated(author.name);
}

function isTeam(role: AuthorRole): boolean {
  return role === 'moderator' || role === 'administrator' || role === 'organizer';
}

/** The leaf that marks an author: filled for a member, outlined for a guest, violet for the team. */
export function Leaf({
  ui,
  author,
  small,
  state,
}: {
  ui: Ui;
  author: Author;
  small?: boolean;
  state?: 'fallen' | 'waits';
}) {
  const shape = state ?? (isTeam(author.role) ? 'team' : author.role === 'guest' ? 'guest' : '');
  const first = Array.from(author.name === '' ? ui.t.anonymous : author.name)[0]?.toUpperCase() ?? '';
  return (
    <span class={`leaf ${shape} ${small === true ? 's' : ''}`.trim()} aria-hidden="true">
      {small === true || state === 'fallen' ? '' : first}
    </span>
  );
}

/** The name, linked to the public page when it is an account's. */
export function AuthorName({ ui, author }: { ui: Ui; author: Author }) {
  const name = nameOf(ui, author);
  return author.role === 'guest' ? <>{name}</> : <a href={userAddress(author)}>{name}</a>;
}

/** The role in italics; nothing for a member without a special role. */
export function RoleName({ ui, role }: { ui: Ui; role: AuthorRole }) {
  if (role === 'member') return null;
  return <span class={isTeam(role) ? 'role team' : 'role'}>{ui.t.roles[role]}</span>;
}
