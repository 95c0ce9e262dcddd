import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import { LetterPage, type LetterPageProps } from '../../../client/cases/letter-page.js';
import { LettersPage } from '../../../client/cases/letters-page.js';
import { render } from '../../markup/render.js';
import { letterMarkdown, letterText } from '../../notices/paper-letters/filled-letter.js';
import { type PaperLetter, PaperLetters } from '../../notices/paper-letters/paper-letters.js';
import { Towns } from '../../towns/towns.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import { type Answer, bytes, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators, ForEveryone } from '../kit/marks.js';
import { orAgain, orTypedAgain } from '../kit/or-again.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { factsOf, letterPath, type LetterQuery, letterQuery, sentLetter } from './letter-query.js';

const NOTHING: LetterQuery = { town: '', authority: '', sent: '', received: '', registered: '', documents: '' };
/** The address has what somebody typed. */
const UNKEPT = { 'cache-control': 'no-store' };
const TYPES = { txt: 'text/plain; charset=utf-8', md: 'text/markdown; charset=utf-8' } as const;

/** Letters that people print and send themselves: chosen, filled, taken along; changed by administrators. */
@Controller('letters')
export class LettersController {
  constructor(
    private readonly letters: PaperLetters,
    private readonly towns: Towns,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  async list(@Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => ({
      page: h(LettersPage, { ui, letters: await this.letters.all() }),
      address: '/letters',
      tags: [],
    }));
  }

  @Get(':code')
  @ForEveryone()
  async show(
    @PathParts(letterPath) { code: path }: z.infer<typeof letterPath>,
    @QueryParts(letterQuery) query: LetterQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const [code = '', ending] = path.split('.');
    const letter = await this.letters.one(code);
    return orTypedAgain(
      () => this.filled(letter, ending as keyof typeof TYPES | undefined, query, asking),
      (errors) => this.draw(asking, letter, { typed: query, errors }),
    );
  }

  @Post(':code')
  @ForAdministrators()
  change(
    @PathParts(letterPath) { code }: z.infer<typeof letterPath>,
    @Fields(sentLetter) sent: z.infer<typeof sentLetter>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      async () => {
        await this.letters.replace(asking.visitor, { code, ...sent }, asking.now);
        return seeOther(`/letters/${code}?saved=yes`);
      },
      async (editErrors) => {
        const letter = await this.letters.one(code);
        return this.draw(asking, letter, { edited: { code, ...sent }, editErrors });
      },
    );
  }

  private async filled(
    letter: PaperLetter,
    ending: keyof typeof TYPES | undefined,
    query: LetterQuery,
    asking: Asking,
  ): Promise<Answer> {
    const found = query.town.trim() === '' ? null : await this.towns.addressed(query.town);
    const saved = query.saved !== undefined;
    if (found !== null && found.found !== 'one') {
      const unclear = new UnclearTown(found);
      if (ending !== undefined) throw unclear;
      const drawn = this.draw(asking, letter, { typed: query, choice: unclear.towns, errors: unclear });
      return { ...drawn, status: 422 };
    }
    const facts = factsOf(query, found?.town ?? null);
    const markdown = letterMarkdown(letter.body, facts);
    const text = letterText(letter.body, facts);
    if (ending === undefined)
      return this.draw(asking, letter, { typed: query, html: render(markdown, 'fr'), text, saved });
    const headers = { ...UNKEPT, 'content-disposition': `attachment; filename="${letter.code}.${ending}"` };
    return bytes(TYPES[ending], `${ending === 'md' ? markdown : text}\n`, { headers });
  }

  private draw({ ui, visitor }: Asking, letter: PaperLetter, props: Partial<LetterPageProps>) {
    const edited = visitor.isAdministrator ? letter : null;
    const empty = { html: render(letterMarkdown(letter.body, {}), 'fr'), text: letterText(letter.body, {}) };
    const shown = { typed: NOTHING, choice: [], errors: null, saved: false, edited, editErrors: null, ...empty };
    return page(h(LetterPage, { ui, letter, ...shown, ...props }), { headers: UNKEPT });
  }
}
