import { randomBytes } from 'node:crypto';
import type { Writer } from '../database/writer.js';
import { Accounts } from '../members/accounts.js';
import { nameKey } from '../members/name-key.js';
import { Roles } from '../members/roles.js';
import { type Identity, type Role, Visitor } from '../visitors/visitor.js';
import { cast, type Player } from './cast.js';
import { rooms } from './rooms.js';

const DAY = 24 * 3600 * 1000;

/** The people of the demonstration as visitors; whoever is no member is a guest. */
export type Company = ReadonlyMap<string, Visitor>;

/** Makes the categories; those that an interrupted start has made already are left alone. */
export async function furnish(writer: Writer): Promise<void> {
  for (const [position, room] of rooms.entries())
    await writer.query(
      `insert into category (slug, name, description, audience, guests_write, hold, position) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (slug) do nothing`,
      [room.slug, room.name, room.description, room.audience, room.guestsWrite, room.hold, position],
    );
}

/** Registers everyone, each on their own day. Nobody ever knows these passwords: `newPasswords` gives four of them new ones. */
export async function gather(writer: Writer, now: Date): Promise<Company> {
  const company = new Map<string, Visitor>();
  for (const player of cast) {
    const [known] = await writer.query<{ id: number }>('select id from member where name_key = $1', [nameKey(player.name)]);
    const id = known?.id ?? (await enrol(writer, player, new Date(now.getTime() - player.joinedDaysAgo * DAY)));
    company.set(player.name, Visitor.of(await identity(writer, id, player), null));
  }
  return company;
}

async function enrol(writer: Writer, { name, role, categories }: Player, on: Date): Promise<number> {
  const password = randomBytes(18).toString('base64url');
  const { id } = await new Accounts(writer).register({ name, password, email: '' }, on, role);
  if (categories !== undefined) {
    const limited = await writer.query<{ id: number }>('select id from category where slug = any($1)', [categories]);
    await new Roles(writer).change(id, role, limited.map((category) => category.id));
  }
  return id;
}

async function identity(writer: Writer, id: number, { name, role }: { name: string; role: Role }): Promise<Identity> {
  const [account] = await writer.query<{ acceptedCount: number; categories: number[] | null }>(
    `select accepted_count as "acceptedCount",
       (select array_agg(category_id) from desk.moderator_category where member_id = $1) as categories
     from private.account where member_id = $1`,
    [id],
  );
  const moderates = role === 'moderator' ? (account?.categories ?? null) : role === 'administrator' ? null : [];
  return { id, name, role, language: null, acceptedCount: account?.acceptedCount ?? 0, moderates };
}
