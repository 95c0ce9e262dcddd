import type { StateCore } from 'markdown-it';

/**
 * Takes out what no reader can see and some programs choke on: control characters, halves of letters, and accents
 * heaped until they run over the lines around.
 */
export function wellFormed(state: StateCore): void {
  state.src = state.src
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1');
}
