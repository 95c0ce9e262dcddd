import type { Book } from './book.js';

const POST = /^\/thread\/(\d+)\/posts\/(\d+)$/;

/**
 * Where a link of a post leads from a file: to a post of the same file, to a note, or to a whole address. A file has no
 * page around it, so that a path alone would lead nowhere.
 */
export function linkIn(book: Book, numbers: ReadonlySet<number>): (href: string) => { post: number } | { to: string } {
  return (href) => {
    const [, thread, number] = POST.exec(href) ?? [];
    if (Number(thread) === book.thread && numbers.has(Number(number))) return { post: Number(number) };
    return { to: href.startsWith('/') ? `${book.origin}${href}` : href };
  };
}
