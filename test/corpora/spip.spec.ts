import { render } from '../../src/markup/render.js';
import { dataFile, spipCases, withCorpora } from './shared.js';
import { structure } from './structure.js';

const exceptions = dataFile<Record<string, string>>('spip-exceptions.json');
const cases = spipCases().filter((one) => one.do_not_copy === undefined);
const same = cases.filter(({ name }) => exceptions[name] === undefined);
const other = cases.filter(({ name }) => exceptions[name] !== undefined);

withCorpora('what SPIP makes of a text', () => {
  test.each(same)('is what we make of it: $name', ({ input, html }) => {
    expect(structure(render(input, 'fr'))).toBe(structure(html));
  });

  test.each(other)('differs, for a reason that is written down: $name', ({ name, input, html }) => {
    expect(exceptions[name]).toMatch(/\w.{20,}\.$/);
    expect(structure(render(input, 'fr'))).not.toBe(structure(html));
  });

  test('has no exception for a case that does not exist', () => {
    expect(Object.keys(exceptions).filter((name) => !other.some((one) => one.name === name))).toEqual([]);
  });
});
