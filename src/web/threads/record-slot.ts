import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { RecordLink } from '../../../client/threads/record-link.js';
import type { Slots } from '../kit/page-cache/drawing.js';
import { htmlOf } from '../kit/html-of.js';

/** The slot `record` of a member's page: to moderators, the way to what the team knows; to all others, nothing. */
@Injectable()
export class RecordSlot {
  of(name: string): Slots {
    return ({ visitor, ui }) =>
      Promise.resolve({ record: visitor.isModerator ? htmlOf(h(RecordLink, { ui, name })) : '' });
  }
}
