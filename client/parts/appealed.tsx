import type { DeskCard } from '../../src/desk/card.js';
import type { Ui } from '../ui.js';
import { nameOf } from './author.js';
import { ReasonLine } from './reason-line.js';
import { Time } from './time.js';

type Against = NonNullable<DeskCard['appeal']>;

/** Whether whoever looks is the one person who should not judge this appeal. */
export function isOwnDecision({ decider, alone }: Against, me: number | null): boolean {
  return me !== null && decider === me && !alone;
}

/** Above an appeal: the text that it is about, and what was decided, why and by whom. */
export function Appealed({ ui, against, me }: { ui: Ui; against: Against; me: number | null }) {
  const { after, write } = ui.t;
  const { takenDown, status } = against;
  const how = takenDown ? after.appealAgainst.takenDown : status === 'spam' ? after.appealAgainst.spam : status === 'refused' ? after.appealAgainst.refused : after.appealSettled;
  return (
    <div class="slip bad">
      <p class="flag">
        {how} {against.decidedBy !== null && <span>{after.appealDecidedBy(nameOf(ui, { name: against.decidedBy }))}</span>}{' '}
        {against.decidedAt !== null && <Time ui={ui} at={against.decidedAt} />}
      </p>
      <ReasonLine ui={ui} reasons={against.reasons} />
      {against.remark !== null && <p class="remark">{write.remark(against.remark)}</p>}
      {against.title !== null && <p class="text"><b>{against.title}</b></p>}
      <div class="text" dangerouslySetInnerHTML={{ __html: against.html }} />
      {me !== null && against.decider === me && <p><b>{against.alone ? after.appealAlone : after.appealOwn}</b></p>}
    </div>
  );
}
