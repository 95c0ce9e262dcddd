import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { SectionBox, SectionClosed } from '../../client/parts/section-box.js';
import { WaitingPost } from '../../client/parts/waiting-post.js';
import { NOTHING_WRITTEN, type Writer } from '../../client/parts/written.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { UsualDelay } from '../threads/usual-delay.js';
import type { Slots } from './page-cache/drawing.js';
import { Pages } from './pages.js';
import { refusedIn, type SeenSection } from './sections.js';

/** What the page of an empty section says to one person: their own waiting comments, and the box. */
@Injectable()
export class SectionSlots {
  constructor(private readonly own: OwnSubmissions, private readonly delay: UsualDelay, private readonly pages: Pages) {}

  of(section: Omit<SeenSection, 'site'>): Slots {
    const { article, hold, signed } = section;
    return async ({ visitor, ui }) => {
      const waiting = await this.own.waitingOn(article, visitor);
      const refused = refusedIn(section, visitor, ui.dates.now);
      const { member } = visitor;
      const writer: Writer = member === null ? { kind: 'guest' } : { kind: 'member', name: member.name, role: member.role };
      const usualDelay = await this.delay.get();
      return {
        mine: waiting.map((submission) => this.pages.fragment(h(WaitingPost, { ui, submission }))).join(''),
        writing: refused === null
          ? this.pages.fragment(h(SectionBox, { ui, article, hold, writer, written: NOTHING_WRITTEN, errors: null, signed, usualDelay }))
          : this.pages.fragment(h(SectionClosed, { ui, article, why: refused, signed })),
      };
    };
  }
}
