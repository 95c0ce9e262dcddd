import type { QueueCounts } from '../../src/desk/queue-counts.js';
import type { QueueFilter } from '../../src/desk/queue-filter.js';
import { filterFields, queueAddress, type QueuePlace } from './queue-address.js';
import type { Ui } from '../ui.js';

interface Tab {
  words: string;
  count: number;
  /** What the filter becomes. */
  leads: QueueFilter;
  current: boolean;
}

/** Plain links; the one that is on leads to the queue without it. */
function Tabs({ ui, place, tabs, label }: { ui: Ui; place: QueuePlace; tabs: Tab[]; label: string }) {
  return (
    <nav class="tabs ui" aria-label={label}>
      {tabs.map(({ words, count, leads, current }) => (
        <><a href={queueAddress({ ...place, filter: leads, before: null })} aria-current={current ? 'true' : undefined}>{words} <b>{count}</b>{current && leads !== place.filter && <span class="vh">{ui.t.queue.remove}</span>}</a>{' '}</>
      ))}
    </nav>
  );
}

/** Every way to see less of the queue, with how much would be seen; what nothing waits in is left out. */
export function QueueFilters({ ui, place, counts }: { ui: Ui; place: QueuePlace; counts: QueueCounts }) {
  const { queue } = ui.t;
  const { filter } = place;
  const toggled = <K extends keyof QueueFilter>(name: K, value: QueueFilter[K]): Pick<Tab, 'leads' | 'current'> => {
    const current = filter[name] === value;
    return { leads: { ...filter, [name]: current ? undefined : value }, current };
  };
  const shown = (tab: Tab): boolean => tab.count > 0 || tab.current;
  const plain = filter.kind === undefined && filter.older === undefined && filter.links === undefined && filter.category === undefined;
  const first: Tab[] = [
    { words: queue.all, count: counts.all, current: plain, leads: plain ? filter : { author: filter.author, q: filter.q } },
    ...counts.kinds.map(({ kind, count }) => ({ words: queue.kinds[kind] ?? kind, count, ...toggled('kind', kind) })).filter(shown),
    ...counts.older.map(({ older, count }) => ({ words: queue.older[older] ?? older, count, ...toggled('older', older) })).filter(shown),
    ...[{ words: queue.links, count: counts.links, ...toggled('links', true) }].filter(shown),
    ...(filter.author === undefined ? [] : [{ words: queue.by(filter.author), count: counts.shown, ...toggled('author', filter.author) }]),
  ];
  const rooms = counts.categories.map(({ slug, name, count }) => ({ words: name, count, ...toggled('category', slug) })).filter(shown);
  return (
    <div class="filters">
      <Tabs ui={ui} place={place} tabs={first} label={queue.filters} />
      {(rooms.length > 1 || filter.category !== undefined) && <Tabs ui={ui} place={place} tabs={rooms} label={queue.categories} />}
    </div>
  );
}

/** Takes the oldest of what the filter shows. */
export function TakeOldest({ ui, place }: { ui: Ui; place: QueuePlace }) {
  return (
    <form class="take" method="post" action="/desk/claims">
      <input type="hidden" name="back" value={queueAddress(place)} />
      <button class="q" type="submit">{ui.t.queue.takeOldest}</button>
    </form>
  );
}

/** Looks for words among what the filter shows. */
export function QueueSearch({ ui, place: { filter, keys } }: { ui: Ui; place: QueuePlace }) {
  const { queue } = ui.t;
  return (
    <form class="search" method="get" action="/desk" role="search">
      {filterFields({ ...filter, q: undefined }, keys).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <label class="vh" for="desk-q">{queue.search}</label>
      <input id="desk-q" type="search" name="q" value={filter.q ?? ''} placeholder={queue.search} maxLength={100} />{' '}
      <button class="q" type="submit">{queue.searchSend}</button>
    </form>
  );
}
