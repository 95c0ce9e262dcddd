import type { StateInline } from 'markdown-it';

type Attributes = [string, string][];

function open(state: StateInline, attributes: Attributes, info: 'auto' | ''): void {
  const token = state.push('link_open', 'a', 1);
  token.attrs = attributes;
  token.info = info;
  // Told apart from a Markdown link, whose `!` before the bracket would make it an image.
  token.markup = 'spip';
}

/** A link on a plain text; `auto` when the text is the address itself, which typography must not touch. */
export function pushLink(state: StateInline, attributes: Attributes, text: string, info: 'auto' | ''): void {
  open(state, attributes, info);
  state.push('text', '', 0).content = text;
  state.push('link_close', 'a', -1).info = info;
}

/** A link around a stretch of the source, which is read as any text. Leaves the position to the caller. */
export function pushLinkAround(state: StateInline, attributes: Attributes, start: number, end: number): void {
  const max = state.posMax;
  open(state, attributes, '');
  state.pos = start;
  state.posMax = end;
  state.linkLevel++;
  state.md.inline.tokenize(state);
  state.linkLevel--;
  state.posMax = max;
  state.push('link_close', 'a', -1);
}
