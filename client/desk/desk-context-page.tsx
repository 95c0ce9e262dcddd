import type { DeskContext } from '../../src/desk/queue/contexts.js';
import { nameOf } from '../kit/author.js';
import { DeskContextPart } from './desk-context.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface DeskContextPageProps {
  ui: Ui;
  context: DeskContext;
}

/** What a card shows when its context is opened, as a page for browsers without scripts. */
export function DeskContextPage({ ui, context }: DeskContextPageProps) {
  const { desk, queue } = ui.t;
  const title = queue.contextOf(nameOf(ui, context.author));
  return (
    <Layout ui={ui} title={title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a> <a href={`/desk/submissions/${context.submission}`}>{desk.theMessage}</a>
      </nav>
      <div class="desk-head">
        <h1>{title}</h1>
      </div>
      <DeskContextPart ui={ui} context={context} />
    </Layout>
  );
}
