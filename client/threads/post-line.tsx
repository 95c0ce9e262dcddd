import { isolated } from '../kit/isolated.js';
import type { PostRow, VisiblePost } from '../../src/threads/visible.js';
import { postAddress } from '../kit/address.js';
import { nameOf } from '../kit/author.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';

interface PostLineProps {
  ui: Ui;
  row: PostRow;
  /** Left out where all are one member's. */
  author?: VisiblePost['author'];
}

/** One post of a list from many threads, with its `li`. */
export function PostLine({ ui, row, author }: PostLineProps) {
  const { read } = ui.t;
  const { category } = row.thread;
  return (
    <li>
      <article class="row plain-row">
        <h3>
          <a href={postAddress(row.thread.id, row.number)}>{titleOf(ui, row.thread)}</a>
        </h3>
        <p class="meta">
          {author !== undefined && (
            <>
              <span>{nameOf(ui, author)}</span>{' '}
            </>
          )}
          <a href={`/category/${category.slug}`}>{category.name}</a>{' '}
          {category.audience !== 'everyone' && (
            <>
              <b class="state" data-reserved>
                {ui.t.audiences[category.audience]}
              </b>{' '}
            </>
          )}
          <span>{read.number(row.number)}</span> <Time ui={ui} at={row.publishedAt} />
        </p>
        <p class="last">{read.quoted(isolated(row.excerpt))}</p>
      </article>
    </li>
  );
}
