import type { StateCore } from 'markdown-it';
import { Cutter, type Piece } from './cutter.js';

const SOURCE_OF_QUOTE =
  /^\[(?:\\.|[^[\]\\])*\]\(\/(?:thread\/\d{1,12}\/posts\/\d{1,9}|document\/[\da-f-]{36}\/[\w-]+(?:\?page=\d{1,4})?)\)$/;

function push(state: StateCore, type: string, tag: string, nesting: -1 | 0 | 1, className?: string): void {
  const token = new state.Token(type, tag, nesting);
  token.block = true;
  if (className !== undefined) token.attrSet('class', className);
  state.tokens.push(token);
}

function pushInline(state: StateCore, content: string): void {
  const token = new state.Token('inline', '', 0);
  token.content = content;
  token.children = [];
  state.tokens.push(token);
}

function pushCode(state: StateCore, content: string): void {
  const token = new state.Token('fence', 'code', 0);
  token.content = content;
  token.block = true;
  state.tokens.push(token);
}

function pushPoem(state: StateCore, text: string): void {
  push(state, 'poem_open', 'blockquote', 1, 'poem');
  for (const verse of text.replace(/\n\s*\n/g, '\n\n').split('\n')) {
    push(state, 'verse_open', 'div', 1);
    pushInline(state, verse.trim() === '' ? '\u00a0' : verse.trim());
    push(state, 'verse_close', 'div', -1);
  }
  push(state, 'poem_close', 'blockquote', -1);
}

/** The last paragraph of a quote, when it is nothing but the link to the post that is quoted, says so. */
function drawSource(state: StateCore): void {
  const [open, inline, close] = state.tokens.slice(-3);
  if (inline?.type !== 'inline' || open?.type !== 'paragraph_open' || !SOURCE_OF_QUOTE.test(inline.content)) return;
  open.tag = 'footer';
  open.attrSet('class', 'meta');
  if (close !== undefined) close.tag = 'footer';
}

function pushQuote(state: StateCore, pieces: Piece[]): void {
  push(state, 'blockquote_open', 'blockquote', 1, 'quote');
  for (const piece of pieces) pushPiece(state, piece);
  drawSource(state);
  push(state, 'blockquote_close', 'blockquote', -1);
}

function pushPiece(state: StateCore, piece: Piece): void {
  if (piece.kind === 'quote') return pushQuote(state, piece.pieces);
  if (piece.kind === 'code') return pushCode(state, piece.text);
  if (piece.kind === 'poem') return pushPoem(state, piece.text);
  if (piece.kind === 'text') return state.md.block.parse(piece.text, state.md, state.env, state.tokens);
  push(state, 'heading_open', 'h3', 1);
  pushInline(state, piece.text);
  push(state, 'heading_close', 'h3', -1);
}

/** Takes the place of Markdown's own block step: the source is cut first, and Markdown reads the texts between. */
export function blocks(state: StateCore): void {
  for (const piece of new Cutter(state.src).pieces()) pushPiece(state, piece);
}
