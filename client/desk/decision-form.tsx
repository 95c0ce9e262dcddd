import type { ComponentChildren } from 'preact';
import type { DeskCard } from '../../src/desk/queue/card.js';

/** Which card is decided, and where the decision leads back to. */
export interface DecidedCard {
  card: DeskCard;
  /** The position in the queue to come back to; null for the page of the submission itself. */
  back: string | null;
}

interface DecisionFormProps extends DecidedCard {
  id?: string;
  class: string;
  children: ComponentChildren;
}

/** One decision about a card: it names the version that was read, and where to come back to. */
export function DecisionForm({ card, back, children, ...shown }: DecisionFormProps) {
  return (
    <form method="post" action={`/desk/submissions/${card.id}/decision`} {...shown}>
      <input type="hidden" name="version" value={card.version} />
      {back !== null && <input type="hidden" name="back" value={back} />}
      {children}
    </form>
  );
}

/** The id of the form that accepts a card as it is. */
export function acceptForm({ id }: Pick<DeskCard, 'id'>): string {
  return `accept-${id}`;
}

/** What its fields and folds are called by: several cards stand on one page. */
export function prefixOf({ id }: Pick<DeskCard, 'id'>): string {
  return `s-${id}`;
}

/** The attributes of what a letter does; an access key only on the card in hand. */
export function byKey(letter: string, keyed: boolean): { 'data-key': string; accessKey: string | undefined } {
  return { 'data-key': letter, accessKey: keyed ? letter : undefined };
}
