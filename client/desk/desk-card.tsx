import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import { nameOf } from '../kit/author.js';
import type { FormErrors } from '../kit/form-errors.js';
import { isolated } from '../kit/isolated.js';
import type { Ui } from '../kit/ui.js';
import { isOwnDecision } from './appealed.js';
import { CardDocuments } from './card-documents.js';
import { CardHead } from './card-head.js';
import { CardNotes } from './card-notes.js';
import { CardText } from './card-text.js';
import { ColleaguesClaim, liveClaim } from './claim-line.js';
import { DecisionForms } from './decision-forms.js';
import type { DecisionWritten } from './decision-written.js';

interface DeskCardProps {
  ui: Ui;
  card: Card;
  /** The card in hand: the only one with a filled button. */
  here?: boolean;
  /** Whether the card is on the page of the submission, where a link to that page is useless. */
  alone?: boolean;
  /** Whether the card in hand has access keys. */
  keys?: boolean;
  /** The position in the queue that a decision leads back to; null for the page of the submission itself. */
  back?: string | null;
  /** The member who looks. */
  me?: number | null;
  /** Among others in the queue a card has a box, ticked or not. */
  ticked?: boolean;
  written?: DecisionWritten | null;
  errors?: FormErrors | null;
}

/** The last two posts at once; the rest is asked for when somebody wants to know more. */
function Context({ ui, card, open, keyed }: { ui: Ui; card: Card; open: boolean; keyed: boolean }) {
  const { desk, queue } = ui.t;
  const more = `/desk/submissions/${card.id}/context`;
  return (
    <details class="context" open={open} data-context={more}>
      <summary data-key="o" accessKey={keyed ? 'o' : undefined}>
        {desk.context}
      </summary>
      <div class="before">
        {card.before.map((post) => (
          <p>
            <b>{desk.beforeOne(nameOf(ui, { name: post.author }), post.number)}</b> {isolated(post.excerpt)}
          </p>
        ))}
        <p class="ui">
          <a href={more}>{queue.moreContext}</a>
        </p>
      </div>
    </details>
  );
}

/** One waiting submission with everything needed to decide, in one line's height when the text has one line. */
export function DeskCard({
  ui,
  card,
  here = false,
  alone = false,
  keys = false,
  back = null,
  me = null,
  ticked,
  written = null,
  errors = null,
}: DeskCardProps) {
  const what = ui.t.desk.kindBy(ui.t.kinds[card.kind].one, nameOf(ui, card.author));
  const claim = liveClaim(ui, card);
  const theirs = claim !== null && claim.member !== me ? claim : null;
  const look = ['card', here ? 'here' : '', theirs === null ? '' : 'theirs'].filter(Boolean).join(' ');
  return (
    <article
      class={look}
      id={`s-${card.id}`}
      data-submission={card.id}
      data-version={card.version}
      data-claim={claim?.member ?? ''}
      data-agreed={card.agreement?.agreed.length}
      tabIndex={-1}
      aria-label={what}
    >
      <CardHead ui={ui} card={card} alone={alone} ticked={ticked} />
      <Context ui={ui} card={card} open={false} keyed={here && keys} />
      <CardText ui={ui} card={card} alone={alone} me={me} />
      <CardDocuments ui={ui} card={card} />
      <CardNotes ui={ui} card={card} />
      {card.appeal !== null && isOwnDecision(card.appeal, me) ? null : theirs !== null &&
        !alone &&
        written === null ? (
        <div class="acts">
          <ColleaguesClaim ui={ui} card={card} claim={theirs} back={back} keyed={here && keys} />
        </div>
      ) : (
        <DecisionForms
          ui={ui}
          card={card}
          back={back}
          keyed={here && keys}
          claim={claim}
          me={me}
          written={written}
          errors={errors}
        />
      )}
    </article>
  );
}
