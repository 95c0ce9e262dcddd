import type { FastifyRequest } from 'fastify';
import type { TextBackProps } from '../../../client/kit/text-back.js';
import { keptFields } from './kept-fields.js';
import { sentText } from './sent-text.js';

/** What could not be sent: the error page gives it back, a text with the address to send it to again. */
export type KeptText = TextBackProps['text'];

/** Forms for texts: they can be sent again as they are, by way of their preview where they bring no key. */
const SENDS_NEW = new RegExp(
  `^/(${[
    'thread/\\d+/replies',
    'category/[a-z0-9-]+/threads',
    'thread/\\d+/posts/\\d+/edits',
    'articles/[a-z0-9-]+/[^/]+/comments',
  ].join('|')})$`,
);

/** Said without being shown, where a text can be sent again. */
const HIDDEN = ['as', 'url', 'signature', 'version'];
/** Files that have come already, and what was said of each, in their order. */
const FILES = ['upload', 'uploadTitle', 'uploadText', 'uploadOrigin', 'uploadFrom', 'uploadNature', 'uploadDated'];

/**
 * What was typed into the form that was sent, or null when it had nothing. Passwords are never repeated. `sent` where
 * it may have been stored although the answer got lost: then it goes with its key, so that sending again stores it
 * once.
 */
export function keptText(request: FastifyRequest, sent: boolean): KeptText | null {
  const { body, method, url } = request;
  if (method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const typed = (name: string): string => sentText(body, name, ' ');
  const [title, text] = [typed('title'), sentText(body, 'text', '\n\n')];
  const path = url.split('?', 1)[0] ?? '';
  const action = SENDS_NEW.test(path) && (title !== '' || text !== '') ? path : null;
  const again = action === null ? [] : ['name', 'email', ...HIDDEN, ...FILES];
  const { fields, lacks } = keptFields(body, ['title', 'text', ...again]);
  const files = valuesOf(body, 'upload').some((token) => token !== '');
  const isFileLost = request.losesFiles === true || (files && action === null);
  if (title === '' && text === '' && fields.length === 0 && !isFileLost) return null;
  const key = sent && typed('action') !== 'preview' ? typed('key') : '';
  return {
    title,
    text,
    name: typed('name'),
    email: typed('email'),
    action,
    replyTo: /^\d{1,9}$/.test(typed('replyTo')) ? Number(typed('replyTo')) : null,
    key,
    hidden: action === null ? [] : hiddenIn(body, action.endsWith('/threads')),
    others: fields,
    lacks: [...(isFileLost ? (['files'] as const) : []), ...lacks],
  };
}

function hiddenIn(body: object, isThread: boolean): KeptText['hidden'] {
  const towns = isThread ? valuesOf(body, 'town') : [];
  return [
    ...HIDDEN.filter((name) => Object.hasOwn(body, name)).map((name) => [name, sentText(body, name, ' ')] as const),
    ...(towns.length === 1 ? [['town', towns[0] ?? ''] as const] : []),
    ...FILES.flatMap((name) => valuesOf(body, name).map((value) => [name, value] as const)),
  ].map(([name, value]) => [name, value]);
}

function valuesOf(body: object, name: string): string[] {
  const value: unknown = Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : [];
  return [value].flat().filter((each) => typeof each === 'string');
}
