import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { LibraryPage } from '../../../client/documents/library-page.js';
import { documentAddress } from '../../../client/kit/address.js';
import { measuresBeside, titleOfDocument } from '../../../client/kit/documents/file-facts.js';
import { whence } from '../../../client/kit/documents/post-documents.js';
import { rss } from '../../../client/kit/rss.js';
import { titleOf } from '../../../client/kit/thread-row.js';
import { asHtml } from '../../../client/kit/xml.js';
import { Categories } from '../../categories/categories.js';
import { isDay } from '../../clock/day.js';
import { Library } from '../../documents/library.js';
import { FILE_KINDS, NATURES, ORIGINS } from '../../documents/visible-document.js';
import { DEPARTMENT_CODE } from '../../towns/departments.js';
import { Towns } from '../../towns/towns.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import { type Answer, bytes, page } from '../kit/answer.js';
import { Absolute } from '../kit/absolute.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';

/** A field that was left empty filters nothing. */
const words = z
  .string()
  .max(200)
  .transform((text) => text.trim() || undefined)
  .optional();
const day = words.refine((text) => text === undefined || isDay(text));
const oneOf = <T extends string>(list: readonly [T, ...T[]]) =>
  z.union([z.literal('').transform(() => undefined), z.enum(list)]).optional();

const query = z.object({
  q: words,
  kind: oneOf(FILE_KINDS),
  nature: oneOf(NATURES),
  origin: oneOf(ORIGINS),
  from: words,
  town: words,
  department: z.union([z.literal('').transform(() => undefined), z.string().regex(DEPARTMENT_CODE)]).optional(),
  theme: words,
  category: words,
  since: day,
  until: day,
  before: z.string().max(60).optional(),
});

const IN_FEED = 50;
const NOTHING = { rows: [], next: null, smallOnly: false, among: null };

/** The library: all documents that this audience may read, newest first. */
@Controller()
export class LibraryController {
  constructor(
    private readonly library: Library,
    private readonly categories: Categories,
    private readonly towns: Towns,
    private readonly absolute: Absolute,
    private readonly limits: Limits,
  ) {}

  @Get('documents')
  @ForEveryone()
  async show(
    @QueryParts(query) { before, ...asked }: z.infer<typeof query>,
    @Asked() { visitor, ui, request }: Asking,
  ): Promise<Answer> {
    if (asked.q !== undefined) await this.limits.take('search', request);
    const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const all = await this.categories.for(visitor.audience).all();
    const categories = all.filter(({ documents }) => documents !== 'nobody');
    const department = asked.department === undefined ? null : await this.towns.department(asked.department);
    const shown = { ui, filter, categories, department };
    try {
      // As it was typed in the form and the addresses of the page; what is looked for is its code.
      const town = asked.town === undefined ? {} : { town: await this.codeOf(asked.town) };
      const found = await this.library.find(visitor.audience, { ...filter, ...town }, before ?? null);
      return page(h(LibraryPage, { ...shown, found, errors: null }));
    } catch (error) {
      if (!(error instanceof UnclearTown)) throw error;
      const errors = { fields: error.fields, towns: error.towns };
      return page(h(LibraryPage, { ...shown, found: NOTHING, errors }), { status: 422 });
    }
  }

  /** @throws UnclearTown */
  private async codeOf(town: string): Promise<string> {
    const found = await this.towns.addressed(town);
    if (found.found !== 'one') throw new UnclearTown(found);
    return found.town.code;
  }

  /** Of what everyone may read, whoever asks. */
  @Get('documents.xml')
  @ForEveryone()
  async feed(@Asked() { ui }: Asking): Promise<Answer> {
    const { rows } = await this.library.find('everyone', {}, null, IN_FEED);
    const { documents, site } = ui.t;
    const body = rss({
      title: site.pageTitle(documents.library, ui.site.name),
      link: this.absolute.address('/documents'),
      self: this.absolute.address('/documents.xml'),
      about: documents.libraryLede,
      language: ui.language,
      items: rows.map(({ document }) => ({
        title: titleOfDocument(ui, document),
        link: this.absolute.address(documentAddress(document)),
        guid: this.absolute.address(`/document/${document.id}`),
        at: document.publishedAt,
        html: asHtml(
          [
            ...whence(ui, document),
            measuresBeside(ui, document.title, document),
            titleOf(ui, document.thread),
            document.description,
          ]
            .filter((each) => each !== '')
            .join(', '),
        ),
      })),
    });
    return bytes('application/rss+xml; charset=utf-8', body, {
      headers: { 'cache-control': 'public, max-age=0, must-revalidate' },
    });
  }
}
