import { ZodError } from 'zod';
import { WrongSettings } from '../config/read-config.js';
import { UnfinishedTables } from '../database/carry-over.js';
import { NoForum } from '../database/embedded-database.js';
import { UnfitServer } from '../database/preflight.js';
import { Invalid, NotFound, Problem } from '../errors/errors.js';
import { NoDump } from '../import/dump/dump-row.js';
import { CutDump } from '../import/dump/sql-tokens.js';
import { FilledFolder } from './files.js';

const WORDS: Record<string, string> = {
  'name-length': 'A name has 2 to 40 characters.',
  'name-letters': 'A name is letters and digits of one alphabet, with single spaces, points or hyphens between them.',
  'name-reserved': 'This name is kept for the forum itself.',
  'name-taken': 'Somebody has this name, or one that reads like it.',
  'password-short': 'A password has at least 10 characters.',
  'password-long': 'A password has at most 200 characters.',
  'password-common': 'This password is too easy to guess.',
  'last-administrator': 'This is the last administrator: make another one first.',
};

/** Their messages are sentences for the administrator already. */
const TOLD = [WrongSettings, UnfitServer, UnfinishedTables, NoForum, NoDump, CutDump, FilledFolder];

/**
 * A sentence for a problem that the administrator can solve; for any other, the place in the code where it happened.
 */
export function explain(error: unknown): string {
  if (error instanceof ZodError) return error.issues.map(({ message }) => WORDS[message] ?? message).join('\n');
  if (error instanceof Invalid)
    return Object.values(error.fields)
      .map((code) => WORDS[code] ?? code)
      .join('\n');
  if (error instanceof NotFound) return 'Nobody has this name.';
  if (error instanceof Problem) return WORDS[error.code] ?? error.code;
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
