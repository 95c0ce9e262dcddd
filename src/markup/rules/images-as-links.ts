import type { StateCore, Token } from 'markdown-it';

function isMarkdownLink(token: Token | undefined): token is Token {
  return token?.type === 'link_open' && token.info !== 'auto' && token.markup !== 'spip';
}

function text(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}

/** A link without an address is shown as typed, one without words shows its address. */
function complete(state: StateCore, tokens: Token[], index: number): Token[] {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!isMarkdownLink(token) || next?.type !== 'link_close') return token === undefined ? [] : [token];
  token.info = 'auto';
  return [token, text(state, String(token.attrGet('href') ?? ''))];
}

function withoutEmptyAddresses(state: StateCore, tokens: Token[]): Token[] {
  let emptied = false;
  return tokens.map((token) => {
    // Links are not nested, so that the next closer is this one's.
    if (token.type === 'link_open') emptied = token.attrGet('href') === '';
    if (!emptied) return token;
    if (token.type === 'link_open') return text(state, '[');
    return token.type === 'link_close' ? text(state, ']()') : token;
  });
}

/**
 * Draws `![words](address)` as the link to it: an image of another server would tell it who reads, and when.
 * A `!` that was escaped is not part of the sign.
 */
export function imagesAsLinks(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || block.children === null) continue;
    const tokens = withoutEmptyAddresses(state, block.children);
    tokens.forEach((token, index) => {
      const isSign = token.type === 'text' && token.content.endsWith('!') && isMarkdownLink(tokens[index + 1]);
      if (isSign) token.content = token.content.slice(0, -1);
    });
    block.children = tokens.flatMap((_token, index) => complete(state, tokens, index));
  }
}
