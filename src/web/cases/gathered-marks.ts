import type { DrawnMark } from '../../../client/cases/map/france.js';
import type { CaseMark } from '../../cases/case-marks.js';

/** More marks than these cover each other on a map of this size, and make the page heavy. */
const MOST = 150;

/** One mark for each town, or where these are too many, one for each department. */
export function gathered(marks: readonly CaseMark[]): DrawnMark[] {
  if (marks.length <= MOST) return [...marks];
  const departments = Map.groupBy(marks, ({ department }) => department);
  return [...departments].map(([department, of]) => {
    const mean = (value: (mark: CaseMark) => number): number =>
      of.reduce((sum, mark) => sum + value(mark), 0) / of.length;
    const [first] = of;
    return {
      town: null,
      department,
      count: of.reduce((sum, { count }) => sum + count, 0),
      status: first !== undefined && of.every(({ status }) => status === first.status) ? first.status : null,
      latitude: mean(({ latitude }) => latitude),
      longitude: mean(({ longitude }) => longitude),
    };
  });
}
