import { createHash, randomUUID } from 'node:crypto';
import { tokenHash } from '../../src/uploads/token-hash.js';
import type { World } from '../world.js';

/** A file as its cleaning leaves it, without the process that cleans; `bytes` names what came. */
export async function cleanFile(
  world: World,
  pages: readonly string[],
  { kind = 'pdf', bytes = randomUUID() }: { kind?: string; bytes?: string } = {},
): Promise<{ id: string; upload: string }> {
  const id = randomUUID();
  const upload = createHash('sha256').update(id).digest('base64url').slice(0, 32);
  const sent = createHash('sha256').update(bytes).digest();
  await world.db.owner.query(
    `insert into desk.file (id, token_hash, state, kind, extension, size, pages, drawn, sent_hash, hash, sent_at)
     values ($1, $2, 'clean', $3, $3, 1000, $4, 0, $5, $5, $6)`,
    [id, tokenHash(upload), kind, pages.length, sent, world.clock.now()],
  );
  for (const [at, words] of pages.entries())
    await world.db.owner.query(
      `insert into desk.file_page (file_id, page, words, search) values ($1, $2, $3, public.search_vector('fr', $3))`,
      [id, at + 1, words],
    );
  return { id, upload };
}
