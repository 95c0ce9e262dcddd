import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { UnreadView } from '../../../client/kit/thread-views.js';
import { UnreadMark } from '../../../client/kit/thread-row.js';
import type { ThreadRow, VisibleThread } from '../../threads/visible.js';
import { Unread } from '../../threads/unread.js';
import type { Slots } from '../kit/page-cache/drawing.js';
import { htmlOf } from '../kit/html-of.js';

/**
 * The slots `unread-ID` of a list: what a member has not read yet, and where it begins; and `views`. Nothing for
 * guests.
 */
@Injectable()
export class UnreadSlots {
  constructor(private readonly unread: Unread) {}

  of(rows: readonly ThreadRow[]): Slots {
    const threads = rows.map(
      ({ thread: { id, title, lastNumber } }): Pick<VisibleThread, 'id' | 'title' | 'lastNumber'> => ({
        id,
        title,
        lastNumber,
      }),
    );
    return async ({ visitor, ui }) => {
      if (visitor.member === null) return {};
      const unread = await this.unread.of(visitor.member.id, threads);
      const marks = Object.fromEntries(
        threads.flatMap((thread) => {
          const left = unread.get(thread.id);
          if (left === undefined) return [];
          return [
            [`unread-${thread.id}`, htmlOf(h(UnreadMark, { ui, thread, unread: left.count, first: left.first }))],
          ];
        }),
      );
      return { ...marks, views: htmlOf(h(UnreadView, { ui })) };
    };
  }
}
