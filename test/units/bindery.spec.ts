import { expect, test } from '@jest/globals';
import { Busy } from '../../src/errors/errors.js';
import { Bindery } from '../../src/web/threads/files/bindery.js';
import type { Book } from '../../src/web/threads/files/book.js';

const book: Book = {
  language: 'fr',
  forum: 'Palabre',
  title: 'Un sujet',
  thread: 1,
  address: 'https://forum.example/thread/1/un-sujet',
  origin: 'https://forum.example',
  began: '2026-11-22T13:05:00.000Z',
  changed: '2026-11-22T13:05:00.000Z',
  facts: ['1 message'],
  reserved: null,
  words: { contents: 'Sommaire', page: 'page' },
  chapters: [
    { number: 1, label: 'nº 1', name: 'Amina', line: 'hier', answers: null, html: '<p>Oui.</p>', gone: null },
  ],
};

test('one book is made at a time, twenty wait, and the next one is told when to come back', async () => {
  const bindery = new Bindery();
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let reading = 0;
  const read = async (): Promise<Book> => {
    expect(++reading).toBe(1);
    await gate;
    reading--;
    return book;
  };
  const taken = Array.from({ length: 21 }, (_, index) => bindery.bind(index % 2 === 0 ? 'epub' : 'pdf', read));
  const refused = await bindery.bind('pdf', read).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Busy);
  expect(Number((refused as Busy).detail['seconds'])).toBeGreaterThan(1);
  open();
  expect((await Promise.all(taken)).every(({ length }) => length > 500)).toBe(true);
  // There is room again.
  expect((await bindery.bind('epub', read)).length).toBeGreaterThan(500);
  await bindery.onModuleDestroy();
});

test('a book that fails leaves the next one alone', async () => {
  const bindery = new Bindery();
  const broken = bindery.bind('pdf', () => Promise.resolve({ ...book, language: 'zz zz' as 'fr' }));
  const unread = bindery.bind('pdf', () => Promise.reject(new Error('gone')));
  const next = bindery.bind('pdf', () => Promise.resolve(book));
  await expect(broken).rejects.toThrow(/Typst/);
  await expect(unread).rejects.toThrow('gone');
  expect((await next).subarray(0, 5).toString()).toBe('%PDF-');
  await bindery.onModuleDestroy();
});
