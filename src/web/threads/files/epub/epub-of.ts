import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Book, Chapter } from '../book.js';
import { linkIn } from '../links.js';
import { CONTAINER, documentOf, navigationOf, packageOf, STYLE } from './pieces.js';
import { escaped, xhtmlOf } from './xhtml-of.js';

/** A page of the book: small readers take long to open a long one. */
const POSTS_A_PAGE = 50;
/** One moment in every time zone, as the format of the zip has it: the same thread gives the same bytes. */
const ALWAYS = { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** The thread as an EPUB 3: the XHTML of its posts, a list of contents, and nothing to load from anywhere. */
export async function epubOf(book: Book): Promise<Buffer> {
  const pages = Array.from({ length: Math.ceil(book.chapters.length / POSTS_A_PAGE) }, (_, index) => ({
    name: `posts-${index + 1}.xhtml`,
    chapters: book.chapters.slice(index * POSTS_A_PAGE, (index + 1) * POSTS_A_PAGE),
  }));
  const pageOf = new Map(pages.flatMap(({ name, chapters }) => chapters.map(({ number }) => [number, name])));
  const link = linkIn(book, new Set(pageOf.keys()));
  const href = (address: string): string => {
    if (address.startsWith('#')) return address;
    const where = link(address);
    return 'post' in where ? `${pageOf.get(where.post) ?? ''}#post-${where.post}` : where.to;
  };
  const entry = ({ number }: Chapter): string => `${pageOf.get(number) ?? ''}#post-${number}`;

  const zip = new ZipFile();
  const add = (path: string, text: string): void => zip.addBuffer(Buffer.from(text), path, ALWAYS);
  // First and as it is: readers know the format by these bytes.
  zip.addBuffer(Buffer.from('application/epub+zip'), 'mimetype', { ...ALWAYS, compress: false });
  add('META-INF/container.xml', CONTAINER);
  add('book/package.opf', packageOf(book, pages));
  add('book/contents.xhtml', navigationOf(book, entry));
  add('book/style.css', STYLE);
  for (const [index, { name, chapters }] of pages.entries()) {
    const head = index === 0 ? headOf(book) : '';
    add(`book/${name}`, documentOf(book, head + chapters.map((chapter) => sectionOf(chapter, href)).join('\n')));
  }
  zip.end();
  return buffer(zip.outputStream);
}

function headOf({ title, facts, address }: Book): string {
  return [
    `<h1>${escaped(title)}</h1>`,
    `<p class="meta">${facts.map(escaped).join(' · ')}</p>`,
    `<p class="meta"><a href="${escaped(address)}">${escaped(address)}</a></p>\n`,
  ].join('\n');
}

function sectionOf({ number, label, name, line, answers, html, gone }: Chapter, href: (to: string) => string): string {
  const about = answers === null ? '' : ` · <a href="${escaped(href(answers.to))}">${escaped(answers.words)}</a>`;
  return [
    `<section id="post-${number}">`,
    `<h2>${escaped(name)} <span class="number">${escaped(label)}</span></h2>`,
    `<p class="meta">${escaped(line)}${about}</p>`,
    gone === null ? xhtmlOf(html, href) : `<p><em>${escaped(gone)}</em></p>`,
    '</section>',
  ].join('\n');
}
