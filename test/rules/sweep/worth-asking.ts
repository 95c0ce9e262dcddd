import type { Answer, Ask } from './http.js';
import { some } from './some.js';

/**
 * Leaves out what one visitor need not ask: where an address was answered by the page for all that is missing, or by
 * the way to another address, few of the questions behind it (`?view=month`) and few requests for its head alone are
 * asked. The handler is the same, and what exists is asked with all of them. Each address is asked itself, and each
 * question of each route at least once.
 */
export class WorthAsking {
  private readonly empty = new Set<string>();
  private readonly shown = new Set<string>();

  constructor(private readonly missing: (answer: Answer) => boolean) {}

  is({ method, path, route }: Ask): boolean {
    const [place = '', question] = path.split('?');
    if ((method === 'GET' && question === undefined) || !this.empty.has(place)) return true;
    const kind = `${method} ${route} ${question?.split('=', 1)[0]}`;
    if (this.shown.has(kind)) return some(`${method} ${path}`);
    this.shown.add(kind);
    return true;
  }

  /** What the forum with canaries has answered. */
  heard({ method, path }: Ask, answer: Answer): void {
    if (method === 'GET' && !path.includes('?') && (answer.status === 301 || this.missing(answer)))
      this.empty.add(path);
  }
}
