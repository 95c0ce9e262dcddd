import { LRUCache } from 'lru-cache';
import { h } from 'preact';
import { SLOT_MARKER } from '../../../client/kit/slots.js';
import type { Ui } from '../../../client/kit/ui.js';
import { NOTHING_WRITTEN, type Writer } from '../../../client/kit/written.js';
import { Identity } from '../../../client/writing/identity.js';
import { ReplyForm } from '../../../client/writing/reply-form.js';
import type { VisibleThread } from '../../threads/visible.js';
import { htmlOf } from '../kit/html-of.js';
import type { Fragment, FramedWords } from '../kit/page-cache/template.js';

/** As long as somebody goes from page to page; names are not remembered for longer (frame.ts). */
const A_WHILE = 300_000;
const identities = new LRUCache<string, string>({ max: 1_000, ttl: A_WHILE, ttlAutopurge: true });

/**
 * The form below the posts of one kept page, which has one language. For members it is drawn once, with a gap where it
 * says who writes: drawing all of it for each of them was a tenth of what their page cost.
 */
export class KeptForm {
  private readonly drawn = new Map<string, Pick<FramedWords, 'before' | 'after'>>();

  constructor(private readonly thread: VisibleThread) {}

  html(ui: Ui, writer: Writer): Fragment {
    const { thread } = this;
    if (writer.kind === 'guest') return htmlOf(h(ReplyForm, { ui, thread, writer }));
    return { ...this.around(ui, writer), own: identityOf(ui, writer) };
  }

  private around(ui: Ui, writer: Writer & { kind: 'member' }): Pick<FramedWords, 'before' | 'after'> {
    const { thread } = this;
    // All that the form shows of a member besides their name, which is in the gap.
    const key = `${writer.readFirst} ${writer.attaches}`;
    const known = this.drawn.get(key);
    if (known !== undefined) return known;
    const [before = '', , after = ''] = htmlOf(h(ReplyForm, { ui, thread, writer, open: true })).split(SLOT_MARKER);
    this.drawn.set(key, { before, after });
    return { before, after };
  }
}

/** Drawn once for all forms that say it. */
function identityOf(ui: Ui, writer: Writer & { kind: 'member' }): string {
  const key = JSON.stringify([ui.language, writer]);
  const known = identities.get(key);
  if (known !== undefined) return known;
  const identity = htmlOf(h(Identity, { ui, writer, written: NOTHING_WRITTEN, errors: null }));
  identities.set(key, identity);
  return identity;
}
