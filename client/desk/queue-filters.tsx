import type { QueueCounts } from '../../src/desk/queue/queue-counts.js';
import type { QueueFilter } from '../../src/desk/queue/queue-filter.js';
import { filterFields, queueAddress, type QueuePosition } from './queue-address.js';
import type { Ui } from '../kit/ui.js';

interface Tab {
  words: string;
  count: number;
  /** What the filter becomes. */
  leads: QueueFilter;
  current: boolean;
}

/** Plain links; the link of an active filter switches it off. */
function Tabs({ ui, position, tabs, label }: { ui: Ui; position: QueuePosition; tabs: Tab[]; label: string }) {
  return (
    <nav class="tabs ui" aria-label={label}>
      {tabs.map(({ words, count, leads, current }) => (
        <>
          <a
            href={queueAddress({ ...position, filter: leads, before: null })}
            aria-current={current ? 'true' : undefined}
          >
            {words} <b>{count}</b>
            {current && leads !== position.filter && <span class="vh">{ui.t.queue.remove}</span>}
          </a>{' '}
        </>
      ))}
    </nav>
  );
}

/**
 * All filters of the queue with the number of submissions that each would show; filters that would show none are left
 * out.
 */
export function QueueFilters({ ui, position, counts }: { ui: Ui; position: QueuePosition; counts: QueueCounts }) {
  const { queue } = ui.t;
  const { filter } = position;
  const toggled = <K extends keyof QueueFilter>(name: K, value: QueueFilter[K]): Pick<Tab, 'leads' | 'current'> => {
    const current = filter[name] === value;
    return { leads: { ...filter, [name]: current ? undefined : value }, current };
  };
  const shown = (tab: Tab): boolean => tab.count > 0 || tab.current;
  const plain =
    filter.kind === undefined &&
    filter.older === undefined &&
    filter.links === undefined &&
    filter.documents === undefined &&
    filter.colleague === undefined &&
    filter.category === undefined;
  const first: Tab[] = [
    {
      words: queue.all,
      count: counts.all,
      current: plain,
      leads: plain ? filter : { author: filter.author, q: filter.q },
    },
    ...counts.kinds
      .map(({ kind, count }) => ({ words: ui.t.kinds[kind].many, count, ...toggled('kind', kind) }))
      .filter(shown),
    ...counts.older
      .map(({ older, count }) => ({ words: queue.older[older] ?? older, count, ...toggled('older', older) }))
      .filter(shown),
    ...[
      { words: queue.links, count: counts.links, ...toggled('links', true) },
      { words: queue.documents, count: counts.documents, ...toggled('documents', true) },
      { words: queue.colleague, count: counts.colleague, ...toggled('colleague', true) },
    ].filter(shown),
    ...(filter.author === undefined
      ? []
      : [{ words: queue.by(filter.author), count: counts.shown, ...toggled('author', filter.author) }]),
  ];
  const categories = counts.categories
    .map(({ slug, name, count }) => ({ words: name, count, ...toggled('category', slug) }))
    .filter(shown);
  return (
    <div class="filters">
      <Tabs ui={ui} position={position} tabs={first} label={queue.filters} />
      {(categories.length > 1 || filter.category !== undefined) && (
        <Tabs ui={ui} position={position} tabs={categories} label={queue.categories} />
      )}
    </div>
  );
}

/** Takes the oldest of what the filter shows. */
export function TakeOldest({ ui, position }: { ui: Ui; position: QueuePosition }) {
  return (
    <form class="take" method="post" action="/desk/claims">
      <input type="hidden" name="back" value={queueAddress(position)} />
      <button class="q" type="submit">
        {ui.t.queue.takeOldest}
      </button>
    </form>
  );
}

/** Looks for words among what the filter shows. */
export function QueueSearch({ ui, position: { filter, keys } }: { ui: Ui; position: QueuePosition }) {
  const { queue } = ui.t;
  return (
    <form class="search" method="get" action="/desk" role="search">
      {filterFields({ ...filter, q: undefined }, keys).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="vh" for="desk-q">
        {queue.search}
      </label>
      <input
        id="desk-q"
        type="search"
        name="q"
        value={filter.q ?? ''}
        placeholder={queue.searchSend}
        maxLength={100}
      />{' '}
      <button class="q" type="submit">
        {queue.searchSend}
      </button>
    </form>
  );
}
