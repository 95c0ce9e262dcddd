import { type Answer, type Ask, ask } from './http.js';
import { some } from './some.js';

/**
 * What people without a cookie read: the forum sees an address, and not which of them asks. Each address is asked
 * twice, for the second answer may be a page that was kept; whoever comes third reads what the second was given. Of
 * what was answered by the page for all that is missing some are asked twice: nothing was drawn that could be kept.
 */
export class AskedAlike {
  private readonly first = new Map<string, Promise<Answer>>();
  private readonly second = new Map<string, Promise<Answer>>();

  constructor(
    private readonly url: string,
    private readonly missing: (answer: Answer) => boolean,
  ) {}

  ask(one: Ask): Promise<Answer> {
    const what = `${one.method} ${one.path} ${JSON.stringify(one.fields)}`;
    const first = this.first.get(what);
    if (first === undefined) {
      const asked = ask(this.url, null, one);
      this.first.set(what, asked);
      return asked;
    }
    const given = this.second.get(what) ?? this.again(one, what, first);
    this.second.set(what, given);
    return given;
  }

  private async again(one: Ask, what: string, first: Promise<Answer>): Promise<Answer> {
    const answer = await first;
    return this.missing(answer) && !some(what) ? answer : ask(this.url, null, one);
  }
}
