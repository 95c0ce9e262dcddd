import { Accounts } from '../members/accounts.js';
import { memberName } from '../members/name.js';
import { newPassword } from '../members/passwords.js';
import { Roles } from '../members/roles.js';
import type { Role } from '../visitors/visitor.js';
import type { MembersWork } from './with-members.js';

/**
 * The rules for names and passwords are those of the registration page; the page's limits and the setting that closes
 * registration do not apply.
 */
export function addMember(name: string, role: Role, password: string): MembersWork {
  const account = { name: memberName.parse(name), password: newPassword.parse(password), email: '' };
  return async (rooms, now) => {
    const made = await rooms.get(Accounts, { strict: false }).register(account, now, role);
    return [
      `${made.name} has an account now, as ${role}. Recovery codes, shown only here:`,
      ...made.codes.map((code) => `  ${code}`),
    ].join('\n');
  };
}

export function giveRole(name: string, role: Role): MembersWork {
  return async (rooms, now) => {
    const roles = rooms.get(Roles, { strict: false });
    const member = await roles.find(name);
    await roles.change(member.id, role, now);
    return `${member.name} was ${member.role} and is ${role} now.`;
  };
}

export function suspend(name: string): MembersWork {
  return async (rooms, now) => {
    const roles = rooms.get(Roles, { strict: false });
    const member = await roles.find(name);
    await roles.suspend(member.id, now);
    return `${member.name} is suspended; their sessions have ended.`;
  };
}

export function reinstate(name: string): MembersWork {
  return async (rooms, now) => {
    const roles = rooms.get(Roles, { strict: false });
    const member = await roles.find(name);
    await roles.reinstate(member.id, now);
    return `${member.name} may log in again.`;
  };
}
