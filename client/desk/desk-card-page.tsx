import type { DeskRecord } from '../../src/desk/queue/card.js';
import { DeskCard } from './desk-card.js';
import { Layout } from '../kit/layout.js';
import { nameOf } from '../kit/author.js';
import { queueAddress, type QueuePosition } from './queue-address.js';
import { ReasonBodies } from '../kit/reason-picker.js';
import type { Ui } from '../kit/ui.js';

export interface DeskCardPageProps {
  ui: Ui;
  card: DeskRecord;
  /** Where in the queue it stands. */
  position: QueuePosition;
  /** The member who looks. */
  me: number;
}

/** One card of the queue in hand, as the script of the queue fetches it. */
export function DeskCardPage({ ui, card, position, me }: DeskCardPageProps) {
  const { desk } = ui.t;
  const back = queueAddress(position);
  return (
    <Layout
      ui={ui}
      title={desk.kindBy(ui.t.kinds[card.kind].one, nameOf(ui, card.author))}
      section="desk"
      desk
      noindex
    >
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={back}>{desk.title}</a>
      </nav>
      <h1 class="vh">{desk.theMessage}</h1>
      <DeskCard ui={ui} card={card} here keys={position.keys} back={back} me={me} ticked={false} />
      <ReasonBodies ui={ui} />
    </Layout>
  );
}
