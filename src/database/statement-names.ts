import { LRUCache } from 'lru-cache';

/** Each connection holds at most as many plans, of some 15 kB (one table) to 600 kB (ten joins) in PostgreSQL. */
export const MOST_NAMES = 400;
/**
 * A text that comes back that often is a constant of the program; what is put together for one question rarely does.
 */
const AGAIN = 3;
/** Texts that are remembered while they wait for a name. */
const WAITING = 1_000;
/** What PostgreSQL plans, and one statement of it. */
const PLANNED = /^\s*(select|insert|update|delete|with)\b[^;]*$/i;

/**
 * Names for the SQL texts that are sent again and again, whichever code wrote them: ours, a repository or the query
 * builder. PostgreSQL parses and plans a named text once for each connection, which for most pages is more work than
 * finding their rows. Of more than 400 texts, the one that was not asked for the longest loses its name.
 */
export class StatementNames {
  private readonly times = new LRUCache<string, number>({ max: WAITING });
  private readonly names = new LRUCache<string, string>({ max: MOST_NAMES });
  private given = 0;

  /** Undefined while a text is not known to be constant, and for what has no plan. */
  of(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined) return name;
    const times = (this.times.get(text) ?? 0) + 1;
    this.times.set(text, times);
    if (times < AGAIN || !PLANNED.test(text)) return undefined;
    this.times.delete(text);
    // A name is never given twice: a session may still hold the plan of the first text under it.
    const given = `palabre_${(this.given += 1)}`;
    this.names.set(text, given);
    return given;
  }
}
