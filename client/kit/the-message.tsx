import type { ComponentChildren } from 'preact';
import { type Author, nameOf } from './author.js';
import type { Ui } from './ui.js';

/** The post that a form is about, above the form. */
export function TheMessage({
  ui,
  author,
  html,
  children,
}: {
  ui: Ui;
  author: Author;
  /** Safe, as it is stored. */
  html: string;
  children?: ComponentChildren;
}) {
  return (
    <section class="slip" aria-labelledby="message">
      <h2 class="vh" id="message">
        {ui.t.desk.theMessage}
      </h2>
      <p class="who">{nameOf(ui, author)}</p>
      <div class="text" dangerouslySetInnerHTML={{ __html: html }} />
      {children}
    </section>
  );
}
