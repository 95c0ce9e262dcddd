import type { Numbers } from './case-numbers.js';
import type { ExportedStep, LocatedCase } from './case-marks.js';

const COLUMNS = [
  'id',
  'url',
  'title',
  'status',
  'town',
  'town_name',
  'department',
  'country',
  'place',
  'latitude',
  'longitude',
  'precision',
  'authority',
  'authority_name',
  'themes',
  'opened',
  'moved',
  'documents',
  'licence',
] as const;

/** Whole addresses of what a file names. */
export interface FileAddress<R> {
  url: (row: R) => string;
  document: (id: string) => string;
}

/** One case as GeoJSON has it (RFC 7946): longitude first. */
export function caseFeature(row: LocatedCase, { url, document }: FileAddress<LocatedCase>): object {
  const { local, thread, at, precision, documents } = row;
  return {
    type: 'Feature',
    geometry: at === null ? null : { type: 'Point', coordinates: [at.longitude, at.latitude] },
    properties: {
      id: thread.id,
      url: url(row),
      title: thread.title,
      status: local.status,
      precision,
      town: local.town?.code ?? null,
      department: local.town?.department ?? null,
      country: local.town === null ? local.country : 'FR',
      authority: local.authority,
      themes: local.themes,
      opened: local.openedAt.toISOString(),
      moved: local.movedAt.toISOString(),
      documents: documents.map(document),
    },
  };
}

/**
 * A table of cases, one a line; the columns have names, so that more of them may come. The last one is the licence,
 * since a table has no place for what is said of all of it.
 */
export function casesCsv(
  rows: readonly LocatedCase[],
  { url, document, licence }: FileAddress<LocatedCase> & { licence: string },
): string {
  const lines = rows.map((row) => {
    const { local, thread, at, precision, documents } = row;
    const { town } = local;
    return [
      thread.id,
      url(row),
      thread.title,
      local.status,
      town?.code ?? '',
      town?.name ?? '',
      town?.department ?? '',
      town === null ? local.country : 'FR',
      local.place,
      at?.latitude ?? '',
      at?.longitude ?? '',
      precision,
      local.authority,
      local.authorityName,
      local.themes.join(' '),
      local.openedAt.toISOString(),
      local.movedAt.toISOString(),
      documents.map(document).join(' '),
      licence,
    ];
  });
  return [COLUMNS, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** A table of steps, one a line. */
export function stepsCsv(
  rows: readonly ExportedStep[],
  { url, document, licence }: FileAddress<ExportedStep> & { licence: string },
): string {
  const head = [
    'case',
    'number',
    'url',
    'kind',
    'dated',
    'outcome',
    'how',
    'request',
    'cameras',
    'amount',
    'software',
    'link',
    'status',
    'published',
    'documents',
    'licence',
  ];
  const lines = rows.map((row) => [
    row.thread,
    row.number,
    url(row),
    row.kind,
    row.dated,
    row.outcome,
    row.how,
    row.request ?? '',
    row.cameras ?? '',
    row.amount ?? '',
    row.software,
    row.link,
    row.status,
    row.publishedAt.toISOString(),
    row.documents.map(document).join(' '),
    licence,
  ]);
  return [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** All numbers as one table: what is counted, which one it is, the number, and how many it is made of. */
export function numbersCsv({ cases, byStatus, byTheme, requests, waits }: Numbers): string {
  const all = requests.reduce((sum, { count }) => sum + count, 0);
  const lines: (string | number)[][] = [
    ['of', 'key', 'number', 'made_of'],
    ...byStatus.map(({ key, count }) => ['cases by status', key, count, cases]),
    ...byTheme.map(({ key, count }) => ['cases by theme', key, count, cases]),
    ...requests.map(({ key, count }) => ['requests by state', key, count, all]),
    ...waits.flatMap(({ authority, toAnswer, toDocuments, inTime }) => [
      ['median months to an answer', authority, toAnswer.median?.toFixed(1) ?? '', toAnswer.of],
      ['median months to documents', authority, toDocuments.median?.toFixed(1) ?? '', toDocuments.of],
      ['answered within a month', authority, inTime.count, inTime.of],
    ]),
  ];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet takes a text that begins like a formula for one: an apostrophe before it makes it a text. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
