import type { ComponentChildren } from 'preact';

/**
 * Filters beyond the first row of them. On a phone they are folded, where they would push the list off the screen,
 * unless one of them is in use (`open`); on wider screens they always stand open.
 */
export function Sifting({ words, open, children }: { words: string; open: boolean; children: ComponentChildren }) {
  return (
    <details class="fold sifting" open={open}>
      <summary class="q">{words}</summary>
      {children}
    </details>
  );
}
