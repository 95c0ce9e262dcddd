import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import { categoryAddress, recordAddress, threadAddress } from '../kit/address.js';
import { AuthorName, nameOf } from '../kit/author.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

/** From five hours on an age is shown as late: that is the delay that the forum promises its guests. */
const LATE = 5 * 60 * 60 * 1000;

export function isLate(ui: Ui, { writtenAt }: Card): boolean {
  return ui.dates.now.getTime() - writtenAt.getTime() > LATE;
}

function History({ ui, card }: { ui: Ui; card: Card }) {
  const { desk, roles } = ui.t;
  const { author } = card;
  const counts =
    author.role === 'guest'
      ? []
      : [
          author.published === 0 && author.refused === 0 ? desk.firstMessage : desk.published(author.published),
          ...(author.refused === 0 ? [] : [desk.refused(author.refused)]),
        ];
  return (
    <span>
      <AuthorName ui={ui} author={author} />
      {[roles[author.role], ...counts].map((each) => `, ${each}`).join('')}
    </span>
  );
}

function Where({ ui, card, folded }: { ui: Ui; card: Card; folded: boolean }) {
  const { thread, number, category } = card;
  if (category === null) return <a href={recordAddress(card.author)}>{ui.t.people.noCategory}</a>;
  if (thread === null && card.article !== null)
    return (
      <>
        <a href={categoryAddress(category)}>{category.name}</a> <span>{ui.t.section.about(card.article.title)}</span>
      </>
    );
  if (thread === null) return <a href={categoryAddress(category)}>{category.name}</a>;
  const title = titleOf(ui, thread);
  // The short address leads to the long one: fifty titles are not sent twice.
  return (
    <a href={folded ? `/thread/${thread.id}` : threadAddress(thread)}>
      {number === null ? title : ui.t.desk.inThread(title, number)}
    </a>
  );
}

/** Who sent what, where to, and when. */
export function CardHead({
  ui,
  card,
  alone = false,
  folded = false,
  ticked,
}: {
  ui: Ui;
  card: Card;
  alone?: boolean;
  /** Not in hand: fifty of them are sent, and what is only looked up now and then comes with the forms. */
  folded?: boolean;
  ticked?: boolean | undefined;
}) {
  const { desk } = ui.t;
  const age = ui.dates.now.getTime() - card.writtenAt.getTime();
  const what = desk.kindBy(ui.t.kinds[card.kind].one, nameOf(ui, card.author));
  return (
    <p class="card-head meta">
      {ticked !== undefined && (
        <label class="tick">
          <input
            type="checkbox"
            name="item"
            value={`${card.id}:${card.version}`}
            form="bulk"
            checked={ticked}
            aria-label={folded ? what : ui.t.bulk.tick(what)}
          />
        </label>
      )}
      <b>{card.question ? ui.t.asking.question : ui.t.kinds[card.kind].one}</b>{' '}
      <span class="meta about">
        <History ui={ui} card={card} /> <Where ui={ui} card={card} folded={folded} />
        {!folded && ' '}
        {!folded && card.thread !== null && card.category !== null && <span>{card.category.name}</span>}{' '}
        {card.version > 1 && card.countsAs !== 'report' && <span>{desk.version(card.version)}</span>}
      </span>{' '}
      <span
        class={isLate(ui, card) ? 'age late' : 'age'}
        title={folded ? undefined : ui.dates.absolute(card.writtenAt)}
      >
        {alone || folded ? (
          ui.dates.duration(age)
        ) : (
          <a href={`/desk/submissions/${card.id}`}>
            {ui.dates.duration(age)}
            <span class="vh">{desk.openAloneWhat(what)}</span>
          </a>
        )}
      </span>
    </p>
  );
}
