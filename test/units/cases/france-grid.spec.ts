import { expect, it } from '@jest/globals';
import { departments, drawnDepartment, isWithin, project, WHOLE } from '../../../src/cases/map/france-grid.js';
import { departmentOf, readTownFile } from '../../../src/towns/town-file.js';

it('the map has the 96 departments of the mainland, drawn in whole units within its frame', () => {
  expect(new Set(departments().map(({ code }) => code)).size).toBe(96);
  for (const { path, box } of departments()) {
    expect(path).toMatch(/^(M\d+ \d+l[-\d ]+z)+$/);
    expect(
      box.left >= WHOLE.left && box.top >= WHOLE.top && box.right <= WHOLE.right && box.bottom <= WHOLE.bottom,
    ).toBe(true);
  }
});

it('97 of 100 places of the mainland fall into their own department', () => {
  const places = readTownFile().towns.flatMap(([code, , , , latitude, longitude, exactness]) => {
    const drawn = drawnDepartment(departmentOf(code));
    return exactness === 'exact' && drawn !== null ? [{ drawn, at: project({ latitude, longitude }) }] : [];
  });
  expect(places.length).toBeGreaterThan(8_800);
  const within = places.filter(({ drawn, at }) => isWithin(drawn, at)).length;
  expect(within / places.length).toBeGreaterThan(0.97);
});

it('the middle of each department lies in it', () => {
  const outside = departments().filter((drawn) => !isWithin(drawn, project(drawn.middle)));
  expect(outside.map(({ code }) => code)).toEqual([]);
});

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((each) => other.has(each)).length;

it('two neighbours draw the border between them alike, corner by corner', () => {
  const corners = departments().map(({ rings }) => new Set(rings.flat().map(String)));
  const edges = departments().map(
    ({ rings }) =>
      new Set(
        rings.flatMap((ring) =>
          ring.map((corner, at) => [String(corner), String(ring[(at + 1) % ring.length])].toSorted().join(' ')),
        ),
      ),
  );
  let [pairs, pieces] = [0, 0];
  for (const [one, of] of edges.entries())
    for (const [other, its] of edges.entries()) {
      const shared = other <= one ? 0 : both(of, its);
      if (shared === 0) continue;
      pairs += 1;
      pieces += both(corners[one] ?? new Set(), corners[other] ?? new Set()) - shared;
    }
  // A piece of border has one edge less than corners: where the two sides differed, there would be more pieces.
  expect([pairs, pieces]).toEqual([238, 263]);
});

it('the drawing is light: its paths are less than 25 kB, and departments around Paris keep their corners', () => {
  expect(departments().reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(25_000);
  for (const code of ['75', '92', '93', '94']) expect(drawnDepartment(code)?.rings[0]?.length).toBeGreaterThan(8);
});
