import type { StateCore } from 'markdown-it';

/**
 * Takes out what no reader can see and some programs choke on: control characters, halves of letters, and accents
 * heaped until they run over the lines around.
 */
export function wellFormed(state: StateCore): void {
  state.src = state.src
    .toWellFormed()
    .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1');
}
