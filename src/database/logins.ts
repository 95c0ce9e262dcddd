import { randomBytes } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Config } from '../config/config.js';
import { type Connection, connectionOf } from './connection.js';

export interface LoginConnections {
  reader: Connection;
  writer: Connection;
  /** A sentence for the administrator when the forum runs without the protection of two separate logins. */
  warning: string | null;
}

/** PostgreSQL's code for a login that may not create other logins. */
const FORBIDDEN = '42501';
/** PostgreSQL cuts names after 63 bytes, and both names would then be the same. */
const LONGEST_NAME = 63 - '_reader'.length;

/**
 * The connections of the two logins, made by the owner where they do not exist. Their passwords are kept in a table
 * that only the owner may read, and not in a folder: two processes on two machines have to agree on them.
 */
export async function logins(owner: QueryRunner, own: Connection, config: Config): Promise<LoginConnections> {
  const given = (address: string | null): Connection | null => (address === null ? null : connectionOf(address));
  const [reader, writer] = [given(config.databaseReaderUrl), given(config.databaseWriterUrl)];
  if (reader && writer) return { reader, writer, warning: null };
  if (Buffer.byteLength(own.database) > LONGEST_NAME)
    throw new Error(`The name of the database is longer than ${LONGEST_NAME} bytes.`);
  const keepsPassword = config.databaseUrl !== null;
  try {
    return {
      reader: reader ?? (await login(owner, own, 'reader', keepsPassword)),
      writer: writer ?? (await login(owner, own, 'writer', keepsPassword)),
      warning: null,
    };
  } catch (error) {
    if ((error as { code?: string }).code !== FORBIDDEN) throw error;
    const lost = reader
      ? ''
      : ' The database can then not refuse a page that reads what waits: give DATABASE_READER_URL a login of its own.';
    const warning =
      `"${own.user}" may not make logins on this PostgreSQL, so the forum writes as ` +
      `"${own.user}", who owns the tables.${lost}`;
    return { reader: reader ?? own, writer: writer ?? own, warning };
  }
}

async function login(
  owner: QueryRunner,
  own: Connection,
  does: 'reader' | 'writer',
  keepsPassword: boolean,
): Promise<Connection> {
  const user = `${own.database}_${does}`;
  const known = (await owner.query('select 1 from pg_roles where rolname = $1', [user])) as unknown[];
  if (known.length === 0) await owner.query(`create role ${escapeIdentifier(user)} login`);
  if (does === 'reader')
    await owner.query(`alter role ${escapeIdentifier(user)} set default_transaction_read_only =
    on`);
  const password = keepsPassword ? { password: await passwordOf(owner, user) } : {};
  return { ...own, user, ...password };
}

async function passwordOf(owner: QueryRunner, user: string): Promise<string> {
  await owner.query('create schema if not exists owner_only');
  await owner.query('create table if not exists owner_only.login (name text primary key, password text not null)');
  const [kept] = (await owner.query('select password from owner_only.login where name = $1', [user])) as {
    password: string;
  }[];
  if (kept) return kept.password;
  const password = randomBytes(24).toString('base64url');
  await owner.query(`alter role ${escapeIdentifier(user)} password ${escapeLiteral(password)}`);
  await owner.query('insert into owner_only.login values ($1, $2)', [user, password]);
  return password;
}
