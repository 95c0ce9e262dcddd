import { Injectable } from '@nestjs/common';
import type { Queries } from '../../database/transaction.js';
import type { Language } from '../../visitors/visitor.js';
import type { LetterContent } from '../letter-content.js';
import { MAY_READ } from './may-read.js';
import { learned, newsOf } from './reminder-news.js';
import { HOME, learn, Reminders, WITH_HOME } from './reminders.js';

interface Row {
  email: string;
  language: Language;
  thread: number;
  knows: string[];
}

/** Letters about the dates of cases: what is due when they leave and was not told before. */
@Injectable()
export class ReminderLetters {
  constructor(private readonly reminders: Reminders) {}

  /** Null when nothing is due any more, or nobody is to be written to. */
  async of(from: Queries, reminder: string, now: Date): Promise<LetterContent | null> {
    const [row] = await from.query<Row>(
      `select r.email, r.language, t.id as thread, r.knows
       from private.case_reminder r ${WITH_HOME} join thread t on t.id = ${HOME} join category c on c.id = t.category_id
       left join member m on m.id = r.member_id
       where r.id = $1 and r.email is not null and r.email_confirmed_at is not null and ${MAY_READ}`,
      [reminder],
    );
    if (row === undefined) return null;
    const { email, language, thread, knows } = row;
    const [dates, today] = [await this.reminders.datesOf(thread, now), await this.reminders.today(now)];
    const says = newsOf(knows, dates, today);
    if (says.length === 0) return null;
    return {
      to: email,
      language,
      subject: 'reminder',
      says,
      links: [{ lead: 'case', path: `/thread/${thread}` }],
      stop: { of: 'reminder', reminder },
      learn: (tx) => learn(tx, reminder, { knows: learned(knows, dates, today) }),
    };
  }
}
