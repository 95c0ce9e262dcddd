import type { StateCore, StateInline } from 'markdown-it';
import { settingOf, type Note } from '../setting.js';
import { lastIndex } from './last-index.js';

const MOST_NOTES = 100;
const LONGEST_NOTE = 2000;
const DEEPEST = 10;
const LABEL = /^<([^<>\s]{0,10})>\s*/;

/** Where the `]]` of a note starts, brackets inside it counted; -1 without one. */
function noteEnd(state: StateInline): number {
  const limit = Math.min(state.posMax, state.pos + LONGEST_NOTE, lastIndex(state, ']]') + 1);
  for (let pos = state.pos + 2, depth = 0; pos < limit && depth <= DEEPEST; pos++) {
    const letter = state.src[pos];
    if (letter === '\\') pos++;
    else if (letter === '[') depth++;
    else if (letter === ']' && depth > 0) depth--;
    else if (letter === ']') return state.src[pos + 1] === ']' && pos + 2 <= state.posMax ? pos : -1;
  }
  return -1;
}

/** `[[note]]`, with a label of its own `[[<*> note]]`, or shown without a mark `[[<> note]]`. */
export function footnote(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] !== '[' || state.linkLevel > 0) return false;
  const setting = settingOf(state.env);
  if (setting.inNote || setting.notes.length >= MOST_NOTES) return false;
  const end = noteEnd(state);
  const typed = end < 0 ? '' : state.src.slice(state.pos + 2, end);
  const source = typed.replace(LABEL, '').trim();
  if (source === '') return false;
  if (!silent) {
    const number = setting.notes.length + 1;
    const own = LABEL.exec(typed)?.[1];
    const label = own === '' ? null : (own ?? String(setting.notes.filter((note) => note.label !== null).length + 1));
    setting.notes.push({ number, label, source });
    if (label !== null) state.push('note_mark', 'sup', 0).meta = { number, label };
  }
  state.pos = end + 2;
  return true;
}

function pushNote(state: StateCore, note: Note): void {
  const open = new state.Token('note_open', 'p', 1);
  open.block = true;
  const inline = new state.Token('inline', '', 0);
  inline.content = note.source;
  inline.children = [];
  state.md.inline.parse(note.source, state.md, state.env, inline.children);
  if (note.label !== null) {
    open.attrSet('id', `note-${note.number}`);
    const back = new state.Token('note_back', 'a', 0);
    back.meta = { number: note.number, label: note.label };
    inline.children.unshift(back);
  }
  state.tokens.push(open, inline, new state.Token('note_close', 'p', -1));
}

/** Puts the notes behind the text, once everything has been read. */
export function notesAtEnd(state: StateCore): void {
  const setting = settingOf(state.env);
  if (setting.notes.length === 0) return;
  setting.inNote = true;
  const open = new state.Token('notes_open', 'div', 1);
  open.block = true;
  open.attrSet('class', 'notes');
  state.tokens.push(open);
  for (const note of setting.notes) pushNote(state, note);
  state.tokens.push(new state.Token('notes_close', 'div', -1));
}
