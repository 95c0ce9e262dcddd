import { rm } from 'node:fs/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { inItsOwnTime } from '../database/own-time.js';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Cleaner, type Cleaning, LIMITS } from './cleaner.js';
import { Refused } from './cleaning/refusal.js';
import { putDown } from '../jobs/jobs.js';
import { Store } from './store.js';
import { NoAnswer, VirusScanner } from './virus-scanner.js';
import { CLEAN_WAITING } from './waiting-job.js';

const PAGES_AT_ONCE = 20;
/** Milliseconds until a scanner that did not answer is asked again. */
const AGAIN = 60_000;

/** Cleans what has arrived, and writes down what became of it. A file that a stop left behind is begun anew. */
@Injectable()
export class Cleanings {
  private readonly log = new Logger(Cleanings.name);
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly cleaner: Cleaner;
  private readonly scanner: VirusScanner | null;

  constructor(
    private readonly writer: Writer,
    private readonly store: Store,
    @Inject(CONFIG) { filePatience, scanner }: Pick<Config, 'filePatience' | 'scanner'>,
  ) {
    // A file may take at least as long as somebody waits for it.
    this.cleaner = new Cleaner({ ...LIMITS, first: Math.max(LIMITS.first, filePatience) });
    this.scanner = scanner === null ? null : new VirusScanner(scanner);
  }

  /**
   * Begins to clean a file. Each sender (`who`) has turns of their own among the files that wait; the name is
   * remembered until then.
   */
  begin(id: string, who = ''): void {
    if (this.underWay.has(id)) return;
    const work = inItsOwnTime(() => this.clean(id, who))
      // Where something else than the file failed (the database, the disk), the job tries again.
      .catch((error: unknown) => this.log.error(`A file was not cleaned: ${error instanceof Error ? error.name : ''}`))
      .finally(() => this.underWay.delete(id));
    this.underWay.set(id, work);
  }

  /** Settles when the cleaning of this file is over; at once if there is none. */
  async end(id: string): Promise<void> {
    await this.underWay.get(id);
  }

  private async clean(id: string, who: string): Promise<void> {
    try {
      await this.scanner?.look(this.store.arrived(id));
      const output = await this.store.making(id);
      try {
        const cleaning = await this.cleaner.clean({ input: this.store.arrived(id), output }, who);
        const words = await this.store.words(output);
        await this.writer.transaction((tx) => this.keep(tx, id, { ...cleaning, words }, output));
      } catch (error) {
        // On a full disk each attempt would leave more files behind.
        await rm(output, { recursive: true, force: true });
        throw error;
      }
    } catch (error) {
      if (error instanceof NoAnswer) return this.wait(id, error);
      if (!(error instanceof Refused)) throw error;
      await this.writer.query(
        `update desk.file set state = 'refused', refusal = $2 where id = $1 and state = 'unchecked'`,
        [id, error.why],
      );
    }
    await this.store.dropArrived(id);
  }

  /**
   * Keeps what was made, unless another process has cleaned the file meanwhile: then the row says what that one kept.
   */
  private async keep(
    tx: Transaction,
    id: string,
    cleaned: Cleaning & { words: string[] },
    output: string,
  ): Promise<void> {
    const [waits] = await tx.query(`select from desk.file where id = $1 and state = 'unchecked' for update`, [id]);
    if (waits === undefined) return;
    const hash = await this.store.keep(id, output);
    await putClean(tx, id, { ...cleaned, hash });
  }

  /** Nothing is cleaned before the scanner has seen it. It is asked again in a minute, and the desk is told. */
  private async wait(id: string, { message }: NoAnswer): Promise<void> {
    const [first] = await this.writer.query(
      `update desk.file set unscanned = true where id = $1 and state = 'unchecked' and not unscanned returning id`,
      [id],
    );
    if (first !== undefined) this.log.error(`File ${id} waits for the scanner of CLAMD: ${message}.`);
    await putDown(this.writer, CLEAN_WAITING, {}, { wait: AGAIN, key: CLEAN_WAITING.name });
  }
}

/** Stores what the cleaning said of the file, and the words of each page. */
export async function putClean(
  tx: Transaction,
  id: string,
  {
    kind,
    extension,
    size,
    pages,
    drawn,
    stored,
    removed,
    hints,
    hash,
    words,
  }: Cleaning & { hash: Buffer; words: string[] },
): Promise<void> {
  await tx.query('delete from desk.file_page where file_id = $1', [id]);
  const read = words.map((text, at) => ({ page: at + 1, text })).filter(({ text }) => text.trim() !== '');
  const [row] = await tx.query(
    `update desk.file set state = 'clean', kind = $2, extension = $3, size = $4, pages = $5, drawn = $6, removed = $7,
       hash = $8, hints = $9, stored = $10, unscanned = false
     where id = $1 returning id`,
    [id, kind, extension, size, pages, drawn, removed, hash, JSON.stringify(hints), stored],
  );
  // The upload was thrown away meanwhile: the next round of the job erases what was made.
  if (row === undefined) return;
  for (let from = 0; from < read.length; from += PAGES_AT_ONCE) {
    const some = read.slice(from, from + PAGES_AT_ONCE);
    await tx.query(
      `insert into desk.file_page (file_id, page, words, search)
       select $1, w.page, w.words, public.search_vector(site.language, w.words)
       from unnest($2::int[], $3::text[]) w (page, words) cross join site`,
      [id, some.map(({ page }) => page), some.map(({ text }) => text.replaceAll('\0', ''))],
    );
  }
}
