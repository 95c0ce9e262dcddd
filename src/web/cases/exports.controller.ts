import { Controller, Get } from '@nestjs/common';
import { casesAddress, postAddress, threadAddress } from '../../../client/kit/address.js';
import { rss } from '../../../client/kit/rss.js';
import { asHtml } from '../../../client/kit/xml.js';
import type { CaseFilter } from '../../cases/case-filter.js';
import { CaseMarks, type LocatedCase } from '../../cases/case-marks.js';
import { caseFeature, casesCsv, type FileAddress, stepsCsv } from '../../cases/case-files.js';
import { Cases } from '../../cases/cases.js';
import { Towns } from '../../towns/towns.js';
import { DueCases } from './due-cases.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, bytes } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { filtersQuery, readFilters, type SentFilters } from './cases-query.js';

const IN_FEED = 50;

/** The cases as files, with the filters of the list: as this audience may read them. */
@Controller()
export class ExportsController {
  constructor(
    private readonly marks: CaseMarks,
    private readonly cases: Cases,
    private readonly towns: Towns,
    private readonly dues: DueCases,
    private readonly absolute: Absolute,
  ) {}

  /** The cases that moved last, as a feed: for everyone, since whoever asks has no cookie. */
  @Get('cases.xml')
  @ForEveryone()
  async feed(@QueryParts(filtersQuery) sent: SentFilters, @Asked() { ui }: Asking): Promise<Answer> {
    const read = await readFilters(this.towns, sent);
    const rows = await this.cases.latest('everyone', await this.dues.filter(read, 'everyone', ui), IN_FEED);
    const body = rss({
      title: ui.t.site.pageTitle(ui.t.cases.title, ui.site.name),
      link: this.absolute.address(casesAddress(read.query)),
      about: ui.t.cases.lede,
      licence: ui.site.licence,
      language: ui.language,
      items: rows.map(({ local, thread, excerpt }) => ({
        title: `${thread.title} (${ui.t.cases.statuses[local.status]})`,
        link: this.absolute.address(threadAddress(thread)),
        guid: `${this.absolute.address(threadAddress(thread))}#${local.movedAt.getTime()}`,
        at: local.movedAt,
        html: asHtml(excerpt),
      })),
    });
    return bytes('application/rss+xml; charset=utf-8', body);
  }

  @Get('cases.geojson')
  @ForEveryone()
  async geojson(@QueryParts(filtersQuery) sent: SentFilters, @Asked() asking: Asking): Promise<Answer> {
    const filter = await this.filter(sent, asking);
    const rows = await this.marks.located(asking.visitor.audience, filter);
    const features = rows.map((row) => caseFeature(row, this.ofCases));
    const { licence } = asking.ui.site;
    const collection = { type: 'FeatureCollection', ...(licence !== '' && { license: licence }), features };
    return bytes('application/geo+json', JSON.stringify(collection));
  }

  @Get('steps.csv')
  @ForEveryone()
  async steps(@QueryParts(filtersQuery) sent: SentFilters, @Asked() asking: Asking): Promise<Answer> {
    const filter = await this.filter(sent, asking);
    const rows = await this.marks.steps(asking.visitor.audience, filter);
    const body = stepsCsv(rows, {
      url: ({ thread, number }) => this.absolute.address(postAddress(thread, number)),
      document: this.document,
      licence: asking.ui.site.licence,
    });
    return bytes('text/csv; charset=utf-8', body, {
      headers: { 'content-disposition': 'attachment; filename="steps.csv"' },
    });
  }

  @Get('cases.csv')
  @ForEveryone()
  async csv(@QueryParts(filtersQuery) sent: SentFilters, @Asked() asking: Asking): Promise<Answer> {
    const filter = await this.filter(sent, asking);
    const rows = await this.marks.located(asking.visitor.audience, filter);
    const body = casesCsv(rows, { ...this.ofCases, licence: asking.ui.site.licence });
    return bytes('text/csv; charset=utf-8', body, {
      headers: { 'content-disposition': 'attachment; filename="cases.csv"' },
    });
  }

  private readonly document = (id: string): string => this.absolute.address(`/document/${id}`);

  private readonly ofCases: FileAddress<LocatedCase> = {
    url: ({ thread }) => this.absolute.address(threadAddress(thread)),
    document: this.document,
  };

  private async filter(sent: SentFilters, { visitor, ui }: Asking): Promise<CaseFilter> {
    return this.dues.filter(await readFilters(this.towns, sent), visitor.audience, ui);
  }
}
