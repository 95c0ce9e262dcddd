import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { NewsWire } from '../events/news-wire.js';
import { SiteEntity } from './site.entity.js';
import type { Site } from './site.js';

/** The site's row, kept between requests because every page names it; dropped by the news that it changed. */
@Injectable()
export class CurrentSite {
  private kept: Promise<Site> | null = null;

  constructor(private readonly reader: Reader, wire: NewsWire) {
    const drop = (): void => void (this.kept = null);
    wire.on('SiteChanged', drop);
    wire.onMissed(drop);
  }

  /**
   * The promise is kept rather than its row, so that news heard while the row is on its way drops that row as well.
   * A failed reading is not kept.
   */
  get(): Promise<Site> {
    if (this.kept !== null) return this.kept;
    const reading: Promise<Site> = this.reader.manager.findOneByOrFail(SiteEntity, { one: true });
    this.kept = reading;
    reading.catch(() => {
      if (this.kept === reading) this.kept = null;
    });
    return reading;
  }
}
