import { expect, it } from '@jest/globals';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { catalogues } from '../../client/kit/make-ui.js';
import { SiteDates } from '../../client/kit/site-dates.js';
import { Time } from '../../client/kit/time.js';
import type { Ui } from '../../client/kit/ui.js';

const dates = new SiteDates(catalogues.en.dates, 'en', 'Europe/Paris', new Date('2026-11-22T14:00:00Z'));
const drawn = (at: string): string => renderToString(h(Time, { ui: { dates } as unknown as Ui, at: new Date(at) }));

it('says the date besides how long ago it was, and when it is the date itself says it once', () => {
  const absolute = dates.absolute(new Date('2026-11-22T13:55:24.726Z'));
  expect(drawn('2026-11-22T13:55:24.726Z')).toMatch(
    /^<time datetime="2026-11-22T13:55Z" title="[^"]+">[^<]+<\/time>$/,
  );
  expect(drawn('2026-11-22T13:55:24.726Z')).toContain(`title="${absolute}"`);
  expect(drawn('2026-07-03T13:24:10.014Z')).toMatch(/^<time datetime="2026-07-03T13:24Z">[^<]+<\/time>$/);
});
