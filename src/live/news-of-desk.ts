import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NewsWire } from '../events/news-wire.js';

/**
 * Names the last news of a desk that this process has heard. A page that was drawn after the same news as its socket
 * finds has missed nothing, and does not ask for itself again.
 */
@Injectable()
export class NewsOfDesk implements OnModuleInit {
  /** Part of each name, so that no two processes give the same one: they have heard different news. */
  private readonly process = randomBytes(6).toString('base64url');
  private readonly heard = new Map<number | null, number>();
  private missed = 0;

  constructor(private readonly wire: NewsWire) {}

  onModuleInit(): void {
    for (const news of ['QueueChanged', 'ClaimChanged'] as const)
      this.wire.on(news, ({ category }) => this.heard.set(category, (this.heard.get(category) ?? 0) + 1));
    this.wire.onMissed(() => this.missed++);
  }

  /**
   * The name of the last news of these categories, or with null of all. Whoever moderates some categories must not
   * learn from it that something came in another one.
   */
  last(scope: readonly number[] | null): string {
    const counts = scope === null ? [...this.heard.values()] : scope.map((category) => this.heard.get(category) ?? 0);
    return `${this.process}.${counts.reduce((sum, count) => sum + count, this.missed)}`;
  }
}
