import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ZodObject } from 'zod';
import { DiscoveryService } from '@nestjs/core';
import { type Route, RouteTable } from '../../../src/web/route-table.js';
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
  members: number;
  submissions: string[];
  /** The last row of the log, about what never appears. */
  lastDecision: string;
  tokens: string[];
}

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
  [/^\/thread\/:id\/:slug$/, ({ slugs }, before) => [...new Set([slugs[threadIn(before)] ?? 'sujet', slugs['1'] ?? '', slugs['2'] ?? '', 'autre-chose'])]],
  [/threads?\/:id$/, ({ threads }) => upTo(threads)],
  // Standing, with an edit that waits, taken down, withdrawn, edited by the team, undone, and the one that comes next: beyond it all is alike.
  [/posts\/:number$/, ({ numbers, lastOf }, before) => {
    const last = lastOf[threadIn(before)] ?? 0;
    return [...new Set([1, 3, 5, 7, 9, numbers, last + 1])].filter((number) => number <= last + 1).map(String);
  }],
  [/^\/thread\/:id\/anchors\/:anchor$/, () => ['forum1', 'forum999']],
  [/^\/desk\/members\/:name\/notes\/:note$/, () => ['1', '999999']],
  [/^\/(user|desk\/members)\/:name$/, ({ names }) => [...names, 'Personne']],
  [/submissions\/:id$/, ({ submissions }) => [...submissions, '00000000-0000-4000-8000-000000000000', '1']],
  // The first rows of a log are about what was published, the last about what never appears.
  [/^\/desk\/decisions\/:id$/, ({ lastDecision }) => ['1', '3', lastDecision, '999999']],
  [/^\/desk\/bulk\/:id$/, () => ['00000000-0000-4000-8000-000000000000', '1']],
  [/^\/categories\/:id$/, ({ categories }) => upTo(categories.length)],
  [/^\/reasons\/:code$/, () => ['insult', 'nulle']],
  [/^\/sites\/:site$/, () => ['feuille', 'nulle-part']],
  [/^\/sites\/:site\/articles\/:id$/, () => ['1', '2', '999']],
  [/^\/members\/:id$/, ({ members }) => upTo(members)],
  [/^\/articles\/:site$/, () => ['feuille', 'nulle-part']],
  [/^\/articles\/:site\/:identifier$/, () => ['331', 'connu', 'neuf', 'refus']],
  // A letter's seal is its own: neither a follow token nor a guess opens anything.
  [/^\/mail\/:token$/, ({ tokens }) => [...tokens.slice(0, 2), `${'A'.repeat(32)}m1-decided`]],
  [/^\/desk\/feed\/:token$/, ({ tokens }) => [...tokens.slice(0, 1), 'A'.repeat(32)].map((token) => `${token}.xml`)],
  [/^\/(follow|set-up)\/:token$/, ({ tokens }) => [...tokens, 'A'.repeat(32)]],
];

/** The same for what may stand after `?`, by its name. */
const QUERIES: Record<string, Values> = {
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
  server: () => ['toot.example'],
  recovered: () => ['yes'],
  saved: () => ['yes'],
  added: () => ['1'],
  skipped: () => ['0'],
  back: () => ['/desk'],
  from: () => ['1', '3'],
  kind: () => ['reply', 'edit'],
  category: ({ categories }) => categories,
  older: () => ['1h', '1d'],
  author: ({ names }) => names.slice(0, 3),
  links: () => ['1'],
  q: () => ['mot', 'attend'],
  keys: () => ['off'],
  hand: ({ submissions }) => submissions.slice(0, 1),
  done: ({ lastDecision }) => ['1', lastDecision],
  decision: () => ['refuse', 'undo'],
  moderator: () => ['2'],
  year: () => ['2026', '2025'],
  submission: ({ submissions }) => submissions.slice(0, 3),
};

/** Every address and method of the route table, with what a stranger who guesses well would put into it. */
export function addressesOf(app: NestFastifyApplication, known: Known): Ask[] {
  const { routes } = app.get(RouteTable, { strict: false });
  // What ends the visitor's own session comes last, so that everything before it is asked by who it should be.
  const ordered = [...routes].sort((one, other) => Number(endsSession(one)) - Number(endsSession(other)) || Number(one.method !== 'GET') - Number(other.method !== 'GET'));
  return ordered.flatMap((route) => asksOf(route, queriesOf(app, route), known));
}

function endsSession({ method, path }: Route): boolean {
  return method !== 'GET' && /logout|session/.test(path);
}

function asksOf(route: Route, queries: string[], known: Known): Ask[] {
  // A few of each kind are enough to find a door that acts on what one may not see; reading tries them all.
  const few = { ...known, submissions: known.submissions.filter((_, index) => index % 4 === 0) };
  const paths = filled(route.path, route.method === 'GET' ? known : few);
  if (route.method !== 'GET') return paths.flatMap((path) => [{}, SENDING].map((fields) => ({ method: route.method, path, fields })));
  const withQuery = filled(route.path, few).flatMap((path) => queries.flatMap((name) => {
    const values = QUERIES[name];
    if (!values) throw new Error(`the sweep does not know what to try for ?${name}= of ${route.path}`);
    return values(known, '').map((value) => `${path}?${name}=${value}`);
  }));
  // HEAD is GET with its body left out, by the same handler: some of each route tell whether that holds.
  const heads = filled(route.path, few).filter((_, index) => index % 5 === 0);
  return [...[...paths, ...withQuery].map((path) => ({ method: 'GET', path })), ...heads.map((path) => ({ method: 'HEAD', path }))];
}

/** A send that stops at its preview, with a key of its own so that the answer has nothing random in it. */
const SENDING = {
  action: 'preview', text: 'Un mot de la personne qui cherche.', title: 'Un titre', name: '', email: '',
  key: 'sweep-preview-key', version: '1', decision: 'accept', reason: 'other', remark: '',
};

function filled(pattern: string, known: Known): string[] {
  const parts = pattern.split('/').slice(1);
  let paths = [''];
  parts.forEach((part, index) => {
    const values: (before: string) => string[] = part.startsWith(':') || part.includes('*') ? valuesOf(`/${parts.slice(0, index + 1).join('/')}`, pattern, known) : () => [part];
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
  const controller = app.get(DiscoveryService, { strict: false }).getControllers().find(({ metatype }) => metatype?.name === route.controller)?.metatype;
  const parameters: Record<string, { data?: unknown }> = controller ? Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, route.handler) ?? {} : {};
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  // The decorators keep their schema in a list (src/web/input.ts).
  const schemas = Object.values(parameters).flatMap(({ data }) => (Array.isArray(data) ? (data as unknown[]) : []));
  return schemas.flatMap((schema) => (schema instanceof ZodObject ? Object.keys(schema.shape) : [])).filter((name) => !inPath.includes(name));
}
