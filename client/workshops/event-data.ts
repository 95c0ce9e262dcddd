import type { VisibleThread } from '../../src/threads/visible.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { dataBlock } from '../kit/shared-page.js';

const STATUS = 'https://schema.org/';

/**
 * Data for search engines: one Event of schema.org for each date. `dataBlock` escapes `<`, so that no text of a
 * workshop can close the script element.
 */
export function eventData(thread: VisibleThread, { workshop, dates }: WholeWorkshop, url: string): string {
  const { town, place, address, online, isOnline } = workshop;
  const mode = town === null ? 'Online' : isOnline ? 'Mixed' : 'Offline';
  const there =
    town === null
      ? []
      : [
          {
            '@type': 'Place',
            ...(place !== '' && { name: place }),
            address: {
              '@type': 'PostalAddress',
              ...(address !== '' && { streetAddress: address }),
              addressLocality: town.name,
              addressCountry: 'FR',
            },
          },
        ];
  // An address online that is secret is no place for machines either: the page itself says how one takes part.
  const elsewhere = isOnline ? [{ '@type': 'VirtualLocation', url: online === '' ? url : online }] : [];
  const events = dates.map((date) => ({
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `urn:uuid:${date.id}`,
    name: thread.title,
    url,
    startDate: date.startsAt.toISOString(),
    endDate: date.endsAt.toISOString(),
    eventStatus: `${STATUS}${statusOf(date)}`,
    ...(date.movedFrom !== null && { previousStartDate: date.movedFrom.toISOString() }),
    eventAttendanceMode: `${STATUS}${mode}EventAttendanceMode`,
    location: [...there, ...elsewhere],
    ...(workshop.price === 'free' && { isAccessibleForFree: true }),
  }));
  return dataBlock(events);
}

/** What schema.org calls it. */
function statusOf({ state, movedFrom }: WholeWorkshop['dates'][number]): string {
  if (state === 'cancelled') return 'EventCancelled';
  return movedFrom === null ? 'EventScheduled' : 'EventRescheduled';
}
