import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import type { ExpectedHold, ShownHold } from '../../src/screening/phase.js';
import type { Ui } from '../kit/ui.js';

/** Not shown, so that the card has one line less. */
const EXPECTED: Record<ExpectedHold, true> = { default: true, 'hold-all': true, guest: true };

/** The words for a HoldReason. A row that waits for long may have a code that the program does not give any more. */
function wordsOfHold(ui: Ui, held: string): string {
  const { desk } = ui.t;
  const [code = '', ...about] = held.split(':');
  const why = code in desk.held ? desk.held[code as ShownHold] : code;
  return about.length === 0 ? why : desk.heldAbout(why, about.join(':'));
}

function wordsOfAgreement(ui: Ui, { needed, agreed }: NonNullable<Card['agreement']>): string {
  return agreed.length === 0
    ? ui.t.desk.noAgreement(needed)
    : ui.t.desk.agreement(agreed.length, needed, agreed.join(', '));
}

/** What screening noticed and where the links lead, in clear. */
export function CardNotes({ ui, card }: { ui: Ui; card: Card }) {
  const { desk } = ui.t;
  const why = card.heldFor
    .filter((code) => !(code in EXPECTED))
    .map((code) => wordsOfHold(ui, code))
    .join(', ');
  const { agreement } = card;
  if (why === '' && card.links.length === 0 && agreement === null) return null;
  return (
    <p class="links ui meta">
      {agreement !== null && (
        <>
          <b class="agreement">{wordsOfAgreement(ui, agreement)}</b>{' '}
        </>
      )}
      {why !== '' && <span>{desk.heldFor(why)}</span>}{' '}
      {card.links.length > 0 && (
        <span class="addresses">
          <b>{desk.links(card.links.length)}</b>{' '}
          {card.links.map((link) => (
            <>
              <span class="address">{link}</span>{' '}
            </>
          ))}
        </span>
      )}
    </p>
  );
}
