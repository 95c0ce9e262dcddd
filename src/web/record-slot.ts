import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { RecordLink } from '../../client/parts/record-link.js';
import type { Slots } from './page-cache/drawing.js';
import { Pages } from './pages.js';

/** The slot `record` of a member's page: to moderators, the way to what the team knows; to all others, nothing. */
@Injectable()
export class RecordSlot {
  constructor(private readonly pages: Pages) {}

  of(name: string): Slots {
    return ({ visitor, ui }) => Promise.resolve({ record: visitor.isModerator ? this.pages.fragment(h(RecordLink, { ui, name })) : '' });
  }
}
