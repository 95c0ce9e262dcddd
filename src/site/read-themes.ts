import type { Queries } from '../database/transaction.js';
import { ThemeEntity } from './theme.entity.js';
import type { Theme } from './theme.js';

/** The whole list; bounded, because people choose from it. */
export function readThemes(from: Queries): Promise<Theme[]> {
  return from.repository(ThemeEntity).find({ order: { position: 'ASC', code: 'ASC' }, take: 100 });
}
