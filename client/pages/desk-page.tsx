import type { DeskCard as Card } from '../../src/desk/card.js';
import type { DoneLine as Done } from '../../src/desk/decision-log.js';
import type { QueueCounts } from '../../src/desk/queue-counts.js';
import type { Slice } from '../../src/threads/visible.js';
import { isAgreedBy } from '../parts/agreed-by.js';
import { BulkStrip } from '../parts/bulk-strip.js';
import { DeskCard } from '../parts/desk-card.js';
import { DeskHead } from '../parts/desk-head.js';
import { DeskKeys } from '../parts/desk-keys.js';
import { DoneLine } from '../parts/done-line.js';
import { Layout } from '../parts/layout.js';
import { OlderNav } from '../parts/pages-nav.js';
import { queueAddress, type QueuePlace } from '../parts/queue-address.js';
import { QueueFilters, QueueSearch, TakeOldest } from '../parts/queue-filters.js';
import { ReasonBodies } from '../parts/reason-picker.js';
import { Tree } from '../parts/tree.js';
import type { Ui } from '../ui.js';

export interface DeskPageProps {
  ui: Ui;
  place: QueuePlace;
  /** Oldest first. */
  cards: Slice<Card>;
  counts: QueueCounts;
  /** How many wait at this desk, whatever the filter. */
  waiting: number;
  /** Names of who else is at the desk now. */
  colleagues: string[];
  /** The member who looks. */
  me: number;
  /** The submission in hand; null for the first that nobody has. */
  hand: string | null;
  /** What is ticked, here and on other pages: `id:version`. */
  ticked: readonly string[];
  /** The decision just taken, said once above the list; null for none. */
  done: Done | null;
}

/** Where the hand is: at what was asked for, else at the first card that no colleague is at and that awaits one's own word. */
function placeOfHand({ ui, cards: { rows }, hand, me }: DeskPageProps): number {
  const asked = rows.findIndex(({ id }) => id === hand);
  const free = rows.findIndex((card) => !isAgreedBy(card, me) && (card.claim === null || card.claim.member === me || card.claim.until <= ui.dates.now));
  return Math.max(asked >= 0 ? asked : free, 0);
}

export function DeskPage(props: DeskPageProps) {
  const { ui, place, cards, counts, waiting, colleagues, me, ticked, done } = props;
  const boxes = new Set(cards.rows.map(({ id, version }) => `${id}:${version}`));
  const { desk, queue } = ui.t;
  const back = queueAddress(place);
  const inHand = placeOfHand(props);
  const older = cards.next === null ? null : queueAddress({ ...place, before: cards.next });
  return (
    <Layout ui={ui} title={desk.title} section="desk" desk noindex>
      <div data-desk-part>
        <DeskHead ui={ui} counts={counts} waiting={waiting} colleagues={colleagues} />
        <QueueFilters ui={ui} place={place} counts={counts} />
        {done !== null && <DoneLine ui={ui} done={done} back={back} />}
        <div class="strip">
          {cards.rows.length > 0 && <BulkStrip ui={ui} place={place} shown={counts.shown} next={cards.next} elsewhere={ticked.filter((each) => !boxes.has(each))} />}
          {counts.shown > 0 && <TakeOldest ui={ui} place={place} />}
          <QueueSearch ui={ui} place={place} />
        </div>
        {cards.rows.length === 0 && (
          <div class="empty"><Tree /><p>{waiting === 0 ? desk.empty : queue.nothing}</p>{waiting > 0 && <p><a class="b" href="/desk">{queue.everything}</a></p>}</div>
        )}
        <ol class="queue" data-live-desk>
          {cards.rows.map((card, index) => <li><DeskCard ui={ui} card={card} here={index === inHand} keys={place.keys} back={back} me={me} ticked={ticked.includes(`${card.id}:${card.version}`)} /></li>)}
        </ol>
        <OlderNav ui={ui} words={{ older: desk.older, newest: desk.backToStart }} newest={place.before === null ? null : queueAddress({ ...place, before: null })} older={older} />
        {cards.rows.length > 0 && <DeskKeys ui={ui} place={place} next={cards.rows[inHand + 1]?.id ?? null} previous={cards.rows[inHand - 1]?.id ?? null} />}
      </div>
      <ReasonBodies ui={ui} />
    </Layout>
  );
}
