import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { NewsWire } from '../events/news-wire.js';
import { SiteEntity } from './site.entity.js';
import { readReasons } from './read-reasons.js';
import { readThemes } from './read-themes.js';
import type { Site } from './site.js';

/**
 * The site's row, its reasons and its themes, kept between requests because every page can name them; dropped by the
 * news that one changed.
 */
@Injectable()
export class CurrentSite {
  private kept: Promise<Site> | null = null;
  /** What the kept promise has become, for whoever does not wait; null where it has to be read. */
  known: Site | null = null;
  /** For pages that say that the database is away; it may have changed since. */
  lastRead: Site | null = null;

  constructor(
    private readonly reader: Reader,
    wire: NewsWire,
  ) {
    wire.on('SiteChanged', () => this.forget());
    wire.onMissed(() => this.forget());
  }

  /** For code that has just changed the site and answers before the news of it comes back. */
  forget(): void {
    this.kept = null;
    this.known = null;
  }

  /**
   * The promise is kept rather than its row, so that news heard while the row is on its way drops that row as well.
   * A failed reading is not kept.
   */
  get(): Promise<Site> {
    if (this.kept !== null) return this.kept;
    const reading = this.read();
    this.kept = reading;
    reading.then(
      (site) => {
        if (this.kept === reading) this.known = site;
      },
      () => {
        if (this.kept === reading) this.kept = null;
      },
    );
    return reading;
  }

  private async read(): Promise<Site> {
    const [site, reasons, themes] = await Promise.all([
      this.reader.repository(SiteEntity).findOneByOrFail({ one: true }),
      readReasons(this.reader),
      readThemes(this.reader),
    ]);
    this.lastRead = { ...site, reasons, themes };
    return this.lastRead;
  }
}
