import type { Catalogue } from '../fr.js';

const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

export const towns: Catalogue['towns'] = {
  lede: (department, code, region) =>
    department === region ? `${department} (${code})` : `${department} (${code}), ${region}`,
  empty: 'Nothing has appeared here about this town yet.',
  toThreads: 'See the threads, or open one',
  aside: 'The town',
  threads: 'Threads',
  facts: 'In short',
  department: 'Department',
  region: 'Region',
  postal: (count) => (count > 1 ? 'Postal codes' : 'Postal code'),
  people: 'Inhabitants',
  count: (people) => number(people),
  position: 'Position',
  degrees: (latitude, longitude) =>
    `${number(Math.abs(latitude), 2)}° ${latitude < 0 ? 'S' : 'N'}, ${number(Math.abs(longitude), 2)}° ${longitude < 0 ? 'W' : 'E'}`,
  approximate: 'An approximate position: it may be off by some kilometres.',
  field: 'Town',
  fieldHint: 'Its name, its postal code or its INSEE code, with or without accents.',
  another: 'Another town: I will type it again',
  oneFound: '1 town proposed, press arrow down to choose it',
  manyFound: '# towns proposed, press arrow down to choose',
  noneFound: 'no town proposed',
};
