import { Invalid } from '../errors/errors.js';
import type { Upload } from './uploads.js';
import type { BlackedAreas } from './cleaning/covers.js';

/** Whether parts of a file can be covered: it has pages, or is a picture. */
export function isCoverable({ state, kind }: Pick<Upload, 'state' | 'kind'>): boolean {
  return state === 'clean' && (kind === 'pdf' || kind === 'picture');
}

/** @throws Invalid where nothing is covered, or on a page that there is not */
export function mustCover({ kind, pages }: Pick<Upload, 'kind' | 'pages'>, { areas, drop }: BlackedAreas): void {
  const last = pages ?? 1;
  const named = [...areas.map(({ page }) => page), ...drop];
  if (named.length === 0) throw new Invalid({ words: 'nothing-covered' });
  if (named.some((page) => page < 1 || page > last)) throw new Invalid({ drop: 'page-unknown' });
  if (kind !== 'pdf' && drop.length > 0) throw new Invalid({ drop: 'page-unknown' });
  if (new Set(drop).size >= last) throw new Invalid({ drop: 'all-dropped' });
}
