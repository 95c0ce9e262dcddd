import type { Count } from './counted-month.js';
import { FAMILIES } from './figures.js';
import type { Statistics } from './statistics.js';

type All = Awaited<ReturnType<Statistics['all']>>;

const WORDS = { few: '<5', withheld: 'not given' } as const;

const cell = (count: Count | undefined): string => (typeof count === 'number' ? String(count) : WORDS[count ?? 'few']);

/**
 * A line for each month and category (empty for all together), with what the page shows and nothing else. Nothing in
 * it needs quotes: months, addresses and codes have no commas.
 */
export function statisticsCsv({ reasons, rows }: All): string {
  const figures = FAMILIES.flatMap(({ total, parts }) => (total === null ? parts : [total, ...parts]));
  const head = [
    'month',
    'category',
    ...figures,
    ...reasons.map((reason) => `refused:${reason}`),
    'median_minutes',
    'ninth_minutes',
    'delays_of',
  ];
  const lines = rows.map(({ slug, month: { month, figures: of, refused, delay } }) => [
    month.slice(0, 7),
    slug ?? '',
    ...figures.map((figure) => cell(of[figure])),
    ...reasons.map((reason) => cell(refused[reason])),
    ...(delay === null ? ['', '', ''] : [delay.median, delay.ninth, delay.of]),
  ]);
  return [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}
