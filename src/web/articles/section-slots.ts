import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { SectionBox } from '../../../client/writing/section-box.js';
import { SectionClosed } from '../../../client/writing/section-closed.js';
import { WaitingPost } from '../../../client/writing/waiting-post.js';
import { NOTHING_WRITTEN } from '../../../client/kit/written.js';
import { OwnSubmissions } from '../../submissions/own-submissions.js';
import { UsualDelay } from '../../threads/usual-delay.js';
import type { Slots } from '../kit/page-cache/drawing.js';
import { htmlOf } from '../kit/html-of.js';
import { writerOf } from '../kit/writer-of.js';
import { refusedIn, type SeenSection } from './sections.js';

/** What the page of an empty section says to one person: their own waiting comments, and the box. */
@Injectable()
export class SectionSlots {
  constructor(
    private readonly own: OwnSubmissions,
    private readonly delay: UsualDelay,
  ) {}

  of(section: Omit<SeenSection, 'site'>): Slots {
    const { article, category, signed } = section;
    return async ({ visitor, ui }) => {
      const waiting = await this.own.waitingOn(article, visitor);
      const refused = refusedIn(section, visitor, ui.dates.now);
      const writer = writerOf(visitor, 'reply', category, article);
      const usualDelay = await this.delay.get();
      return {
        mine: waiting.map((submission) => htmlOf(h(WaitingPost, { ui, submission }))).join(''),
        writing:
          refused === null
            ? htmlOf(
                h(SectionBox, {
                  ui,
                  article,
                  writer,
                  written: NOTHING_WRITTEN,
                  errors: null,
                  signed,
                  marks: true,
                  usualDelay,
                }),
              )
            : htmlOf(h(SectionClosed, { ui, article, why: refused, signed })),
      };
    };
  }
}
