import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NewsWire } from '../events/news-wire.js';

/**
 * Names the last news of a desk that this process has heard. A page that was drawn after the same news as its socket
 * finds has missed nothing, and does not ask for itself again.
 */
@Injectable()
export class NewsOfDesk implements OnModuleInit {
  /** Another process has heard other news, and names none of them alike. */
  private readonly process = randomBytes(6).toString('base64url');
  private readonly heard = new Map<number | null, number>();
  private missed = 0;

  constructor(private readonly wire: NewsWire) {}

  onModuleInit(): void {
    for (const news of ['QueueChanged', 'ClaimChanged'] as const)
      this.wire.on(news, ({ category }) => this.heard.set(category, (this.heard.get(category) ?? 0) + 1));
    this.wire.onMissed(() => this.missed++);
  }

  /** Of these categories, or of all: whoever moderates some must not hear that something came in another one. */
  last(scope: readonly number[] | null): string {
    const counts = scope === null ? [...this.heard.values()] : scope.map((category) => this.heard.get(category) ?? 0);
    return `${this.process}.${counts.reduce((sum, count) => sum + count, this.missed)}`;
  }
}
