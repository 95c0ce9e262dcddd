import type { VisibleCall } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';

/** Above the posts: what the thread calls for, and at which host. Empty where it calls for nothing. */
export function CallSlip({ ui, call }: { ui: Ui; call: VisibleCall | null }) {
  if (call === null) return <div data-call />;
  const { calling } = ui.t;
  return (
    <div data-call>
      <aside class="slip call" aria-label={calling.heading}>
        <p>
          <a class="b do" href={call.url} rel="nofollow noopener noreferrer">
            {call.words}
          </a>{' '}
          <span class="meta">{calling.at(new URL(call.url).host)}</span>{' '}
          <span class="meta">{calling.until(ui.dates.day(call.until))}</span>
        </p>
      </aside>
    </div>
  );
}
