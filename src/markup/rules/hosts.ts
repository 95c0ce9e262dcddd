import type { StateCore, Token } from 'markdown-it';
import { linkTarget } from '../link-target.js';

/** Letters outside ASCII may look like others, so that a name with them is never enough. */
function shows(text: string, host: string): boolean {
  const typed = text.trim();
  if (!/^[!-~]+$/.test(typed)) return false;
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `http://${typed}`;
  return URL.canParse(address) && new URL(address).host === host;
}

function follow(tokens: Token[], open: number): { close: number; text: string } {
  let close = open + 1;
  let text = '';
  for (; close < tokens.length && tokens[close]?.type !== 'link_close'; close++) text += tokens[close]?.content ?? '';
  return { close, text };
}

function hostToken(state: StateCore, host: string): Token[] {
  const space = new state.Token('text', '', 0);
  space.content = ' ';
  const token = new state.Token('host', 'span', 0);
  token.content = host;
  return [space, token];
}

function finish(state: StateCore, tokens: Token[]): Token[] {
  const after = new Map<number, Token[]>();
  tokens.forEach((token, index) => {
    if (token.type !== 'link_open') return;
    const href = String(token.attrGet('href') ?? '');
    if (!href.startsWith('/')) token.attrSet('rel', 'nofollow ugc noreferrer');
    const host = linkTarget(href)?.host ?? null;
    const { close, text } = follow(tokens, index);
    const shown = tokens[index + 1];
    // An address that was relieved of its tracking says so.
    if (token.info === 'auto' && shown !== undefined && isLongerQuery(text, href)) shown.content = href;
    if (host !== null && !shows(text, host)) after.set(close, hostToken(state, host));
  });
  return tokens.flatMap((token, index) => [token, ...(after.get(index) ?? [])]);
}

function isLongerQuery(text: string, href: string): boolean {
  return (
    text.includes('?') &&
    URL.canParse(text) &&
    URL.canParse(href) &&
    new URL(text).search.length > new URL(href).search.length
  );
}

/** Finishes every link: what it says to the other server, and behind its words the host they lead to. */
export function hosts(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type === 'inline' && block.children !== null) block.children = finish(state, block.children);
  }
}
