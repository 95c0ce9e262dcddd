import type { Notice } from '../../src/notices/notices.js';
import type { Slice } from '../../src/threads/visible.js';
import { postAddress, threadAddress } from '../kit/address.js';
import { nameOf } from '../kit/author.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { titleOf } from '../kit/thread-row.js';
import { ReasonLine } from '../kit/reason-line.js';
import { Time } from '../kit/time.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface NoticesPageProps {
  ui: Ui;
  notices: Slice<Notice>;
  before: string | null;
  /** Whether they are told when a post names them. */
  mentions: boolean;
}

const ADDRESS = '/me/notices';
const LEAVES: Partial<Record<Notice['kind'], string>> = {
  returned: 'team',
  'team-edited': 'team',
  refused: 'fallen',
  'taken-down': 'fallen',
  'waits-again': 'waits',
};

function Line({ ui, notice }: { ui: Ui; notice: Notice }) {
  const { notices, told } = ui.t;
  const { kind, submission, registration, thread, number, by, seen, own: message, reasons } = notice;
  const name = nameOf(ui, { name: by ?? '' });
  const words =
    kind === 'answered'
      ? notices.answered(name)
      : kind === 'mentioned'
        ? notices.mentioned(name)
        : kind in told
          ? told[kind as keyof typeof told]
          : notices.kinds[kind as keyof typeof notices.kinds];
  const own =
    registration !== null
      ? `/registration/${registration}`
      : submission === null
        ? null
        : `/me/submissions/${submission.id}`;
  const post = thread === null || number === null ? null : postAddress(thread.id, number);
  const place = thread === null ? null : threadAddress(thread);
  const toPost = kind === 'answered' || kind === 'mentioned' || kind === 'case-changed' || own === null;
  return (
    <li>
      <article class="row plain-row" data-notice={kind}>
        <span class={`leaf s ${LEAVES[kind] ?? ''}`.trim()} aria-hidden="true" />
        <h3>
          <a href={(toPost ? (post ?? place) : own) ?? ADDRESS}>{words}</a>{' '}
          {!seen && <b class="state waiting">{notices.fresh}</b>}
        </h3>
        <p class="meta">
          {submission !== null && <span>{ui.t.kinds[submission.kind].one}</span>}{' '}
          {thread !== null && <a href={post ?? threadAddress(thread)}>{titleOf(ui, thread)}</a>}{' '}
          <Time ui={ui} at={notice.at} />
        </p>
        {message !== null && (
          <p class="last" data-own>
            {notices.yours(ui.t.read.quoted(message))}
          </p>
        )}
        {reasons.length > 0 && (
          <div class="last" data-reasons>
            <ReasonLine ui={ui} reasons={reasons} />
          </div>
        )}
      </article>
    </li>
  );
}

export function NoticesPage({ ui, notices: { rows, next }, before, mentions }: NoticesPageProps) {
  const { notices } = ui.t;
  return (
    <Layout ui={ui} title={notices.title} noindex>
      <div class="title">
        <h1>{notices.title}</h1>
        <p class="lede">{notices.lede}</p>
      </div>
      <section class="column" aria-labelledby="notices">
        <h2 class="vh" id="notices">
          {notices.title}
        </h2>
        {rows.length === 0 && (
          <div class="empty">
            <Tree />
            <p>{notices.none}</p>
          </div>
        )}
        <ol class="rows">
          {rows.map((notice) => (
            <Line ui={ui} notice={notice} />
          ))}
        </ol>
        <OlderNav
          ui={ui}
          newest={before === null ? null : ADDRESS}
          older={next === null ? null : `${ADDRESS}?before=${encodeURIComponent(next)}`}
        />
        <form method="post" action={ADDRESS}>
          <input type="hidden" name="mentions" value={mentions ? 'no' : 'yes'} />
          <p class="hint">{mentions ? notices.toldOfMentions : notices.notToldOfMentions}</p>
          <p class="acts">
            <button class="q" type="submit">
              {mentions ? notices.stopMentions : notices.startMentions}
            </button>
          </p>
        </form>
        <p class="hint">
          {notices.kept} <a href="/me/mail">{notices.settings}</a>
        </p>
      </section>
    </Layout>
  );
}
