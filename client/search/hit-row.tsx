import type { Hit } from '../../src/search/hits.js';
import { categoryAddress, postAddress } from '../kit/address.js';
import { AuthorName } from '../kit/author.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';

/** Plain text in pieces, what was asked for marked; preact escapes each of them. */
function Pieces({ pieces }: { pieces: Hit['passage'] }) {
  return <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>;
}

/** One post that was found: its thread, who wrote it and when, and a passage of it. */
export function HitRow({ ui, hit }: { ui: Ui; hit: Hit }) {
  const { read } = ui.t;
  const { thread, number, title } = hit;
  return (
    <li>
      <article class="row" data-thread={thread.id} data-number={number}>
        <span class="leaf s read" aria-hidden="true" />
        <h3>
          <a href={postAddress(thread.id, number)}>{title.length === 0 ? read.retired : <Pieces pieces={title} />}</a>
        </h3>
        <p class="meta">
          <span>{read.number(number)}</span>{' '}
          <span>
            <AuthorName ui={ui} author={hit.author} />
          </span>{' '}
          <a href={categoryAddress(thread.category)}>{thread.category.name}</a> <Time ui={ui} at={hit.publishedAt} />
        </p>
        <p class="last">
          <Pieces pieces={hit.passage} />
        </p>
      </article>
    </li>
  );
}
