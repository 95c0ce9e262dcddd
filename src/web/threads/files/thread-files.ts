import { Inject, Injectable } from '@nestjs/common';
import { type FileKind, fileAddress, threadAddress } from '../../../../client/kit/address.js';
import { CONFIG, type Config } from '../../../config/config.js';
import { NotFound } from '../../../errors/errors.js';
import { Threads } from '../../../threads/threads.js';
import type { Audience } from '../../../threads/visible.js';
import { Visitor } from '../../../visitors/visitor.js';
import type { Whole } from '../../kit/answer.js';
import type { Asking } from '../../kit/asking.js';
import { Limits } from '../../kit/limits.js';
import { carriesSession } from '../../kit/page-cache/carries-session.js';
import type { Drawn } from '../../kit/page-cache/kept-pages.js';
import { PageCache } from '../../kit/page-cache/page-cache.js';
import { tagOf } from '../../kit/page-cache/tags.js';
import { Moved } from '../../kit/passing.js';
import { isFromHere } from '../../kit/same-site-wall.js';
import { Bindery } from './bindery.js';
import { type Carried, bookOf } from './book-of.js';
import { fileAnswer, keptFile, type KeptFile } from './file-answer.js';
import { jsonOf } from './json-of.js';
import { markdownOf } from './markdown-of.js';

interface AskedFile {
  id: number;
  kind: FileKind;
  part?: number | undefined;
  author?: string | undefined;
}

/** Threads as files: made once, kept in memory until the thread changes, and written nowhere. */
@Injectable()
export class ThreadFiles {
  constructor(
    private readonly threads: Threads,
    private readonly bindery: Bindery,
    private readonly cache: PageCache,
    private readonly limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A page of another site could make a member's browser fetch what is for members. What it asks for is answered as a
   * guest's, whatever cookie comes along.
   */
  async answer({ visitor, request, ui, now }: Asking, asked: AskedFile): Promise<Whole> {
    const isOurs = visitor.isGuest || isFromHere(request, this.config);
    const { audience } = isOurs ? visitor : Visitor.guest();
    const { part = 1, author = null } = asked;
    const key = `${audience} ${ui.language} ${fileAddress(asked, asked.kind, { part, author })}`;
    let file = this.cache.forFiles.get(key, now) as KeptFile | undefined;
    if (file === undefined) {
      await this.limits.take('files', request);
      file = (await this.cache.forFiles.getOrDraw(key, now, () => this.draw(ui, audience, asked))) as KeptFile;
    }
    return fileAnswer(file, request, visitor.isGuest && !carriesSession(request.headers.cookie));
  }

  private async draw(ui: Asking['ui'], audience: Audience, asked: AskedFile): Promise<Drawn<KeptFile>> {
    const { id, kind } = asked;
    const { part = 1, author = null } = asked;
    const reader = this.threads.for(audience);
    const thread = await reader.thread(id);
    if (thread === null) throw new NotFound();
    if (thread.id !== id) throw new Moved(fileAddress(thread, kind));
    const found = await reader.part(thread, part, author);
    if (found === null) throw new NotFound();
    const address = fileAddress(thread, kind, { part: found.part, author: found.author });
    if (asked.part === 1 || found.author !== author) throw new Moved(address);
    const carried: Carried = { ui, thread, found, origin: this.config.publicUrl };
    const body = await this.bodyOf(kind, carried);
    const value = keptFile({
      kind,
      body,
      name: [thread.slug, ...(part === 1 ? [] : [part])].join('-'),
      canonical: threadAddress(thread),
      open: thread.category.audience === 'everyone',
    });
    const tags = [tagOf.thread(thread.id), tagOf.room(thread.category.id)];
    return { value, bytes: body.length, tags, freshUntil: null, keep: true };
  }

  private async bodyOf(kind: FileKind, carried: Carried): Promise<Buffer> {
    if (kind === 'md') return Buffer.from(markdownOf(carried));
    if (kind === 'json') return Buffer.from(JSON.stringify(jsonOf(carried), null, 1));
    return this.bindery.bind(kind, () => bookOf(carried));
  }
}
