import { Inject, Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config.js';
import { Writer } from '../database/writer.js';
import { defineJob } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { Recogniser } from './recogniser.js';
import { canRecognise } from './recognition/tesseract.js';
import type { PageWords } from './recognition/told.js';
import { Store } from './store.js';

const HOUR = 3_600_000;

/** Reads scanned pages, some at each turn, as long as there are any. */
export const RECOGNISE = defineJob('recognise-pages', z.strictObject({}), { every: HOUR });

/**
 * How many pages one process reads. The engine takes half a second to start; what a stop cuts off is read once more.
 */
const AT_ONCE = 10;
/** Documents that are not read: a photo has no text, and `other` is most often one, too. */
const NO_PAPERS = `('photo', 'other')`;

/** SQL: whether a page `w` has words enough not to be a scan with a stamp on it, or was read. */
const HAS_WORDS = `(w.recognised or array_length(regexp_split_to_array(btrim(w.words), '\\s+'), 1) >= 20)`;

interface Unread {
  id: string;
  /** The id under which its bytes lie: the words are those of these bytes. */
  keptAs: string;
  kind: 'pdf' | 'picture';
  pages: number;
  /** The first few pages without words, or with few, among those that were not looked at yet. */
  without: number[];
}

/** Reads the words of published documents whose pages are pictures, one file at a time, the oldest first. */
@Injectable()
export class Recognitions {
  private readonly log = new Logger(Recognitions.name);
  private readonly recogniser = new Recogniser();
  private readonly can: boolean;
  private isReading = false;
  private isAsked = false;

  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly store: Store,
    @Inject(CONFIG) { recognise }: Pick<Config, 'recognise'>,
  ) {
    this.can = recognise && canRecognise();
    if (recognise && !this.can)
      this.log.warn('Scanned pages are not read: an optional package was left out. With OCR=off this is not said.');
    jobs.does(RECOGNISE, (_, { stopping }) => this.turn(stopping));
  }

  /** Reads some pages of one file. If another turn comes meanwhile, it leaves the reading to this one. */
  async turn(stopping: AbortSignal): Promise<void | 'unfinished'> {
    this.isAsked = true;
    if (!this.can || this.isReading) return;
    this.isReading = true;
    try {
      while (this.isAsked) {
        this.isAsked = false;
        for (let file = await this.next(); file !== null; file = await this.next()) {
          if (stopping.aborted) return 'unfinished';
          if (file.without.length === 0) await this.note(file, [], file.pages);
          else {
            await this.readSome(file, stopping);
            return 'unfinished';
          }
        }
      }
    } finally {
      this.isReading = false;
    }
  }

  private async readSome(file: Unread, stopping: AbortSignal): Promise<void> {
    const { id, keptAs, kind, pages, without } = file;
    const some = without.slice(0, AT_ONCE);
    const { pages: read, failed } = await this.recogniser.read(
      { input: this.store.kept(keptAs), kind, pages: some },
      stopping,
    );
    if (failed !== null) this.log.warn(`Page ${failed} of file ${id} could not be read.`);
    const last = failed ?? read.at(-1)?.page ?? null;
    if (last !== null) await this.note(file, read, last === without.at(-1) ? pages : last);
  }

  private async next(): Promise<Unread | null> {
    const [row] = await this.writer.query<Unread>(
      `select f.id, coalesce(f.kept_as, f.id) as "keptAs", f.kind, coalesce(f.pages, 1) as pages, array(
         select n from generate_series(f.recognised + 1, coalesce(f.pages, 1)) n
         where not exists (select from desk.file_page w where w.file_id = f.id and w.page = n and ${HAS_WORDS})
         order by n limit $1) as without
       from desk.file f join document d on d.id = f.id
       where f.published_at is not null and f.kind = any ('{pdf,picture}') and f.recognised < coalesce(f.pages, 1)
         and (f.kind = 'pdf' or d.nature not in ${NO_PAPERS})
       order by f.published_at, f.id limit 1`,
      [AT_ONCE + 1],
    );
    return row ?? null;
  }

  /**
   * Stores the words, if the document is still published with the bytes that were read. Of one that has gone meanwhile
   * nothing is kept, and it is read again if it comes back. The row is locked, so that no words are stored while the
   * bytes are exchanged.
   */
  private async note({ id, keptAs }: Unread, read: readonly PageWords[], last: number): Promise<void> {
    const withWords = read.filter(({ words }) => words !== '');
    await this.writer.transaction(async (tx) => {
      const [same] = await tx.query(
        'select from desk.file where id = $1 and coalesce(kept_as, id) = $2 for no key update',
        [id, keptAs],
      );
      if (same === undefined) return;
      await tx.query(
        `insert into desk.file_page (file_id, page, words, search, recognised)
         select d.id, w.page, w.words, public.search_vector(site.language, w.words), true
         from document d cross join unnest($2::int[], $3::text[]) w (page, words) cross join site where d.id = $1
         on conflict (file_id, page) do update set recognised = true,
         words = file_page.words || E'\\n\\n' || excluded.words,
           search = public.search_vector((select language from site), file_page.words || E'\\n\\n' || excluded.words)
           where not file_page.recognised`,
        [id, withWords.map(({ page }) => page), withWords.map(({ words }) => words)],
      );
      await tx.query(
        `update desk.file set recognised = $2 where id = $1 and exists (select from document d where d.id = $1)`,
        [id, last],
      );
    });
  }
}
