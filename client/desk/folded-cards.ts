import { LRUCache } from 'lru-cache';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { liveClaim } from './claim-line.js';
import { isLate } from './card-head.js';
import { FoldedCard, type FoldedCardProps } from './folded-card.js';
import { queueAddress } from './queue-address.js';
import { type DeskPageProps, isTicked, placeOfHand, slotOf } from './desk-page.js';

/** Long enough for going through a queue; what was decided or withdrawn meanwhile does not stay for longer. */
const A_WHILE = 300_000;
const MOST_BYTES = 8 * 1024 * 1024;
const drawn = new LRUCache<string, Buffer>({
  max: 1_000,
  maxSize: MOST_BYTES,
  sizeCalculation: (html, shown) => html.length + 2 * shown.length,
  ttl: A_WHILE,
  ttlAutopurge: true,
});

/**
 * The cards of a page that are not in hand, by the names of their slots. From one page to the next few of the fifty
 * change: what shows the same is neither drawn again nor turned into bytes.
 */
export function foldedCards(props: DeskPageProps): Record<string, Buffer> {
  const { ui, position, me, cards, ticked } = props;
  const inHand = placeOfHand(props);
  return Object.fromEntries(
    cards.rows.flatMap((card, index) =>
      index === inHand
        ? []
        : [[slotOf(index), foldedCard({ ui, card, position, me, ticked: isTicked(ticked, card) })]],
    ),
  );
}

function foldedCard(props: FoldedCardProps): Buffer {
  const key = shownOf(props);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const html = Buffer.from(renderToString(h(FoldedCard, props)));
  drawn.set(key, html);
  return html;
}

/** All that the card shows; of the moment only the words that say how long ago something was. */
function shownOf({ ui, card, position, me, ticked }: FoldedCardProps): string {
  const { dates, language } = ui;
  const ago = (at: Date): string => dates.duration(dates.now.getTime() - at.getTime());
  const claim = liveClaim(ui, card);
  const moment = [ago(card.writtenAt), isLate(ui, card), claim === null ? null : ago(claim.since)];
  const shown = {
    ...card,
    // What a folded card does not show, and most of what there is to read.
    text: '',
    writtenAt: null,
    changedAt: null,
    html: card.published === null ? card.html : '',
    before: [],
    facts: null,
    baseFacts: null,
    typedFacts: null,
    documents: [],
    appeal: null,
    registered: null,
    published: card.published?.title,
    report: card.report?.count,
  };
  // Not hashed: for fifty cards that takes longer than to compare them as they are.
  return JSON.stringify([shown, language, queueAddress(position), me, ticked, moment]);
}
