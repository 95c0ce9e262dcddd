/** The one right address of the statistics of a year and a category: null for the last months, and for all of them. */
export function statisticsAddress(
  { year, category }: { year: number | null; category: string | null },
  as: 'page' | 'csv' = 'page',
): string {
  const query = new URLSearchParams([
    ...(year === null ? [] : [['year', String(year)]]),
    ...(category === null ? [] : [['category', category]]),
  ]).toString();
  return `/transparency${as === 'csv' ? '/statistics.csv' : ''}${query === '' ? '' : `?${query}`}`;
}
