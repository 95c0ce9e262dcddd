import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';
import { isAgreedBy } from './agreed-by.js';
import { liveClaim } from './claim-line.js';
import { CardHead } from './card-head.js';
import { CardNotes } from './card-notes.js';
import { FoldedText } from './folded-text.js';
import { queueAddress, type QueuePosition } from './queue-address.js';

export interface FoldedCardProps {
  ui: Ui;
  card: Card;
  position: QueuePosition;
  /** The member who looks. */
  me: number;
  ticked: boolean;
}

/**
 * A card that is not in hand: all that is read, and one way to take it in hand. Its forms would be nine tenths of it;
 * the script fetches them, and the link leads to the same queue with this card in hand.
 */
export function FoldedCard({ ui, card, position, me, ticked }: FoldedCardProps) {
  const { queue } = ui.t;
  const claim = liveClaim(ui, card);
  const theirs = claim !== null && claim.member !== me ? claim : null;
  return (
    <article
      class={theirs === null ? 'card' : 'card theirs'}
      data-submission={card.id}
      data-version={card.version}
      data-claim={claim?.member}
      data-agreed={card.agreement?.agreed.length}
      data-folded=""
    >
      <CardHead ui={ui} card={card} folded ticked={ticked} />
      <FoldedText ui={ui} card={card} />
      <CardNotes ui={ui} card={card} />
      {isAgreedBy(card, me) && <p class="claim ui">{ui.t.people.agreed}</p>}
      {claim !== null && (
        <p class="claim ui">
          {theirs === null
            ? queue.claimedByMe
            : queue.claimedBy(theirs.name, ui.dates.duration(ui.dates.now.getTime() - theirs.since.getTime()))}
        </p>
      )}
      <a class="q" href={`${queueAddress(position, { hand: card.id })}#hand`}>
        {queue.takeInHand}
      </a>
    </article>
  );
}
