import type { StateCore, Token } from 'markdown-it';
import { fold } from '../fold.js';

const LONGEST_TAG = 40;
const LONGEST_NAME = 60;
/**
 * A sign that begins a word, with the word: `#5`, `page#haut`, `a@b.example`, `@moi@serveur` and `href="#a"` are not.
 */
const NAMED =
  /(?<![\p{L}\p{M}\p{N}_#@&/.]|=["'])(?:#([\p{L}\p{M}\p{N}_]+)|@(?![^\s@]*@)([\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’-]*))/gu;

/** The word of a tag as it is compared and as it stands in an address; null for what is no tag. */
export function tagKey(word: string): string | null {
  const letters = Array.from(word.normalize('NFKC')).length;
  return letters >= 2 && letters <= LONGEST_TAG && /^[\p{L}\p{M}\p{N}_]+$/u.test(word) && /\p{L}/u.test(word)
    ? fold(word)
    : null;
}

/** Links each `#mot` and marks each `@pseudo`, but in code and in links, and nobody is called by what is quoted. */
export function names(state: StateCore): void {
  let quotes = 0;
  for (const block of state.tokens) {
    if (block.tag === 'blockquote') quotes += block.nesting;
    if (block.type === 'inline' && block.children !== null) block.children = named(state, block.children, quotes > 0);
  }
}

function named(state: StateCore, tokens: Token[], isQuoted: boolean): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') links += 1;
    if (token.type === 'link_close') links -= 1;
    return token.type === 'text' && links === 0 && /[#@]/.test(token.content) ? cut(state, token, isQuoted) : [token];
  });
}

function cut(state: StateCore, token: Token, isQuoted: boolean): Token[] {
  const text = (content: string): Token[] => {
    if (content === '') return [];
    const piece = new state.Token('text', '', 0);
    piece.content = content;
    return [piece];
  };
  const pieces: Token[] = [];
  let at = 0;
  for (const { 0: found, 1: tag, 2: name, index } of token.content.matchAll(NAMED)) {
    const key = tag === undefined ? null : tagKey(tag);
    const called = name === undefined || isQuoted ? '' : name.replace(/[.'’-]+$/, '');
    const end = index + (tag === undefined ? called.length + 1 : found.length);
    if (key === null && (called === '' || called.length > LONGEST_NAME)) continue;
    pieces.push(...text(token.content.slice(at, index)));
    pieces.push(...(key === null ? [mention(state, called)] : link(state, `#${tag ?? ''}`, key)));
    at = end;
  }
  return at === 0 && pieces.length === 0 ? [token] : [...pieces, ...text(token.content.slice(at))];
}

function mention(state: StateCore, name: string): Token {
  const token = new state.Token('mention', 'span', 0);
  token.content = `@${name}`;
  return token;
}

function link(state: StateCore, words: string, key: string): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [['href', `/tag/${encodeURIComponent(key)}`]];
  // Its words are left as they were typed.
  open.info = 'auto';
  const inside = new state.Token('text', '', 0);
  inside.content = words;
  return [open, inside, new state.Token('link_close', 'a', -1)];
}
