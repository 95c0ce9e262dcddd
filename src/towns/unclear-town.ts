import { Invalid } from '../errors/errors.js';
import type { FoundTown, Town } from './town.js';

/** A form named no town, or several: `towns` are those to choose from. */
export class UnclearTown extends Invalid {
  readonly towns: readonly Town[];

  /** `wrong`: what else is wrong with the form. */
  constructor(found: Exclude<FoundTown, { found: 'one' }>, wrong: Record<string, string> = {}) {
    super({
      ...wrong,
      town: found.found === 'none' ? 'town-unknown' : found.near ? 'town-near' : 'town-several',
    });
    this.towns = found.found === 'none' ? [] : found.towns;
  }
}
