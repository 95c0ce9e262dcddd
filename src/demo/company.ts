import { randomBytes } from 'node:crypto';
import type { Writer } from '../database/writer.js';
import { CategoryAdministration } from '../administration/category-administration.js';
import { CAREFUL, typedOf } from '../administration/checked-category.js';
import { Invalid } from '../errors/errors.js';
import { Accounts } from '../members/accounts.js';
import { nameKey } from '../members/name-key.js';
import { Roles } from '../members/roles.js';
import { type Identity, type Role, Visitor } from '../visitors/visitor.js';
import { ADMINISTRATOR, cast, newcomers, type Player } from './cast.js';
import { categories } from './categories.js';

const DAY = 24 * 3600 * 1000;

/** The people of the demonstration as visitors; whoever is no member is a guest. */
export type Company = ReadonlyMap<string, Visitor>;

/**
 * Registers everyone, each on their own day, and makes the categories; what an interrupted start has made already is
 * left alone. Nobody ever knows these passwords: `newPasswords` gives four of them new ones.
 */
export async function gather(writer: Writer, now: Date): Promise<Company> {
  const ids = new Map<string, number>();
  const players = [...cast, ...newcomers];
  for (const player of players)
    ids.set(player.name, await enrol(writer, player, new Date(now.getTime() - player.joinedDaysAgo * DAY)));
  const company = async (): Promise<Map<string, Visitor>> =>
    new Map(
      await Promise.all(
        players.map(
          async (player) =>
            [player.name, Visitor.of(await identity(writer, ids.get(player.name) ?? 0, player), null)] as const,
        ),
      ),
    );
  await furnish(writer, (await company()).get(ADMINISTRATOR) ?? Visitor.guest(), new Date(now.getTime() - 363 * DAY));
  for (const player of players) await limit(writer, ids.get(player.name) ?? 0, player, now);
  return company();
}

/** One of them alone, as they stand now. @throws Error for somebody who is no member */
export async function memberNamed(writer: Writer, name: string): Promise<Visitor> {
  const [known] = await writer.query<{ id: number; role: Role }>('select id, role from member where name_key = $1', [
    nameKey(name),
  ]);
  if (known === undefined) throw new Error(`${name} is no member`);
  return Visitor.of(await identity(writer, known.id, { name, role: known.role }), null);
}

async function enrol(writer: Writer, { name, role }: Player, on: Date): Promise<number> {
  const [known] = await writer.query<{ id: number }>('select id from member where name_key = $1', [nameKey(name)]);
  if (known !== undefined) return known.id;
  const password = randomBytes(18).toString('base64url');
  return (await new Accounts(writer).register({ name, password, email: '' }, on, role)).id;
}

/** As an administrator does it at /categories. */
async function furnish(writer: Writer, administrator: Visitor, on: Date): Promise<void> {
  const administration = new CategoryAdministration(writer);
  for (const { slug, ...settings } of categories)
    await administration
      .create(administrator, { slug, ...typedOf({ ...CAREFUL, ...settings }) }, on)
      .catch((problem: unknown) => {
        if (!(problem instanceof Invalid && problem.fields['slug'] === 'slug-taken')) throw problem;
      });
}

async function limit(writer: Writer, id: number, { role, categories }: Player, on: Date): Promise<void> {
  if (categories === undefined) return;
  const limited = await writer.query<{ id: number }>('select id from category where slug = any($1)', [categories]);
  await new Roles(writer).change(
    id,
    role,
    on,
    limited.map((category) => category.id),
  );
}

async function identity(writer: Writer, id: number, { name, role }: Pick<Player, 'name' | 'role'>): Promise<Identity> {
  const [account] = await writer.query<{ acceptedCount: number; categories: number[] | null }>(
    `select accepted_count as "acceptedCount",
       (select array_agg(category_id) from desk.moderator_category where member_id = $1) as categories
     from private.account where member_id = $1`,
    [id],
  );
  const moderates = role === 'moderator' ? (account?.categories ?? null) : role === 'administrator' ? null : [];
  return { id, name, role, language: null, acceptedCount: account?.acceptedCount ?? 0, moderates };
}
