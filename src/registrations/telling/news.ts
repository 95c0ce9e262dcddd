import { type PersonKnown, type RegistrationNews, reminderAt, type Standing } from './known.js';

/**
 * What a person has to be told: what differs from what they know, but not about a date that is over, and not what they
 * have done themselves.
 */
export function newsOf(known: Partial<PersonKnown>, standing: Standing, now: Date): RegistrationNews[] {
  const { state, date } = standing;
  const ends = standing.ends ?? known.ends ?? null;
  if (known.state === undefined || state === 'cancelled' || ends === null || ends <= now.getTime()) return [];
  if (known.state === 'declined' && state === 'declined') return [];
  const wrote: RegistrationNews[] = (standing.words ?? 0) > (known.words ?? 0) ? ['hosts-wrote'] : [];
  if (date !== 'planned') return [...absence(known, standing), ...(date === 'gone' ? [] : wrote)];
  if (state === 'declined') return ['declined'];
  const news: RegistrationNews[] = [];
  if (known.date === 'cancelled') news.push('date-reopened');
  else if (known.date !== 'planned') news.push('workshop-back');
  if (known.date === 'planned' || known.date === 'cancelled') {
    if (known.starts !== standing.starts || known.ends !== standing.ends) news.push('date-changed');
    if (isElsewhere(known, standing, now)) news.push('place-changed');
  }
  const admitted = known.state === 'asked' || known.state === 'declined';
  if (admitted && state === 'waiting') news.push('admitted-to-line');
  if (admitted && state === 'seated') news.push('admitted');
  if (known.state === 'waiting' && state === 'seated') news.push('moved-up');
  return [...news, ...wrote];
}

function absence(known: Partial<PersonKnown>, { date }: Standing): RegistrationNews[] {
  // If a cancelled date goes, or comes back cancelled, nothing changes for anybody.
  if (known.date === date || known.date === 'cancelled') return [];
  if (date === 'cancelled') return known.date === 'planned' ? ['date-cancelled'] : [];
  if (known.date !== 'planned') return [];
  return [date === 'dropped' ? 'date-dropped' : 'workshop-gone'];
}

/** The exact place is news for whoever could read the former one and may read this one. */
function isElsewhere(known: Partial<PersonKnown>, standing: Standing, now: Date): boolean {
  if (known.place !== standing.place) return true;
  const reads = standing.revealedFrom === null || standing.revealedFrom <= now.getTime();
  return reads && known.state === 'seated' && standing.state === 'seated' && known.secret !== standing.secret;
}

/** The reminder that is to be sent now; if both are, only the later one. */
export function reminderOf(known: Partial<PersonKnown>, standing: Standing, now: Date): RegistrationNews | null {
  const { state, date, starts, remind } = standing;
  if (known.state === undefined || date !== 'planned' || (state !== 'seated' && state !== 'maybe')) return null;
  if (starts === null || starts <= now.getTime()) return null;
  const due = (['hours', 'day'] as const).find((each) => {
    const at = reminderAt(each, standing);
    return remind.includes(each) && known[each] !== starts && at !== null && at <= now.getTime();
  });
  if (due === undefined) return null;
  const soon = reminderAt('hours', standing);
  return due === 'hours' || (soon !== null && soon <= now.getTime()) ? 'starts-soon' : 'starts-tomorrow';
}
