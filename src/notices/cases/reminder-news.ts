import { type Day, plusDays } from '../../clock/day.js';
import type { CountedDate } from '../../deadlines/count.js';

/** What somebody is reminded of who follows the dates of a case. */
export const REMINDER_NEWS = ['due-in-two-weeks', 'due-in-three-days', 'authority-is-late'] as const;
export type ReminderNews = (typeof REMINDER_NEWS)[number];

/** Days before a date that binds people; the nearest first. */
const BEFORE: readonly [ReminderNews, number][] = [
  ['due-in-three-days', 3],
  ['due-in-two-weeks', 14],
];
/** Days after a date that binds the authority, while saying so is still news. */
const LATE = 7;
/** Days after which a date that was told cannot be told again anyway. */
const KEPT = 60;

type Dated = Pick<CountedDate, 'shown' | 'state'> & { rule: Pick<CountedDate['rule'], 'number' | 'binds'> };

/** A reminder whose day has come. */
interface Due {
  news: ReminderNews;
  /** It names the date and no request, so that a step which is moved, or a date that comes back, is told once. */
  key: string;
}

/** What is due of one date, the nearer reminder first; nothing of what was answered, and of what is long over. */
function dues({ shown, state, rule }: Dated, today: Day): Due[] {
  const due = (news: ReminderNews): Due => ({ news, key: `${news} ${rule.number} ${shown}` });
  if (rule.binds === 'authority')
    return state === 'passed' && shown < today && today <= plusDays(shown, LATE) ? [due('authority-is-late')] : [];
  const isOpen = state === 'running' || state === 'ahead';
  return BEFORE.filter(([, days]) => isOpen && plusDays(shown, -days) <= today).map(([news]) => due(news));
}

/** What is to be told now, each once: of two reminders of one date that are due together the nearer one alone. */
export function newsOf(knows: readonly string[], dates: readonly Dated[], today: Day): ReminderNews[] {
  const told = dates.flatMap((date) => {
    const [first] = dues(date, today);
    return first === undefined || knows.includes(first.key) ? [] : [first.news];
  });
  return REMINDER_NEWS.filter((news) => told.includes(news));
}

/** What somebody knows who has just been told, or reads the page: what was due until now is not told any more. */
export function learned(knows: readonly string[], dates: readonly Dated[], today: Day): string[] {
  const oldest = plusDays(today, -KEPT);
  const kept = knows.filter((key) => key.slice(-oldest.length) >= oldest);
  return [...new Set([...kept, ...dates.flatMap((date) => dues(date, today)).map(({ key }) => key)])];
}
