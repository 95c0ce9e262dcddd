import type { NamedFile } from '../../documents/visible-document.js';
import type { Queries } from '../../database/transaction.js';
import { tokenHash } from '../../uploads/token-hash.js';
import { type Upload, UPLOAD_COLUMNS } from '../../uploads/uploads.js';
import type { SaidDocument } from './said-document.js';
import type { TypedDocument } from './typed-document.js';

/** A file of a form with what is typed about it; `file` is null for one that is not there any more. */
export interface HeldFile extends TypedDocument {
  file: Upload | null;
  /** At the desk: published documents that came with the very same bytes. */
  alreadyThere?: (NamedFile & { id: string })[];
}

/**
 * The files that a form names: uploads by their tokens, and of the text that is changed those that stand in it, by
 * their ids.
 */
export async function heldFiles(
  tx: Queries,
  typed: readonly TypedDocument[],
  standing: readonly Pick<SaidDocument, 'id'>[] = [],
): Promise<HeldFile[]> {
  if (typed.length === 0) return [];
  const tokens = typed.map(({ upload }) => upload);
  const rows = await tx.query<Upload & { token: string }>(
    `select ${UPLOAD_COLUMNS}, coalesce(t.token, '') as token from desk.file f
     left join unnest($1::text[], $2::bytea[]) t (token, hash) on t.hash = f.token_hash
     where t.token is not null or f.id = any($3::uuid[])`,
    [tokens, tokens.map(tokenHash), standing.map(({ id }) => id).filter((id) => tokens.includes(id))],
  );
  return typed.map((each) => ({
    ...each,
    file: rows.find(({ id, token }) => id === each.upload || token === each.upload) ?? null,
  }));
}

/** As its form has it. */
export function typedDocument({ id, title, text, origin, from, nature, dated }: SaidDocument): TypedDocument {
  return { upload: id, title, text, origin, from, nature, dated: dated ?? '' };
}
