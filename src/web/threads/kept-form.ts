import { h } from 'preact';
import { fillSlots } from '../../../client/kit/slots.js';
import type { Ui } from '../../../client/kit/ui.js';
import { NOTHING_WRITTEN, type Writer } from '../../../client/kit/written.js';
import { Identity, IDENTITY } from '../../../client/writing/identity.js';
import { ReplyForm } from '../../../client/writing/reply-form.js';
import type { VisibleThread } from '../../threads/visible.js';
import { htmlOf } from '../kit/html-of.js';

/**
 * The form below the posts of one kept page, which has one language. For members it is drawn once, with a gap where it
 * says who writes: drawing all of it for each of them was a tenth of what their page cost.
 */
export class KeptForm {
  private readonly drawn = new Map<string, string>();

  constructor(private readonly thread: VisibleThread) {}

  html(ui: Ui, writer: Writer): string {
    const { thread } = this;
    if (writer.kind === 'guest') return htmlOf(h(ReplyForm, { ui, thread, writer }));
    // All that the form shows of a member besides their name, which is in the gap.
    const key = `${writer.readFirst} ${writer.attaches}`;
    const form = this.drawn.get(key) ?? htmlOf(h(ReplyForm, { ui, thread, writer, open: true }));
    this.drawn.set(key, form);
    const identity = htmlOf(h(Identity, { ui, writer, written: NOTHING_WRITTEN, errors: null }));
    return fillSlots(form, { [IDENTITY]: identity });
  }
}
