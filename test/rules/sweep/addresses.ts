import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ZodObject } from 'zod';
import { DiscoveryService } from '@nestjs/core';
import { type Route, RouteTable } from '../../../src/web/kit/route-table.js';
import type { Ask } from './http.js';
import { signedWords } from './sections.js';

/** What stands in the addresses of one visitor: the same list is asked in both forums. */
export interface Known {
  threads: number;
  /** The highest number of any post, and the highest of each thread. */
  numbers: number;
  lastOf: Record<string, number>;
  categories: string[];
  /** The slug of each thread of the categories for everyone. */
  slugs: Record<string, string>;
  names: string[];
  /** Tags that stand in texts which nobody may read. */
  tags: string[];
  members: number;
  submissions: string[];
  /** Files, with the submission that each came with and the token that follows it. */
  documents: { id: string; submission: string; token: string | null }[];
  /** The last row of the log, about what never appears. */
  lastDecision: string;
  tokens: string[];
  /** Ids of the dates of workshops. */
  dates: string[];
}

const NO_FILE = '00000000-1111-4222-8333-444444444444';

/** `before` is the address so far. */
type Values = (known: Known, before: string) => string[];

const upTo = (count: number): string[] => Array.from({ length: count + 2 }, (_, index) => String(index + 1));

const threadIn = (before: string): string => /\/thread\/(\d+)/.exec(before)?.[1] ?? '';

/**
 * What each parameter of an address can be tried with, by the words before it. A route with a parameter that is not
 * here fails the sweep: whoever adds it says what strangers would try.
 */
const PARAMETERS: [RegExp, Values][] = [
  [/^\/category\/:slug$/, ({ categories }) => [...categories, 'nulle-part']],
  // Its own, another thread's, and nobody's.
  [
    /^\/thread\/:id\/:slug$/,
    ({ slugs }, before) => [
      ...new Set([slugs[threadIn(before)] ?? 'sujet', slugs['1'] ?? '', slugs['2'] ?? '', 'autre-chose']),
    ],
  ],
  [/threads?\/:id$/, ({ threads }) => upTo(threads)],
  // Standing, with an edit that waits, taken down, withdrawn, edited by the team, undone, and the one that comes next:
  // beyond it all is alike.
  [
    /posts\/:number$/,
    ({ numbers, lastOf }, before) => {
      const last = lastOf[threadIn(before)] ?? 0;
      return [...new Set([1, 3, 5, 7, 9, numbers, last + 1])].filter((number) => number <= last + 1).map(String);
    },
  ],
  [/^\/tag\/:tag$/, ({ tags }) => [...tags, 'peltre', 'nulle']],
  [/^\/department\/:department$/, () => ['57', '29', '2a', '99']],
  [/^\/region\/:region$/, () => ['grand-est', 'bretagne', 'nulle-part']],
  [/^\/map\/:department$/, () => ['57', '29', '2a', '974', '99']],
  [/^\/desk\/documents\/:id$/, ({ documents }) => [...documents.map(({ id }) => id), NO_FILE]],
  // The tokens of uploads are nobody’s but their sender’s.
  [/^\/uploads\/:token$/, () => ['A'.repeat(32)]],
  [/^\/document\/:id$/, ({ documents }) => [...documents.map(({ id }) => id), NO_FILE, 'x']],
  [/^\/document\/:id\/:slug$/, () => ['plan-du-lavoir', 'document']],
  [/^\/document\/:id\/files\/:name$/, () => ['plan-du-lavoir.txt', 'document.txt']],
  // Of its own submission, of another one, and nobody's; a submission that came without files has no such door.
  [
    /\/documents\/:document$/,
    ({ documents }, before) => {
      const own = documents
        .filter(({ submission, token }) => before.includes(submission) || (token !== null && before.includes(token)))
        .map(({ id }) => id);
      if (own.length === 0 && !/00000000|AAAAAAAA/.test(before)) return [];
      return [...own, ...documents.slice(0, 1).map(({ id }) => id), NO_FILE];
    },
  ],
  [/\/pages\/:page$/, () => ['1.jpg', '2.jpg']],
  [/^\/town\/:code$/, () => ['57534', '63266', '99999']],
  [/^\/town\/:code\/:slug$/, () => ['peltre', 'autre-chose']],
  [/^\/thread\/:id\/workshop\/dates\/:date$/, ({ dates }) => [...dates, '00000000-0000-4000-8000-000000000000']],
  [/^\/thread\/:id\/workshop\/team\/:registration$/, () => ['00000000-0000-4000-8000-000000000000']],
  [/^\/thread\/:id\/workshop\/acts\/:act$/, () => ['2', '999']],
  [/^\/thread\/:id\/anchors\/:anchor$/, () => ['forum1', 'forum999']],
  [/^\/desk\/members\/:name\/notes\/:note$/, () => ['1', '999999']],
  [/^\/(user|desk\/members)\/:name$/, ({ names }) => [...names, 'Personne']],
  [/submissions\/:id$/, ({ submissions }) => [...submissions, '00000000-0000-4000-8000-000000000000', '1']],
  // The first rows of a log are about what was published, the last about what never appears.
  [/^\/desk\/decisions\/:id$/, ({ lastDecision }) => ['1', '3', lastDecision, '999999']],
  [/^\/desk\/bulk\/:id$/, () => ['00000000-0000-4000-8000-000000000000', '1']],
  [/^\/categories\/:id$/, ({ categories }) => upTo(categories.length)],
  [/^\/thread\/:id\/case\/letters\/:code$/, () => ['cada', 'nulle']],
  [/^\/letters\/:code$/, () => ['request', 'court.txt', 'nulle']],
  [/^\/deadlines\/:id$/, () => ['1', '999']],
  [/^\/themes\/:code$/, () => ['cameras', 'nulle']],
  [/^\/reasons\/:code$/, () => ['insult', 'nulle']],
  [/^\/sites\/:site$/, () => ['feuille', 'nulle-part']],
  [/^\/sites\/:site\/articles\/:id$/, () => ['1', '2', '999']],
  [/^\/members\/:id$/, ({ members }) => upTo(members)],
  [/^\/articles\/:site$/, () => ['feuille', 'nulle-part']],
  [/^\/articles\/:site\/:identifier$/, () => ['331', 'connu', 'neuf', 'refus']],
  // A letter's seal is its own: neither a follow token nor a guess opens anything.
  [/^\/mail\/:token$/, ({ tokens }) => [...tokens.slice(0, 2), `${'A'.repeat(32)}m1-decided`]],
  [/^\/desk\/feed\/:token$/, ({ tokens }) => [...tokens.slice(0, 1), 'A'.repeat(32)].map((token) => `${token}.xml`)],
  [/^\/calendar\/:token$/, ({ tokens }) => [...tokens.slice(0, 1), 'A'.repeat(32)].map((token) => `${token}.ics`)],
  [/^\/(follow|registration|availability)\/:token$/, ({ tokens }) => [...tokens, 'A'.repeat(32)]],
  [/^\/(set-up|invitation)\/:token$/, ({ tokens }) => [...tokens.slice(0, 1), 'A'.repeat(32)]],
];

/** The same for what may stand after `?`, by its name. */
const QUERIES: Record<string, Values> = {
  act: () => ['2'],
  nature: () => ['record'],
  origin: () => ['authority'],
  until: () => ['2026-12-01'],
  view: () => ['month', 'reading', 'questions'],
  month: () => ['2026-12', '2026-11'],
  near: () => ['metz'],
  km: () => ['50'],
  theme: () => ['mapping'],
  online: () => ['yes'],
  past: () => ['yes'],
  show: () => ['threads'],
  page: () => ['1', '2', '99'],
  before: () => ['A', '2026-11-22'],
  after: ({ numbers }) => ['0', String(numbers - 1), String(numbers)],
  changes: () => ['0', '1', '99'],
  // A standing post, one that is taken down, and the number that comes next.
  quote: ({ numbers }) => ['1', '5', String(numbers + 1)],
  to: ({ numbers }) => ['1', '5', String(numbers + 1)],
  // All three at once, as a page of the site has them: each alone says nothing.
  title: () => [`x&${signedWords('neuf')}`.replace(/^x&title=/, '')],
  url: () => ['https://feuille.example/'],
  signature: () => ['0'.repeat(64)],
  id: () => ['331', 'connu', 'neuf', 'refus'],
  date: () => ['00000000-0000-4000-8000-000000000000'],
  server: () => ['toot.example'],
  recovered: () => ['yes'],
  prefix: () => ['reply-1'],
  nth: () => ['2'],
  wait: () => ['yes'],
  saved: () => ['yes'],
  added: () => ['1'],
  skipped: () => ['0'],
  back: () => ['/desk'],
  from: () => ['1', '3', '1lfls-1-1'],
  kind: () => ['reply', 'edit', 'thread', 'case', 'vote', 'document'],
  category: ({ categories }) => categories,
  part: () => ['0', '1', '2'],
  older: () => ['1h', '1d'],
  author: ({ names }) => names.slice(0, 3),
  links: () => ['1'],
  colleague: () => ['1'],
  post: ({ numbers }) => ['1', '5', String(numbers + 1), 'x'],
  role: () => ['moderator', 'guest'],
  sort: () => ['seen', 'age'],
  q: ({ tags }) => ['mot', 'attend', ...tags.slice(0, 2)],
  tag: ({ tags }) => ['peltre', ...tags.slice(0, 1)],
  keys: () => ['off'],
  hand: ({ submissions }) => submissions.slice(0, 1),
  done: ({ lastDecision }) => ['1', lastDecision],
  decision: () => ['refuse', 'undo'],
  moderator: () => ['2'],
  year: () => ['2026', '2025'],
  ...Object.fromEntries(
    ['sent', 'received', 'refused', 'referred', 'registered'].map((day) => [day, () => ['2026-11-02', '31/02']]),
  ),
  country: () => ['FR', 'ZZ'],
  town: () => ['57534', 'nulle-part'],
  authority: () => ['Mairie', 'municipality'],
  department: () => ['57', '29'],
  region: () => ['grand-est'],
  status: () => ['reported', 'in-court'],
  since: () => ['2026-11-01'],
  documents: () => ['plan', '1', '2026-11'],
  document: ({ documents }) => documents.slice(2, 3).map(({ id }) => id),
  due: () => ['yes'],
  request: ({ numbers }) => ['1', '2', String(numbers + 1)],
  submission: ({ submissions }) => submissions.slice(0, 3),
};

/** Every address and method of the route table, with what a stranger who guesses well would put into it. */
export function addressesOf(app: NestFastifyApplication, known: Known): Ask[] {
  const { routes } = app.get(RouteTable, { strict: false });
  // What ends the visitor's own session comes last, so that everything before it is asked by who it should be.
  const ordered = [...routes].sort(
    (one, other) =>
      Number(endsSession(one)) - Number(endsSession(other)) ||
      Number(one.method !== 'GET') - Number(other.method !== 'GET'),
  );
  return ordered.flatMap((route) => asksOf(route, queriesOf(app, route), known));
}

function endsSession({ method, path }: Route): boolean {
  return method !== 'GET' && /logout|session/.test(path);
}

function asksOf(route: Route, queries: string[], known: Known): Ask[] {
  // A few of each kind are enough to find a door that acts on what one may not see; reading tries them all.
  const fourth = <One>(all: One[]): One[] => all.filter((_, index) => index % 4 === 0);
  const few = { ...known, submissions: fourth(known.submissions), tokens: fourth(known.tokens) };
  const reads = route.method === 'GET';
  const paths = filled(route.path, reads && !BESIDE_A_SUBMISSION.test(route.path) ? known : few);
  if (route.method === 'HEAD') return paths.map((path) => ({ method: 'HEAD', path, headers: TUS }));
  if (!reads)
    return pairs(paths, [{}, SENDING], 2).map(([path, fields]) => ({
      method: route.method,
      path,
      fields,
      ...spoken(path),
    }));
  const questions = queries.flatMap((name) => {
    const values = QUERIES[name];
    if (!values) throw new Error(`the sweep does not know what to try for ?${name}= of ${route.path}`);
    return values(known, '').map((value) => `?${name}=${value}`);
  });
  const withQuery = pairs(filled(route.path, few), questions, 3).map((pair) => pair.join(''));
  // HEAD is GET with its body left out, by the same handler: some of each route tell whether that holds.
  const heads = filled(route.path, few).filter((_, index) => index % 5 === 0);
  return [
    ...[...paths, ...withQuery].map((path) => ({ method: 'GET', path, route: route.path })),
    ...heads.map((path) => ({ method: 'HEAD', path, route: route.path })),
  ];
}

const spoken = (path: string): Pick<Ask, 'headers'> => (path.startsWith('/uploads') ? { headers: TUS } : {});

/** As the one protocol that asks for headers of its own. */
const TUS = { 'tus-resumable': '1.0.0' };

/** What is drawn from the same row as the submission's own page, which is asked for each of them. */
const BESIDE_A_SUBMISSION = /submissions\/:id\/(card|context)$/;

/**
 * Each of one with each of the others, as long as they are few; of many, one in `spread`, so that each path is still
 * asked with some questions and each question of some paths.
 */
function pairs<One, Other>(ones: One[], others: Other[], spread: number): [One, Other][] {
  const every = ones.length < FEW_PATHS ? 1 : spread;
  return ones.flatMap((one, index) =>
    others.filter((_, at) => (index + at) % every === 0).map((other): [One, Other] => [one, other]),
  );
}

/** More addresses than this of one route differ in ids alone. */
const FEW_PATHS = 4;

/** A send that stops at its preview, with a key of its own so that the answer has nothing random in it. */
const SENDING = {
  action: 'preview',
  text: 'Un mot de la personne qui cherche.',
  title: 'Un titre',
  name: '',
  email: '',
  key: 'sweep-preview-key',
  version: '1',
  decision: 'accept',
  reason: 'other',
  remark: '',
};

function filled(pattern: string, known: Known): string[] {
  const parts = pattern.split('/').slice(1);
  let paths = [''];
  parts.forEach((part, index) => {
    const values: (before: string) => string[] =
      part.startsWith(':') || part.includes('*')
        ? valuesOf(`/${parts.slice(0, index + 1).join('/')}`, pattern, known)
        : () => [part];
    paths = paths.flatMap((path) => values(path).map((value) => `${path}/${encodeURIComponent(value)}`));
  });
  return paths.map((path) => path || '/');
}

function valuesOf(upToHere: string, pattern: string, known: Known): (before: string) => string[] {
  const match = PARAMETERS.find(([place]) => place.test(upToHere));
  if (!match) throw new Error(`the sweep does not know what to try for the end of ${upToHere} in ${pattern}`);
  return (before) => match[1](known, before);
}

/** Names after `?` that the handler's schemas know: read off the decorators, so none can be forgotten. */
function queriesOf(app: NestFastifyApplication, route: Route): string[] {
  if (route.method !== 'GET') return [];
  const controller = app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .find(({ metatype }) => metatype?.name === route.controller)?.metatype;
  const parameters: Record<string, { data?: unknown }> = controller
    ? (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, route.handler) ?? {})
    : {};
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  // The decorators keep their schema in a list (src/web/kit/input.ts).
  const schemas = Object.values(parameters).flatMap(({ data }) => (Array.isArray(data) ? (data as unknown[]) : []));
  return schemas
    .flatMap((schema) => (schema instanceof ZodObject ? Object.keys(schema.shape) : []))
    .filter((name) => !inPath.includes(name));
}
