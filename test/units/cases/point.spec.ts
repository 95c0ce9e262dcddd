import { expect, it } from '@jest/globals';
import { countryOf } from '../../../src/cases/country.js';
import { kilometres, type Point, PRECISIONS, readDegrees, readPoint, rounded } from '../../../src/cases/point.js';
import { checkedCase } from '../../../src/submissions/thread-facts/checked-case.js';
import { withoutExactPoint } from '../../../src/submissions/thread-facts/typed-case.js';

it('a point is read from geo:, from a page of OpenStreetMap, its mark first, and from two numbers', () => {
  const at = { latitude: 48.69123, longitude: 6.18 };
  for (const pasted of [
    'geo:48.69123,6.18;u=20',
    'https://www.openstreetmap.org/#map=19/48.69123/6.18',
    'https://www.openstreetmap.org/?mlat=48.69123&mlon=6.18#map=5/1/2',
    'https://www.openstreetmap.org/node/12#map=19/48.69123/6.18&layers=N',
    '48.69123, 6.18',
    ' 48.69123 6.18 ',
  ])
    expect([pasted, readPoint(pasted)]).toEqual([pasted, at]);
  for (const pasted of [
    '',
    'geo:91,6',
    'https://example.org/#map=19/48.6/6.1',
    'geo:a,b',
    '48.6',
    '1,2,3',
    'geo:1,181',
  ])
    expect([pasted, readPoint(pasted)]).toEqual([pasted, null]);
  expect([readDegrees('48,5'), readDegrees(' -3.25 ')]).toEqual([48.5, -3.25]);
  expect([readDegrees('x'), readDegrees('1e3'), readDegrees('')]).toEqual([NaN, NaN, NaN]);
});

/** Points all over the earth, the same ones each time. */
function points(): Point[] {
  return Array.from({ length: 400 }, (_, at) => ({
    latitude: Math.sin(at * 12.9898) * 89,
    longitude: Math.sin(at * 78.233) * 179,
  }));
}

it('a rounded point stays where it is when it is rounded again, and is as far away as its precision says', () => {
  const most = { town: 8, km: 0.8, '100m': 0.08 };
  for (const exact of points())
    for (const precision of PRECISIONS) {
      const once = rounded(exact, precision);
      expect(rounded(once, precision)).toEqual(once);
      expect(kilometres(exact, once)).toBeLessThanOrEqual(most[precision]);
    }
});

it('what identifies a sending and what is checked depend on the rounded point alone', () => {
  for (const { latitude, longitude } of points())
    for (const precision of ['km', '100m'] as const) {
      const [lat, lon] = [latitude.toFixed(7), longitude.toFixed(7)];
      const others = { town: ['57534'], precision: [precision], far: ['yes'] };
      const typed = { ...others, point: [`geo:${lat},${lon}`] };
      const near = rounded({ latitude: Number(lat), longitude: Number(lon) }, precision);
      const bare = { ...others, lat: [String(near.latitude)], lon: [String(near.longitude)] };
      expect(withoutExactPoint(typed)).toEqual(bare);
      expect(checkedCase(typed, { town: null, themes: new Set() }).facts.point).toEqual(near);
    }
});

it('a country is known by its code and by its name in both languages, accents or not', () => {
  for (const typed of ['BE', 'be', 'Belgique', 'belgium']) expect([typed, countryOf(typed)]).toEqual([typed, 'BE']);
  expect([countryOf('Cote d’Ivoire'), countryOf('Suède'), countryOf('France')]).toEqual(['CI', 'SE', 'FR']);
  for (const typed of ['', 'Atlantide', 'EU', 'ZZ', 'XX']) expect([typed, countryOf(typed)]).toEqual([typed, null]);
});
