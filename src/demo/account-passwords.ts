import { randomInt } from 'node:crypto';
import type { Writer } from '../database/writer.js';
import { hashPassword } from '../members/passwords.js';
import type { Role } from '../visitors/visitor.js';
import { ACCOUNTS, playersByName } from './cast.js';
import type { FollowPage } from './follow-pages.js';

export interface OpenAccount {
  name: string;
  role: Role;
  password: string;
}

/** Without letters and digits that are taken for each other when they are copied by eye. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Gives the four accounts passwords that are good until the next start. */
export async function newPasswords(writer: Writer): Promise<OpenAccount[]> {
  const accounts = ACCOUNTS.map((name) => ({
    name,
    role: playersByName.get(name)?.role ?? 'member',
    password: password(),
  }));
  await Promise.all(
    accounts.map(async ({ name, password }) =>
      writer.query(
        'update private.account a set password_hash = $2 from member m where m.id = a.member_id and m.name = $1',
        [name, await hashPassword(password)],
      ),
    ),
  );
  return accounts;
}

function password(): string {
  const part = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return [part(), part(), part()].join('-');
}

const RULE = '-'.repeat(51);

/** What is printed at each start. */
export function accountTable(accounts: OpenAccount[], pages: FollowPage[], address: string): string {
  const rows = accounts.map(({ role, name, password }) => [role, name, password] as const);
  const lines = [['role', 'name', 'password'] as const, ...rows].map((row) =>
    row.map((cell, place) => cell.padEnd([15, 20, 16][place] ?? 0)).join(''),
  );
  const followed = pages.map(({ what, name, path }) => `${what.padEnd(19)}${name.padEnd(23)}${address}${path}`);
  return [
    '',
    `The demonstration is at ${address}`,
    RULE,
    lines[0],
    RULE,
    ...lines.slice(1),
    RULE,
    'These passwords are good until the next start.',
    '',
    'What guests see of their own messages:',
    ...followed,
    '',
  ].join('\n');
}
