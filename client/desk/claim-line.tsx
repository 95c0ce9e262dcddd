import type { Claim, DeskCard } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';

/** The claim on a card; null when there is none, or it is over. */
export function liveClaim(ui: Ui, card: Pick<DeskCard, 'claim'>): Claim | null {
  return card.claim !== null && card.claim.until > ui.dates.now ? card.claim : null;
}

interface ClaimFormProps {
  ui: Ui;
  card: DeskCard;
  back: string | null;
  /** Whether it is an access key too. */
  keyed: boolean;
  action: 'claim' | 'release';
  words: string;
  /** On a phone it is shown only in the full list of acts. */
  rare?: boolean;
}

function ClaimForm({ card, back, keyed, action, words, rare = true }: ClaimFormProps) {
  return (
    <form class="at-once" method="post" action={`/desk/submissions/${card.id}/claim`}>
      {back !== null && <input type="hidden" name="back" value={back} />}
      <button
        class={rare ? 'q rare' : 'q'}
        type="submit"
        name="action"
        value={action}
        data-key="t"
        accessKey={keyed ? 't' : undefined}
      >
        {words}
      </button>
    </form>
  );
}

/** Shown in place of the decisions when a colleague has claimed the card, with a button to take over. Never a lock. */
export function ColleaguesClaim({
  ui,
  card,
  claim,
  back,
  keyed,
}: {
  ui: Ui;
  card: DeskCard;
  claim: Claim;
  back: string | null;
  keyed: boolean;
}) {
  const { queue } = ui.t;
  const length = ui.dates.duration(ui.dates.now.getTime() - claim.since.getTime());
  return (
    <>
      <span class="claim ui">{queue.claimedBy(claim.name, length)}</span>{' '}
      <ClaimForm ui={ui} card={card} back={back} keyed={keyed} action="claim" words={queue.takeOver} rare={false} />
    </>
  );
}

/** One's own claim, or the way to make one. */
export function OwnClaim({
  ui,
  card,
  mine,
  back,
  keyed,
}: {
  ui: Ui;
  card: DeskCard;
  mine: boolean;
  back: string | null;
  keyed: boolean;
}) {
  const { queue } = ui.t;
  if (!mine) return <ClaimForm ui={ui} card={card} back={back} keyed={keyed} action="claim" words={queue.claim} />;
  return <ClaimForm ui={ui} card={card} back={back} keyed={keyed} action="release" words={queue.release} />;
}
