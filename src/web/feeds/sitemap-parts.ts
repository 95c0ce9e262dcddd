import { Injectable } from '@nestjs/common';
import { sitemap, type SitemapEntry, sitemapIndex } from '../../../client/feeds/sitemap.js';
import { categoryAddress, documentAddress, threadAddress } from '../../../client/kit/address.js';
import { Categories } from '../../categories/categories.js';
import { MappedDocuments } from '../../documents/mapped-documents.js';
import { NotFound } from '../../errors/errors.js';
import { MappedThreads } from '../../threads/mapped-threads.js';
import { Absolute } from '../kit/absolute.js';

/** The part of the map with what is no thread; the threads follow from 1 on. */
const PAGES = 0;
const STANDING = [
  '/',
  '/recent',
  '/rules',
  '/transparency',
  '/transparency/log',
  '/about',
  '/tags',
  '/workshops',
  '/search',
  '/cases',
  '/map',
  '/documents',
  '/deadlines',
  '/letters',
  '/site-map',
];

/** A file of the map and its own address. */
export interface SitemapFile {
  address: string;
  body: string;
}

/** The map for search engines: an index, and files of what everyone may read. Days are those of `zone`. */
@Injectable()
export class SitemapParts {
  constructor(
    private readonly categories: Categories,
    private readonly threads: MappedThreads,
    private readonly documents: MappedDocuments,
    private readonly absolute: Absolute,
  ) {}

  async index(zone: string): Promise<SitemapFile> {
    const [parts, months] = await Promise.all([this.threads.parts(zone), this.documents.months(zone)]);
    const files = [
      { path: partAddress(PAGES), day: null },
      ...parts.map(({ part, day }) => ({ path: partAddress(part), day })),
      ...months.map(({ month, day }) => ({ path: monthAddress(month), day })),
    ];
    const body = sitemapIndex(files.map(({ path, day }) => ({ address: this.absolute.address(path), day })));
    return { address: '/sitemap.xml', body };
  }

  /** `words`: pages of the site's own words. @throws NotFound for a part without any address */
  async part(part: number, zone: string, words: readonly string[]): Promise<SitemapFile> {
    const entries = part === PAGES ? await this.pages(words) : await this.ofThreads(part, zone);
    return { address: partAddress(part), body: sitemap(entries) };
  }

  /** The documents of a month, `2026-11`. @throws NotFound for one without any */
  async month(month: string, zone: string): Promise<SitemapFile> {
    const documents = await this.documents.month(month, zone);
    if (documents.length === 0) throw new NotFound();
    const entries = documents.map((each) => this.entry(documentAddress(each), each.day));
    return { address: monthAddress(month), body: sitemap(entries) };
  }

  private async ofThreads(part: number, zone: string): Promise<SitemapEntry[]> {
    const threads = await this.threads.part(part, zone);
    if (threads.length === 0) throw new NotFound();
    return threads.map((thread) => this.entry(threadAddress(thread), thread.day));
  }

  private async pages(words: readonly string[]): Promise<SitemapEntry[]> {
    const categories = await this.categories.for('everyone').all();
    const paths = [...STANDING, ...words.map((word) => `/${word}`), ...categories.map(categoryAddress)];
    return paths.map((path) => this.entry(path, null));
  }

  private entry(path: string, day: string | null): SitemapEntry {
    return { address: this.absolute.address(path), day };
  }
}

function partAddress(part: number): string {
  return `/sitemap.xml?part=${part}`;
}

function monthAddress(month: string): string {
  return `/sitemap.xml?documents=${month}`;
}
