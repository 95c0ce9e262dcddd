import type { DeskCard as Card } from '../../src/desk/card.js';
import type { Slice } from '../../src/threads/visible.js';
import { DeskCard } from '../parts/desk-card.js';
import { Layout } from '../parts/layout.js';
import { Notice } from '../parts/notice.js';
import { OlderNav } from '../parts/pages-nav.js';
import { Tree } from '../parts/tree.js';
import type { Ui } from '../ui.js';

export interface DeskPageProps {
  ui: Ui;
  /** Oldest first. */
  cards: Slice<Card>;
  /** How many wait at this desk. */
  waiting: number;
  /** The cursor that this page was asked with; null at the start of the queue. */
  before: string | null;
  /** The decision just taken, said once above the list; null for none. */
  done: string | null;
}

export function DeskPage({ ui, cards, waiting, before, done }: DeskPageProps) {
  const { desk } = ui.t;
  const oldest = before === null ? cards.rows[0] : undefined;
  return (
    <Layout ui={ui} title={desk.title} section="desk" desk noindex>
      <div data-desk-part>
        <div class="desk-head">
          <h1>{desk.title}</h1>
          <p class="ui meta">
            <span>{desk.waiting(waiting)}</span>{' '}
            {oldest !== undefined && <span>{desk.oldest(ui.dates.duration(ui.dates.now.getTime() - oldest.writtenAt.getTime()))}</span>}
          </p>
        </div>
        {done !== null && desk.done[done] !== undefined && <Notice words={desk.done[done]} />}
        {cards.rows.length === 0 && <div class="empty"><Tree /><p>{desk.empty}</p></div>}
        <ol class="queue" data-live-desk>
          {cards.rows.map((card, index) => <li><DeskCard ui={ui} card={card} here={index === 0} /></li>)}
        </ol>
        <OlderNav
          ui={ui} words={{ older: desk.older, newest: desk.backToStart }} newest={before === null ? null : '/desk'}
          older={cards.next === null ? null : `/desk?before=${encodeURIComponent(cards.next)}`}
        />
      </div>
    </Layout>
  );
}
