import type { FastifyRequest } from 'fastify';
import { sentText } from './sent-text.js';

/** A text that could not be sent: the error page gives it back, with the address to send it to again. */
export interface KeptText {
  title: string;
  text: string;
  name: string;
  email: string;
  action: string | null;
  replyTo: number | null;
  /** With which the same words are stored once, however often they are sent; empty where a preview has to give one. */
  key: string;
  /** What else the form said without showing it. */
  hidden: Record<string, string>;
}

/** Forms for texts: they can be sent again as they are, by way of their preview where they bring no key. */
const SENDS_NEW = new RegExp(
  `^/(${[
    'thread/\\d+/replies',
    'category/[a-z0-9-]+/threads',
    'thread/\\d+/posts/\\d+/edits',
    'articles/[a-z0-9-]+/[^/]+/comments',
  ].join('|')})$`,
);

const HIDDEN = ['as', 'url', 'signature', 'version'];

/**
 * The text of the form that was sent, or null when it had none. Passwords are never repeated. `sent` where it may have
 * been stored although the answer got lost: then it goes with its key, so that sending again stores it once.
 */
export function keptText({ body, method, url }: FastifyRequest, sent: boolean): KeptText | null {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const typed = (name: string): string => sentText(body, name, ' ');
  const [title, text] = [typed('title'), sentText(body, 'text', '\n\n')];
  if (title === '' && text === '') return null;
  const path = url.split('?', 1)[0] ?? '';
  const replyTo = /^\d{1,9}$/.test(typed('replyTo')) ? Number(typed('replyTo')) : null;
  const hidden = Object.fromEntries(
    HIDDEN.filter((name) => Object.hasOwn(body, name)).map((name) => [name, typed(name)]),
  );
  const key = sent && typed('action') !== 'preview' ? typed('key') : '';
  return {
    title,
    text,
    name: typed('name'),
    email: typed('email'),
    action: SENDS_NEW.test(path) ? path : null,
    replyTo,
    key,
    hidden,
  };
}
