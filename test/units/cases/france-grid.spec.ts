import { expect, it } from '@jest/globals';
import { DEPARTMENTS, drawnDepartment, isWithin, project, WHOLE } from '../../../src/cases/map/france-grid.js';
import { departmentOf, readTownFile } from '../../../src/towns/town-file.js';

it('the map has the 96 departments of the mainland, drawn in whole units within its frame', () => {
  expect(new Set(DEPARTMENTS.map(({ code }) => code)).size).toBe(96);
  for (const { path, box } of DEPARTMENTS) {
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
  const outside = DEPARTMENTS.filter((drawn) => !isWithin(drawn, project(drawn.middle)));
  expect(outside.map(({ code }) => code)).toEqual([]);
});
