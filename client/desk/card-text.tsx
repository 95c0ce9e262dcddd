import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import { FactChanges, FactsList } from '../kit/facts/facts.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';
import { ChangedSort, ChangesBeside, ChangesInline } from '../kit/word-changes.js';
import { Appealed } from './appealed.js';
import { Reported } from './reported.js';

function ProposedEdit({
  ui,
  card,
  published,
  alone,
}: {
  ui: Ui;
  card: Card;
  published: NonNullable<Card['published']>;
  alone: boolean;
}) {
  const { queue } = ui.t;
  const { asks, changes } = card;
  const title = published.title !== null && card.title !== null && published.title !== card.title;
  const changed = changes.some(({ kind }) => kind !== 'same');
  const places =
    changes.filter(({ kind }, at) => kind !== 'same' && (at === 0 || changes[at - 1]?.kind === 'same')).length +
    (title ? 1 : 0) +
    (asks === null ? 0 : 1);
  return (
    <div class="said">
      {title && (
        <p class="changes text">
          <del>{published.title}</del> <ins>{card.title}</ins>
        </p>
      )}
      <ChangedSort ui={ui} asks={asks} />
      {changed && <ChangesInline changes={changes} />}
      {card.facts !== null && card.baseFacts !== null && (
        <FactChanges ui={ui} before={card.baseFacts} after={card.facts} />
      )}
      <p class="links ui">{places === 0 ? queue.unchanged : `${queue.places(places)}. ${queue.staysOnline}`}</p>
      {changed && (
        <details class="both" open={alone}>
          <summary class="q">{queue.bothTexts}</summary>
          <ChangesBeside ui={ui} changes={changes} />
        </details>
      )}
    </div>
  );
}

/** For whom hosts write. */
function wordsTo(ui: Ui, { toLine, part }: NonNullable<Card['registered']>): string {
  const { team, registering } = ui.t;
  if (toLine) return team.wordsToLine;
  return part === null ? team.wordsToAll : part === '' ? registering.partGone : team.wordsToPart(part);
}

/** What is proposed; for an edit, what it changes in the text that the public reads now. */
export function CardText({
  ui,
  card,
  alone = false,
  me = null,
}: {
  ui: Ui;
  card: Card;
  alone?: boolean;
  me?: number | null;
}) {
  if (card.published !== null) return <ProposedEdit ui={ui} card={card} published={card.published} alone={alone} />;
  return (
    <div class="said">
      {card.appeal !== null && (
        <>
          <Appealed ui={ui} against={card.appeal} me={me} />
          <p class="flag says">{ui.t.after.appealSays}</p>
        </>
      )}
      {card.title !== null && (
        <p class="text">
          <b>{typeset(ui, card.title)}</b>
        </p>
      )}
      <div class="text" dangerouslySetInnerHTML={{ __html: card.html }} />
      {card.facts !== null && <FactsList ui={ui} facts={card.facts} />}
      {card.registered !== null && <p class="ui">{wordsTo(ui, card.registered)}</p>}
      {card.report !== null && <Reported ui={ui} report={card.report} />}
    </div>
  );
}
