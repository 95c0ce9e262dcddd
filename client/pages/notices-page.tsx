import type { Notice } from '../../src/notices/notices.js';
import type { Slice } from '../../src/threads/visible.js';
import { postAddress, threadAddress } from '../parts/address.js';
import { nameOf } from '../parts/author.js';
import { Layout } from '../parts/layout.js';
import { OlderNav } from '../parts/pages-nav.js';
import { titleOf } from '../parts/thread-row.js';
import { Time } from '../parts/time.js';
import { Tree } from '../parts/tree.js';
import type { Ui } from '../ui.js';

export interface NoticesPageProps {
  ui: Ui;
  notices: Slice<Notice>;
  before: string | null;
}

const ADDRESS = '/me/notices';
const LEAVES: Partial<Record<Notice['kind'], string>> = { returned: 'team', 'team-edited': 'team', refused: 'fallen', 'taken-down': 'fallen', 'waits-again': 'waits' };

function Line({ ui, notice }: { ui: Ui; notice: Notice }) {
  const { notices, write } = ui.t;
  const { kind, submission, thread, number, by, seen } = notice;
  const words = kind === 'answered' ? notices.answered(nameOf(ui, { name: by ?? '' })) : notices.kinds[kind];
  const own = submission === null ? null : `/me/submissions/${submission.id}`;
  const post = thread === null || number === null ? null : postAddress(thread.id, number);
  const toPost = kind === 'answered' || own === null;
  return (
    <li>
      <article class="row plain-row" data-notice={kind}>
        <span class={`leaf s ${LEAVES[kind] ?? ''}`.trim()} aria-hidden="true" />
        <h3><a href={(toPost ? post : own) ?? ADDRESS}>{words}</a> {!seen && <b class="state waiting">{notices.fresh}</b>}</h3>
        <p class="meta">
          {submission !== null && <span>{write.kinds[submission.kind]}</span>}{' '}
          {thread !== null && <a href={post ?? threadAddress(thread)}>{titleOf(ui, thread)}</a>}{' '}
          <Time ui={ui} at={notice.at} />
        </p>
      </article>
    </li>
  );
}

export function NoticesPage({ ui, notices: { rows, next }, before }: NoticesPageProps) {
  const { notices } = ui.t;
  return (
    <Layout ui={ui} title={notices.title} noindex>
      <div class="title"><h1>{notices.title}</h1><p class="lede">{notices.lede}</p></div>
      <section class="column" aria-labelledby="notices">
        <h2 class="vh" id="notices">{notices.title}</h2>
        {rows.length === 0 && <div class="empty"><Tree /><p>{notices.none}</p></div>}
        <ol class="rows">{rows.map((notice) => <Line ui={ui} notice={notice} />)}</ol>
        <OlderNav
          ui={ui} newest={before === null ? null : ADDRESS} older={next === null ? null : `${ADDRESS}?before=${encodeURIComponent(next)}`}
        />
        <p class="hint">{notices.kept} <a href="/me/mail">{notices.settings}</a></p>
      </section>
    </Layout>
  );
}
