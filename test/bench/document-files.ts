import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type pg from 'pg';
import type { Config } from '../../src/config/config.js';
import { Store } from '../../src/uploads/store.js';

export const LARGE = 25 * 1024 * 1024;

/** Puts so many bytes where those of a document lie. Answers where. */
export async function keepLarge(owner: pg.Client, config: Config, id: string, bytes = LARGE): Promise<string> {
  await owner.query('update desk.file set size = $2, stored = $2 where id = $1', [id, bytes]);
  await owner.query('update document set size = $2 where id = $1', [id, bytes]);
  return kept(config, id, bytes);
}

/** A clean file that stands in no published post, with its bytes: nobody may learn that it is there. */
export async function putWaiting(owner: pg.Client, config: Config, token: string): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into desk.file (id, token_hash, state, kind, extension, size, stored, pages, drawn, hash, sent_at)
     values ($1, convert_to($2, 'UTF8'), 'clean', 'pdf', 'pdf', 1000, 1000, 1, 1, convert_to($2, 'UTF8'), now())`,
    [id, token],
  );
  kept(config, id, 1_000);
  return id;
}

function kept(config: Config, id: string, bytes: number): string {
  const path = Store.of(config).kept(id);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, randomBytes(bytes));
  return path;
}
