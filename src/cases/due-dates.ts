import { Injectable } from '@nestjs/common';
import type { Day } from '../clock/day.js';
import { Reader } from '../database/reader.js';
import type { Binds } from '../deadlines/rule.js';
import type { News } from '../events/news.js';
import { NewsWire } from '../events/news-wire.js';
import type { Audience } from '../threads/visible.js';
import { type Around, isIn } from '../towns/around.js';
import { Deadlines } from './deadlines.js';
import { KeptByThread } from './kept-by-thread.js';
import { type DueDate, openDates } from './open-dates.js';

/** Which dates are wanted. A field that is left out leaves none out. */
export interface DueFilter extends Around {
  binds?: Binds;
  /** From this day to that one, both included. */
  from: Day;
  until: Day;
}

interface OfDay {
  today: Day;
  kept: KeptByThread<readonly DueDate[]>;
}

/**
 * The next dates that the law gives in all cases together, for one audience at a time. Counting thousands of cases
 * takes most of a second, and the home page shows the first dates. So they are kept, for each audience and for one day,
 * and after news of a thread only that thread is counted again.
 */
@Injectable()
export class DueDates {
  private readonly ofAudience = new Map<Audience, OfDay>();
  private hearing = true;

  constructor(
    private readonly reader: Reader,
    private readonly deadlines: Deadlines,
    wire: NewsWire,
  ) {
    // News of this process is heard twice: whoever acted is led to a page at once and has to see the result there.
    wire.onAhead((heard) => this.hear(heard));
    wire.onAny((heard) => this.hear(heard));
    wire.onDeaf(() => {
      this.hearing = false;
      this.ofAudience.clear();
    });
    wire.onMissed(() => {
      this.hearing = true;
      this.ofAudience.clear();
    });
  }

  /** The soonest first. */
  async of(audience: Audience, { binds, from, until, ...around }: DueFilter, today: Day): Promise<DueDate[]> {
    const all = await this.keptFor(audience, today).all();
    return [...all.values()]
      .flat()
      .filter(({ town: of, date: { rule, shown } }) => {
        const isWanted = (binds === undefined || rule.binds === binds) && isIn(around, of);
        return isWanted && shown >= from && shown <= until;
      })
      .toSorted((one, other) => {
        if (one.date.shown !== other.date.shown) return one.date.shown < other.date.shown ? -1 : 1;
        return one.thread.id - other.thread.id || one.request - other.request;
      });
  }

  private keptFor(audience: Audience, today: Day): OfDay['kept'] {
    const known = this.ofAudience.get(audience);
    if (known?.today === today) return known.kept;
    const kept = new KeptByThread(
      (threads) => openDates({ reader: this.reader, deadlines: this.deadlines }, audience, today, threads),
      () => this.hearing,
    );
    this.ofAudience.set(audience, { today, kept });
    return kept;
  }

  private hear(heard: News): void {
    for (const { kept } of this.ofAudience.values()) {
      // Who may read a case, and what the law says, change by news that name no thread: then everything is counted
      // again.
      if (heard.news === 'SiteChanged' || heard.news === 'CategoryChanged') kept.drop();
      if ('thread' in heard) kept.change(heard.thread);
      if ('toThread' in heard) kept.change(heard.toThread);
    }
  }
}
