import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { NewsWire } from '../events/news-wire.js';
import { SiteEntity } from './site.entity.js';
import { readReasons } from './read-reasons.js';
import type { Site } from './site.js';

/** The site's row and its reasons, kept between requests because every page can name them; dropped by the news that one changed. */
@Injectable()
export class CurrentSite {
  private kept: Promise<Site> | null = null;

  constructor(private readonly reader: Reader, wire: NewsWire) {
    wire.on('SiteChanged', () => this.forget());
    wire.onMissed(() => this.forget());
  }

  /** For whoever has just changed the site and answers before the news of it is back. */
  forget(): void {
    this.kept = null;
  }

  /**
   * The promise is kept rather than its row, so that news heard while the row is on its way drops that row as well.
   * A failed reading is not kept.
   */
  get(): Promise<Site> {
    if (this.kept !== null) return this.kept;
    const reading = this.read();
    this.kept = reading;
    reading.catch(() => {
      if (this.kept === reading) this.kept = null;
    });
    return reading;
  }

  private async read(): Promise<Site> {
    const [site, reasons] = await Promise.all([this.reader.manager.findOneByOrFail(SiteEntity, { one: true }), readReasons(this.reader)]);
    return { ...site, reasons };
  }
}
