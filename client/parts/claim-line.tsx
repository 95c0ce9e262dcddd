import type { Claim, DeskCard } from '../../src/desk/card.js';
import type { Ui } from '../ui.js';

/** Whoever is at work on a card now; null when nobody is, or not any more. */
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
  /** Shown on a phone only where all acts are. */
  rare?: boolean;
}

function ClaimForm({ card, back, keyed, action, words, rare = true }: ClaimFormProps) {
  return (
    <form class="at-once" method="post" action={`/desk/submissions/${card.id}/claim`}>
      {back !== null && <input type="hidden" name="back" value={back} />}
      <button class={rare ? 'q rare' : 'q'} type="submit" name="action" value={action} data-key="t" accessKey={keyed ? 't' : undefined}>{words}</button>
    </form>
  );
}

/** A colleague is at work on it: said instead of the decisions, with a way to take over. Never a lock. */
export function ColleaguesClaim({ ui, card, claim, back, keyed }: { ui: Ui; card: DeskCard; claim: Claim; back: string | null; keyed: boolean }) {
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
export function OwnClaim({ ui, card, mine, back, keyed }: { ui: Ui; card: DeskCard; mine: boolean; back: string | null; keyed: boolean }) {
  const { queue } = ui.t;
  if (!mine) return <ClaimForm ui={ui} card={card} back={back} keyed={keyed} action="claim" words={queue.claim} />;
  return <ClaimForm ui={ui} card={card} back={back} keyed={keyed} action="release" words={queue.release} />;
}
