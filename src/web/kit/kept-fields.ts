import { sentText } from './sent-text.js';

/** Never repeated, whoever asks: a page of error may be left open, printed or shown to somebody. */
const SECRETS = ['password', 'code', 'key', 'token', 'signature', 'invitation', 'upload'];
/** What no form of ours is called, and a secret all the same. */
const LOOKS_SECRET = /pass|secret|token|mdp|pwd/i;

/** What a form says by itself, and what is chosen and not typed. */
const MACHINES = new Set([
  ...['action', 'as', 'back', 'version', 'replyTo', 'remove', 'together', 'arrange', 'uploadOrigin', 'uploadNature'],
  ...['keep', 'decision', 'move', 'mine', 'help', 'sort', 'role', 'audience', 'closed', 'opens', 'takes'],
  ...['guestsWrite', 'agreement', 'edits', 'organizers', 'history', 'documentsHeld', 'moderators', 'categories'],
  ...[
    'category',
    'everywhere',
    'where',
    'reason',
    'document',
    'date',
    'part',
    'item',
    'items',
    'was',
    'seen',
    'tried',
  ],
  ...['again', 'forget', 'far', 'kind', 'precision', 'themes', 'theme', 'status', 'how', 'outcome', 'reveal', 'price'],
  ...['repeat', 'admission', 'length', 'answer', 'follow', 'reminders', 'remind', 'mentions', 'notice', 'firstHeld'],
  ...[
    'threading',
    'active',
    'show',
    'bulk',
    'submission',
    'scope',
    'removed',
    'pinned',
    'locked',
    'naming',
    'without',
  ],
  ...['member', 'spoken', 'all', 'tick'],
]);

const MOST_FIELDS = 24;
/** As long as the longest list of watched words that is taken. */
const MOST_LETTERS = 50_000;

export interface KeptFields {
  /** In the order of the form. */
  fields: { name: string; value: string }[];
  /** What is not given back: a password that was typed, and what is beyond the bounds. */
  lacks: ('password' | 'rest')[];
}

/**
 * What a person may have typed into a form, but for the fields named `apart`. What nobody knows is given back, too:
 * that an unknown field came may be the very reason why the form was refused.
 */
export function keptFields(body: object, apart: readonly string[]): KeptFields {
  const names = Object.keys(body).filter((name) => sentText(body, name, '').trim() !== '');
  const typed = names.filter((name) => !isSecret(name) && !MACHINES.has(name) && !apart.includes(name));
  const whole = typed.slice(0, MOST_FIELDS).map((name) => ({ name, value: sentText(body, name, '\n') }));
  const fields = whole.map(({ name, value }) => ({ name: name.slice(0, 60), value: value.slice(0, MOST_LETTERS) }));
  const isCut = typed.length > MOST_FIELDS || whole.some(({ value }) => value.length > MOST_LETTERS);
  const hasPassword = names.some((name) => LOOKS_SECRET.test(name));
  return { fields, lacks: [...(hasPassword ? (['password'] as const) : []), ...(isCut ? (['rest'] as const) : [])] };
}

function isSecret(name: string): boolean {
  return SECRETS.includes(name) || LOOKS_SECRET.test(name);
}
