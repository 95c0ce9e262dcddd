import type { Ui } from '../kit/ui.js';
import { queueAddress, type QueuePosition } from './queue-address.js';

interface BulkStripProps {
  ui: Ui;
  position: QueuePosition;
  /** How many the filter shows. */
  shown: number;
  /** The cursor of the page after this one; null on the last. */
  next: string | null;
  /** Ticked on other pages: `id:version`. */
  elsewhere: readonly string[];
}

/** The form that the boxes of all cards belong to. Without a script it carries what was ticked from page to page. */
export function BulkStrip({ ui, position, shown, next, elsewhere }: BulkStripProps) {
  const { bulk } = ui.t;
  return (
    <form id="bulk" class="bulk acts ui" method="post" action="/desk/bulk" aria-label={bulk.strip}>
      <input type="hidden" name="back" value={queueAddress(position)} />
      <input type="hidden" name="items" value={elsewhere.join(',')} data-ticked />
      <button class="q" type="submit">
        {bulk.ticked}
        <span data-ticked-count>{elsewhere.length > 0 && `\u00a0(+\u00a0${elsewhere.length})`}</span>
      </button>{' '}
      <button class="q" type="submit" name="all" value="yes">
        {bulk.all(shown)}
      </button>{' '}
      <noscript>
        {next !== null && (
          <button class="q" type="submit" name="to" value={next}>
            {bulk.nextPage}
          </button>
        )}{' '}
        {position.before !== null && (
          <button class="q" type="submit" name="to" value="">
            {bulk.firstPage}
          </button>
        )}
      </noscript>
    </form>
  );
}
