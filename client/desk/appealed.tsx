import type { DeskCard } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';
import { nameOf } from '../kit/author.js';
import { HeldPieces } from '../kit/documents/held-pieces.js';
import { ReasonLine } from '../kit/reason-line.js';
import { Time } from '../kit/time.js';

type Against = NonNullable<DeskCard['appeal']>;

/** Whether this moderator made the decision that the appeal is against, and so should not judge it. */
export function isOwnDecision({ decider, alone }: Against, me: number | null): boolean {
  return me !== null && decider === me && !alone;
}

/** Whether what the appeal is against has been taken back meanwhile, so that there is nothing left to judge. */
export function isSettled({ takenDown, status }: Against): boolean {
  return !takenDown && status !== 'refused' && status !== 'spam';
}

/** Above an appeal: the text that it is about, and what was decided, why and by whom. */
export function Appealed({ ui, against, me }: { ui: Ui; against: Against; me: number | null }) {
  const { after, write } = ui.t;
  const { takenDown, status } = against;
  const how = takenDown
    ? after.appealAgainst.takenDown
    : status === 'spam'
      ? after.appealAgainst.spam
      : status === 'refused'
        ? after.appealAgainst.refused
        : after.appealSettled;
  return (
    <div class="slip bad">
      <p class="flag">
        {how}{' '}
        {against.decidedBy !== null && <span>{after.appealDecidedBy(nameOf(ui, { name: against.decidedBy }))}</span>}{' '}
        {against.decidedAt !== null && <Time ui={ui} at={against.decidedAt} />}
      </p>
      <ReasonLine ui={ui} reasons={against.reasons} />
      {against.remark !== null && <p class="remark">{write.remark(against.remark)}</p>}
      {against.title !== null && (
        <p class="text">
          <b>{against.title}</b>
        </p>
      )}
      <div class="text" dangerouslySetInnerHTML={{ __html: against.html }} />
      <HeldPieces
        ui={ui}
        held={against.documents}
        base={`/desk/submissions/${against.id}`}
        gone={ui.t.documents.lost}
      />
      {me !== null && against.decider === me && (
        <p>
          <b>{against.alone ? after.appealAlone : after.appealOwn}</b>
        </p>
      )}
    </div>
  );
}
