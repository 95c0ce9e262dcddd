import { regionSlug } from '../../src/towns/region-slug.js';
import { slugOf } from '../../src/publishing/slug.js';

/** The addresses of the public pages, written once. */
export function threadAddress(thread: { id: number; slug: string }, page = 1): string {
  const path = `/thread/${thread.id}/${thread.slug}`;
  return page === 1 ? path : `${path}?page=${page}`;
}

export function postAddress(thread: number, number: number): string {
  return `/thread/${thread}/posts/${number}`;
}

export function categoryAddress(category: { slug: string }): string {
  return `/category/${category.slug}`;
}

/** What moderators know of a member. */
export function recordAddress(member: { name: string }): string {
  return `/desk/members/${encodeURIComponent(member.name)}`;
}

/** The public page of a member. */
export function userAddress(member: { name: string }): string {
  return `/user/${encodeURIComponent(member.name)}`;
}

/** The posts with a tag, which is folded as the renderer folds it. */
export function tagAddress(tag: string): string {
  return `/tag/${encodeURIComponent(tag)}`;
}

/** The page of a town, by the code of INSEE. */
export function townAddress(town: { code: string; slug: string }): string {
  return `/town/${town.code}/${town.slug}`;
}

/** The dates of all workshops, as far as they pass the filters. */
export function agendaAddress(filters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(filters).toString();
  return query === '' ? '/workshops' : `/workshops?${query}`;
}

/** The calendar of what a page of the agenda shows, with the same filters. */
export function calendarAddress(filters: Readonly<Record<string, string>> = {}): string {
  return agendaAddress(filters).replace('/workshops', '/workshops.ics');
}

/** The same as a feed. */
export function agendaFeedAddress(filters: Readonly<Record<string, string>> = {}): string {
  return agendaAddress(filters).replace('/workshops', '/workshops.xml');
}

/** By which a program subscribes to a calendar, of a whole address. */
export function subscribedAddress(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}

/** The sheet that announces a date of a workshop; null for the next one. */
export function posterAddress(thread: { id: number }, date: { id: string } | null): string {
  return `/thread/${thread.id}/workshop/poster${date === null ? '' : `?date=${date.id}`}`;
}

/** All cases, as far as they pass the filters. */
export function casesAddress(filters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(filters).toString();
  return query === '' ? '/cases' : `/cases?${query}`;
}

/** A letter that follows from a request of a case, filled with what the case knows. */
export function casesLetterAddress(thread: number, code: string, request: number): string {
  return `/thread/${thread}/case/letters/${code}?request=${request}`;
}

/** A letter with what is known in its blanks; `code` may end in `.txt` or `.md`. */
export function lettersAddress(code: string, known: Readonly<Record<string, string>>): string {
  const said = Object.entries(known).filter(([, value]) => value !== '');
  const query = new URLSearchParams(said).toString();
  return `/letters/${code}${query === '' ? '' : `?${query}`}`;
}

export function departmentAddress(code: string): string {
  return `/department/${code}`;
}

/** « Provence-Alpes-Côte d'Azur » is at /region/provence-alpes-cote-d-azur. */
export function regionAddress(region: string): string {
  return `/region/${regionSlug(region)}`;
}

/** The map of cases, or of one department, as far as they pass the filters. */
export function mapAddress(department: string | null, filters: Readonly<Record<string, string>> = {}): string {
  const { department: _department, town: _town, due: _due, ...others } = filters;
  const query = new URLSearchParams(others).toString();
  return `/map${department === null ? '' : `/${department}`}${query === '' ? '' : `?${query}`}`;
}

/** A published document, or one of its pages. */
export function documentAddress({ id, title }: { id: string; title: string }, page = 1): string {
  const path = `/document/${id}/${documentSlug(title)}`;
  return page === 1 ? path : `${path}?page=${page}`;
}

/** The file of a document, under the name by which it is saved. */
export function documentFile(document: { id: string; title: string; extension: string }): string {
  return `/document/${document.id}/files/${documentSlug(document.title)}.${document.extension}`;
}

function documentSlug(title: string): string {
  return title === '' ? 'document' : slugOf(title);
}

/** The own page of an article's section. */
export function sectionAddress({ site, identifier }: { site: string; identifier: string }): string {
  return `/articles/${site}/${encodeURIComponent(identifier)}`;
}

/** What is read or carried away: which 500 posts, and whose alone. */
export interface Extent {
  part?: number;
  author?: string | null;
}

/** What was asked in the thread, with its answers; `page` from 1. */
export function questionsAddress(thread: { id: number; slug: string }, page = 1): string {
  return `${threadAddress(thread)}?view=questions${page === 1 ? '' : `&page=${page}`}`;
}

interface AskedReply {
  /** Number of the post that is answered, or quoted besides. */
  to?: number | null | undefined;
  quote?: number | null | undefined;
  sort?: 'note' | 'question' | undefined;
  /** A document, and the page of it that is quoted. */
  document?: string | undefined;
  page?: number | undefined;
}

/** The form of a reply. */
export function writingAddress(thread: { id: number }, asked: AskedReply): string {
  const query = Object.entries(asked)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${value}`);
  return `/thread/${thread.id}/replies/new${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The thread as one text. */
export function readingAddress(thread: { id: number; slug: string }, extent: Extent = {}): string {
  return `${threadAddress(thread)}?view=reading${extentIn(extent)
    .map((pair) => `&${pair}`)
    .join('')}`;
}

export const FILE_KINDS = ['pdf', 'epub', 'md', 'json'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** The thread as a file. */
export function fileAddress(thread: { id: number }, kind: FileKind, extent: Extent = {}): string {
  const query = extentIn(extent).join('&');
  return `/thread/${thread.id}/thread.${kind}${query === '' ? '' : `?${query}`}`;
}

function extentIn({ part = 1, author = null }: Extent): string[] {
  return [
    ...(part === 1 ? [] : [`part=${part}`]),
    ...(author === null ? [] : [`author=${encodeURIComponent(author)}`]),
  ];
}

/** What a member has opened. */
export function openedAddress(member: { name: string }): string {
  return `${userAddress(member)}?show=threads`;
}

/** Where those who run a workshop do so. */
export function hostsAddress(thread: { id: number }): string {
  return `/thread/${thread.id}/workshop/hosts`;
}

/** Who comes to a workshop, for those who run it. */
export function teamAddress(
  thread: { id: number },
  query: { date?: string; show?: string; done?: string } = {},
): string {
  const parameters = new URLSearchParams(query).toString();
  return `/thread/${thread.id}/workshop/team${parameters === '' ? '' : `?${parameters}`}`;
}
