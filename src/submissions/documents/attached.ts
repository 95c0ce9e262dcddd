import type { Queries, Transaction } from '../../database/transaction.js';
import { isDay } from '../../clock/day.js';
import { NATURES, ORIGINS } from '../../documents/visible-document.js';
import { Conflict, Invalid } from '../../errors/errors.js';
import type { FileState } from '../../uploads/file-state.js';
import { tokenHash } from '../../uploads/token-hash.js';
import { cleanLine, cleanText, letters } from '../clean.js';
import type { SaidDocument } from './said-document.js';
import type { TypedDocument } from './typed-document.js';

export const MOST_DOCUMENTS = 10;
/** Bytes of the files of one submission, as they are kept. */
export const MOST_BYTES = 60 * 1024 * 1024;
const SIZES = { title: 140, text: 500, from: 140 } as const;

/** Files that go with a text, found by what the form said of them. */
export interface Attached {
  said: SaidDocument[];
  /** Those that come with it, by their ids. */
  fresh: string[];
  /** How many are not checked yet. */
  unchecked: number;
  /** What makes the same sending the same: the bytes that came and what was said of them. */
  content: unknown[];
}

export const NO_DOCUMENTS: Attached = { said: [], fresh: [], unchecked: 0, content: [] };

interface Row {
  id: string;
  state: FileState;
  size: number;
  token: string;
  sent: string | null;
}

/**
 * Reads what a form says of its files. `standing` are those of the text that is changed, which are named by their ids.
 * @throws Invalid with a code for each wrong field, `uploadTitle.0` for the first file.
 */
export async function attached(
  tx: Queries,
  typed: readonly TypedDocument[],
  standing: readonly SaidDocument[],
): Promise<Attached> {
  if (typed.length === 0) return NO_DOCUMENTS;
  const wrong: Record<string, string> = {};
  if (typed.length > MOST_DOCUMENTS) wrong['file'] = 'files-many';
  const rows = await rowsOf(tx, typed, standing);
  const found = typed.map(({ upload }) => rows.find(({ id, token }) => id === upload || token === upload) ?? null);
  found.forEach((row, at) => {
    if (row === null || row.state === 'arriving') wrong[`upload.${at}`] = 'upload-gone';
    else if (found.indexOf(row) !== at) wrong[`upload.${at}`] = 'sent-twice';
    else if (row.state === 'refused') wrong[`upload.${at}`] = 'file-broken';
  });
  const said = typed.map((each, at) => checkedDocument(each, at, found[at]?.id ?? '', wrong));
  if (rows.reduce((bytes, { size }) => bytes + size, 0) > MOST_BYTES) wrong['file'] ??= 'files-large';
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  const stands = new Set(standing.map(({ id }) => id));
  return {
    said,
    fresh: said.map(({ id }) => id).filter((id) => !stands.has(id)),
    unchecked: found.filter((row) => row?.state === 'unchecked').length,
    content: said.map(({ id, ...words }, at) => [stands.has(id) ? id : found[at]?.sent, words]),
  };
}

/** The files of a submission that has just been stored. @throws Conflict when one belongs to something already. */
export async function attach(tx: Transaction, submission: string, fresh: readonly string[]): Promise<void> {
  if (fresh.length === 0) return;
  const rows = await tx.query(
    `insert into desk.document (id, submission_id) select unnest($2::uuid[]), $1 on conflict do nothing returning id`,
    [submission, fresh],
  );
  if (rows.length < fresh.length) throw new Conflict('upload-attached');
}

/** Whether both name the same files in the same order and say the same of them. */
export function sameDocuments(one: readonly SaidDocument[], other: readonly SaidDocument[]): boolean {
  const plain = (list: readonly SaidDocument[]): string =>
    JSON.stringify(
      list.map(({ id, title, text, origin, from, nature, dated }) => [id, title, text, origin, from, nature, dated]),
    );
  return plain(one) === plain(other);
}

async function rowsOf(
  tx: Queries,
  typed: readonly TypedDocument[],
  standing: readonly SaidDocument[],
): Promise<Row[]> {
  const tokens = typed.map(({ upload }) => upload);
  const stands = standing.map(({ id }) => id).filter((id) => tokens.includes(id));
  return tx.query<Row>(
    `select f.id, f.state, f.size, coalesce(t.token, '') as token, encode(f.sent_hash, 'hex') as sent
     from desk.file f left join unnest($1::text[], $2::bytea[]) t (token, hash) on t.hash = f.token_hash
     where t.token is not null or f.id = any($3::uuid[])`,
    [tokens, tokens.map(tokenHash), stands],
  );
}

/** Notes what is wrong with it in `wrong`, `uploadTitle.0` for the title of the first. */
export function checkedDocument(
  typed: Omit<TypedDocument, 'upload'>,
  at: number,
  id: string,
  wrong: Record<string, string>,
): SaidDocument {
  const title = cleanLine(typed.title);
  const text = cleanText(typed.text);
  const from = cleanLine(typed.from);
  if (letters(title) > SIZES.title) wrong[`uploadTitle.${at}`] = 'document-title-long';
  if (letters(text) > SIZES.text) wrong[`uploadText.${at}`] = 'document-text-long';
  if (letters(from) > SIZES.from) wrong[`uploadFrom.${at}`] = 'document-title-long';
  const origin = typed.origin === '' ? 'other' : ORIGINS.find((each) => each === typed.origin);
  const nature = typed.nature === '' ? 'other' : NATURES.find((each) => each === typed.nature);
  if (origin === undefined) wrong[`uploadOrigin.${at}`] = 'wrong-value';
  if (nature === undefined) wrong[`uploadNature.${at}`] = 'wrong-value';
  const dated = typed.dated.trim();
  if (dated !== '' && !isDay(dated)) wrong[`uploadDated.${at}`] = 'day-wrong';
  return {
    id,
    title,
    text,
    origin: origin ?? 'other',
    from,
    nature: nature ?? 'other',
    dated: dated === '' ? null : dated,
  };
}
