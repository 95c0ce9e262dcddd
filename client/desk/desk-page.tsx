import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import type { DoneLine as Done } from '../../src/desk/decisions/decision-log.js';
import type { QueueCounts } from '../../src/desk/queue/queue-counts.js';
import type { Slice } from '../../src/threads/visible.js';
import { isAgreedBy } from './agreed-by.js';
import { BulkStrip } from './bulk-strip.js';
import { DeskCard } from './desk-card.js';
import { DeskHead } from './desk-head.js';
import { DeskKeys } from './desk-keys.js';
import { DoneLine } from '../kit/done-line.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { queueAddress, type QueuePosition } from './queue-address.js';
import { QueueFilters, QueueSearch, TakeOldest } from './queue-filters.js';
import { ReasonBodies } from '../kit/reason-picker.js';
import { Slot } from '../kit/slot.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface DeskPageProps {
  ui: Ui;
  position: QueuePosition;
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
  /** Names the last news of this desk that the page knows. */
  last: string;
  /** The decision just taken, said once above the list; null for none. */
  done: Done | null;
}

/**
 * The index of the card in hand: the one that was asked for, else the first card that no colleague has claimed and
 * that this moderator can still decide.
 */
export function placeOfHand({ ui, cards: { rows }, hand, me }: DeskPageProps): number {
  const asked = rows.findIndex(({ id }) => id === hand);
  const free = rows.findIndex(
    (card) =>
      !isAgreedBy(card, me) && (card.claim === null || card.claim.member === me || card.claim.until <= ui.dates.now),
  );
  return Math.max(asked >= 0 ? asked : free, 0);
}

/** Of a folded card, which lies ready as bytes: see folded-cards.ts. */
export function slotOf(index: number): string {
  return `card-${index}`;
}

export function isTicked(ticked: readonly string[], { id, version }: Pick<Card, 'id' | 'version'>): boolean {
  return ticked.includes(`${id}:${version}`);
}

export function DeskPage(props: DeskPageProps) {
  const { ui, position, cards, counts, waiting, colleagues, me, ticked, done, last } = props;
  const boxes = new Set(cards.rows.map(({ id, version }) => `${id}:${version}`));
  const { desk, queue } = ui.t;
  const back = queueAddress(position);
  const inHand = placeOfHand(props);
  const older = cards.next === null ? null : queueAddress({ ...position, before: cards.next });
  return (
    <Layout ui={ui} title={desk.title} section="desk" desk noindex>
      <div data-desk-part>
        <DeskHead ui={ui} counts={counts} waiting={waiting} colleagues={colleagues} />
        <QueueFilters ui={ui} position={position} counts={counts} />
        {done !== null && cards.rows.length === 0 && <DoneLine ui={ui} done={done} back={back} />}
        <div class="strip">
          {cards.rows.length > 0 && (
            <BulkStrip
              ui={ui}
              position={position}
              shown={counts.shown}
              next={cards.next}
              elsewhere={ticked.filter((each) => !boxes.has(each))}
            />
          )}
          {counts.shown > 0 && position.filter.colleague === undefined && <TakeOldest ui={ui} position={position} />}
          <QueueSearch ui={ui} position={position} />
        </div>
        {cards.rows.length === 0 && (
          <div class="empty">
            <Tree />
            <p>{waiting > 0 ? queue.nothing : counts.colleague > 0 ? queue.nothingForYou : desk.empty}</p>
            {waiting > 0 && (
              <p>
                <a class="b" href="/desk">
                  {queue.everything}
                </a>
              </p>
            )}
          </div>
        )}
        <ol class="queue" data-live-desk={last}>
          {cards.rows.map((card, index) =>
            index === inHand ? (
              <>
                {/* Above the card that one is led to, so that on a phone the way back is in sight. */}
                {done !== null && (
                  <li data-kept>
                    <DoneLine ui={ui} done={done} back={back} />
                  </li>
                )}
                <li id="hand">
                  <DeskCard
                    ui={ui}
                    card={card}
                    here
                    keys={position.keys}
                    back={back}
                    me={me}
                    ticked={isTicked(ticked, card)}
                  />
                </li>
              </>
            ) : (
              <li>
                <Slot name={slotOf(index)} />
              </li>
            ),
          )}
        </ol>
        <OlderNav
          ui={ui}
          words={{ older: desk.older, newest: desk.backToStart }}
          newest={position.before === null ? null : queueAddress({ ...position, before: null })}
          older={older}
        />
        {cards.rows.length > 0 && (
          <DeskKeys
            ui={ui}
            position={position}
            next={cards.rows[inHand + 1]?.id ?? null}
            previous={cards.rows[inHand - 1]?.id ?? null}
          />
        )}
      </div>
      <ReasonBodies ui={ui} />
    </Layout>
  );
}
