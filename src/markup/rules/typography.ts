import type { StateCore, Token } from 'markdown-it';
import { frenchSigns } from '../french.js';
import { nestedQuotes } from '../nested-quotes.js';
import { settingOf } from '../setting.js';

const SIGN = /['!?;:%«»~]|--|\p{N} |n[º°] /u;

function first(text: string): string {
  return text.slice(0, /^[\ud800-\udbff]/.test(text) ? 2 : 1);
}

function last(text: string): string {
  return text.slice(/[\udc00-\udfff]$/.test(text) ? -2 : -1);
}

/** What a token puts beside the text: its letter, a letter for what is drawn, nothing for what only wraps. */
function edge(token: Token, step: 1 | -1): string {
  if (token.type === 'text') return step === 1 ? first(token.content) : last(token.content);
  if (token.type === 'softbreak' || token.type === 'hardbreak' || token.type === 'br') return '\n';
  return token.nesting === 0 ? 'x' : '';
}

function beside(tokens: Token[], index: number, step: 1 | -1): string {
  for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
    const token = tokens[at];
    const letter = token === undefined ? '' : edge(token, step);
    if (letter !== '') return letter;
  }
  return '\n';
}

/**
 * A text is set with the letters around it in sight: `{{Vraiment}} ?` is one sentence in three tokens. The space
 * between two tokens is set by the one that has the sign.
 */
function set(tokens: Token[], index: number, content: string): string {
  const before = beside(tokens, index, -1);
  const after = beside(tokens, index, 1);
  if (!SIGN.test(content) && !(content.endsWith(' ') && SIGN.test(after))) return content;
  let text = frenchSigns(`${before}${content}${after}`).slice(before.length, -after.length);
  if (before === '«' && !/^\s/.test(content)) text = text.replace(/^\u00a0/, '');
  if (/[!?;:»]/.test(after) && !/\s$/.test(content)) text = text.replace(/[\u00a0\u202f]$/, '');
  return text;
}

function setInline(tokens: Token[]): void {
  let isAddress = false;
  const texts = tokens.flatMap((token, index) => {
    if (token.type === 'link_open') isAddress = token.info === 'auto';
    if (token.type === 'link_close') isAddress = false;
    return token.type === 'text' && !isAddress && token.content !== ''
      ? [{ token, content: set(tokens, index, token.content) }]
      : [];
  });
  const contents = nestedQuotes(texts.map(({ content }) => content));
  texts.forEach(({ token }, index) => (token.content = contents[index] ?? ''));
}

/** French typography on the text alone: not on code, nor on addresses shown as such. */
export function typography(state: StateCore): void {
  if (settingOf(state.env).language !== 'fr') return;
  for (const block of state.tokens) if (block.type === 'inline' && block.children !== null) setInline(block.children);
}
