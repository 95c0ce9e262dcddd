import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { UnreadMark } from '../../client/parts/thread-row.js';
import type { ThreadRow, VisibleThread } from '../threads/visible.js';
import { Unread } from '../threads/unread.js';
import type { Slots } from './page-cache/drawing.js';
import { Pages } from './pages.js';

/** The slots `unread-ID` of a list: what a member has not read yet, and where it begins. Nothing for guests. */
@Injectable()
export class UnreadSlots {
  constructor(private readonly unread: Unread, private readonly pages: Pages) {}

  of(rows: readonly ThreadRow[]): Slots {
    const threads = rows.map(({ thread: { id, title, lastNumber } }): Pick<VisibleThread, 'id' | 'title' | 'lastNumber'> => ({ id, title, lastNumber }));
    return async ({ visitor, ui }) => {
      if (visitor.member === null) return {};
      const unread = await this.unread.of(visitor.member.id, threads);
      return Object.fromEntries(threads.flatMap((thread) => {
        const left = unread.get(thread.id);
        if (left === undefined) return [];
        return [[`unread-${thread.id}`, this.pages.fragment(h(UnreadMark, { ui, thread, unread: left.count, first: left.first }))]];
      }));
    };
  }
}
