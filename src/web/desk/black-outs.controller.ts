import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { BlackOutPage, type BlackOutPageProps } from '../../../client/desk/black-out-page.js';
import { BlackOutFiles } from '../../desk/documents/black-out-files.js';
import type { FileOfCard } from '../../desk/documents/coverable-file.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import type { Place } from '../../uploads/cleaning/covers.js';
import { Refused } from '../../uploads/cleaning/refusal.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { submissionPath } from '../kit/path-parts.js';
import { waitingPath } from '../kit/waiting-file-answer.js';
import { readBlackOut, sentAreas, type SentAreas, wordsOf, writtenArea } from './sent-areas.js';

const path = z.object({ ...submissionPath.shape, ...waitingPath });
type Path = z.infer<typeof path>;

const NOTHING: SentAreas = { action: 'look', version: 0, words: '', tick: [], areas: '', drop: '' };

interface Shown extends Pick<BlackOutPageProps, 'covered' | 'errors'> {
  places: Place[] | null;
}

/** « Caviarder »: parts of a file that waits are covered, before anybody else sees it. */
@Controller('desk/submissions/:id/documents/:document')
export class BlackOutsController {
  constructor(private readonly files: BlackOutFiles) {}

  @Get()
  @ForModerators()
  async show(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, at, NOTHING, { places: null, covered: [], errors: null });
  }

  @Post()
  @ForModerators()
  async create(
    @PathParts(path) at: Path,
    @Fields(sentAreas) sent: SentAreas,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      () => this.done(asking, at, sent),
      (errors) => this.draw(asking, at, sent, { places: null, covered: [], errors }),
    );
  }

  private async done(asking: Asking, at: Path, sent: SentAreas): Promise<Answer> {
    const { visitor, now } = asking;
    const card = fileOf(at);
    const { version } = sent;
    if (sent.action === 'former') await this.files.putBack(visitor, { ...card, version }, now);
    else {
      const asked = readBlackOut(sent);
      if (sent.action === 'look') return this.look(asking, at, sent);
      await inWords(this.files.blackOut(visitor, card, { ...asked, version, forget: sent.forget === 'yes' }, now));
    }
    return seeOther(`/desk/submissions/${at.id}`);
  }

  /** What would be covered: what was drawn and ticked, and all places of the words. Nothing is made yet. */
  private async look(asking: Asking, at: Path, sent: SentAreas): Promise<Answer> {
    const words = wordsOf(sent);
    const places = words.length === 0 ? [] : await inWords(this.files.places(asking.visitor, fileOf(at), words));
    const { areas } = readBlackOut(sent);
    return this.draw(asking, at, sent, { places, covered: [...areas, ...places], errors: null });
  }

  private async draw({ visitor, ui }: Asking, at: Path, sent: SentAreas, shown: Shown): Promise<Answer> {
    const file = await this.files.one(visitor, fileOf(at));
    if (file === null) throw new NotFound();
    const { places } = shown;
    return page(
      h(BlackOutPage, {
        ui,
        ...{ submission: at.id, document: at.document, file, ...shown },
        places: places && withTicks(places, sent),
        written: { ...sent, version: sent.version === 0 ? file.version : sent.version },
      }),
      { headers: { 'cache-control': 'no-store' } },
    );
  }
}

function fileOf({ id, document }: Path): FileOfCard {
  return { submission: id, document };
}

/** Each place once, with those that were ticked before. */
function withTicks(places: readonly Place[], { tick }: SentAreas): BlackOutPageProps['places'] {
  const lines = new Map(tick.map((value) => [value, '']));
  for (const place of places) lines.set(writtenArea(place), place.line);
  return [...lines].map(([value, line]) => ({ value, line, page: Number(value.split(' ')[0]) }));
}

/** What the process that makes files says of this one, at the form. @throws Invalid */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refused ? new Invalid({ words: `file-${error.why}` }) : error;
  }
}
