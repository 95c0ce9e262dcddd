import type { VisibleArticle } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import { logInFrom, type SignedWords } from './section-box.js';

/** In the place of the box: why nothing can be sent, and where a member logs in. */
export function SectionClosed({
  ui,
  article,
  why,
  signed = null,
}: {
  ui: Ui;
  article: VisibleArticle;
  why: string;
  signed?: SignedWords | null;
}) {
  const { section, problems } = ui.t;
  const membersOnly = why === 'section-members' || why === 'guests-may-not-write';
  return (
    <section class="slip" aria-labelledby="reply">
      <h2 id="reply">{section.answer}</h2>
      <p>{(problems.codes[why] ?? problems.codes['section-closed'])?.({})}</p>
      {membersOnly && (
        <p class="acts">
          <a class="q" href={logInFrom(article, signed)} rel="nofollow">
            {section.logIn}
          </a>
        </p>
      )}
    </section>
  );
}
